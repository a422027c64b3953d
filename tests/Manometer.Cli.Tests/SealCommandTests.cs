using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public sealed class SealCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SealCommandTests()
    {
        Assert.Equal(0, Run("new", "mine").Code);
        Assert.Equal(0, Run("record", "mine", "--who", "jd").Code);
    }

    public void Dispose() => _folder.Dispose();

    private ManometerProcess.Result Run(params string[] arguments) => ManometerProcess.RunIn(_folder.Path, arguments);

    [Fact]
    public void An_authority_stamps_over_the_network_and_by_files()
    {
        using (var authority = new Authority())
        {
            var stamped = Run("stamp", "mine", "--authority", authority.Address);
            Assert.Equal((0, ""), (stamped.Code, stamped.Error));
            Assert.Contains("record 1 was there by 20", stamped.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, Run("stamp", "mine", "--request", "head.tsq").Code);
        File.WriteAllBytes(Path.Combine(_folder.Path, "head.tsr"), TestAuthority.Answer(File.ReadAllBytes(Path.Combine(_folder.Path, "head.tsq")), DateTimeOffset.UtcNow.AddMinutes(1)));
        Assert.Equal(0, Run("stamp", "mine", "--answer", "head.tsr").Code);
        File.WriteAllText(Path.Combine(_folder.Path, "trust.pem"), TestAuthority.Certificate.ExportCertificatePem());

        var seals = JsonDocument.Parse(Run("verify", "mine", "--json", "--trust", "trust.pem").Output).RootElement.GetProperty("seals").EnumerateArray().ToList();
        Assert.Equal(2, seals.Count);
        Assert.All(seals, seal => Assert.Equal(("time-stamp", 1, "CN=Test authority", true), (seal.GetProperty("kind").GetString(), seal.GetProperty("record").GetInt32(), seal.GetProperty("name").GetString(), seal.GetProperty("trusted").GetBoolean())));
    }

    [Fact]
    public void A_key_signs()
    {
        using (var key = RSA.Create(2048))
            File.WriteAllText(Path.Combine(_folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());

        var signed = Run("sign", "mine", "--key", "key.pem", "--who", "J. Doe");

        Assert.Equal((0, ""), (signed.Code, signed.Error));
        Assert.Contains("signature: record 1 is signed by CN=J. Doe", Run("verify", "mine").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "say one of", "stamp", "mine")]
    [InlineData(2, "is none", "stamp", "mine", "--authority", "tsa.example")]
    [InlineData(1, "cannot be reached", "stamp", "mine", "--authority", "http://127.0.0.1:9/")]
    [InlineData(2, "cannot be read", "stamp", "mine", "--answer", "none.tsr")]
    [InlineData(1, "no answer of a time-stamping authority", "stamp", "mine", "--answer", "mine/case.yaml")]
    [InlineData(2, "--who says whom", "sign", "mine", "--key", "key.pem")]
    [InlineData(1, "no private key in PEM", "sign", "mine", "--key", "mine/case.yaml", "--who", "jd")]
    [InlineData(1, "can be sealed", "stamp", "nowhere", "--request", "x.tsq")]
    [InlineData(2, "no certificate in PEM", "verify", "mine", "--trust", "mine/case.yaml")]
    public void What_cannot_be_done_is_told(int code, string words, params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(code, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "mine", "custody", "seals")));
    }

    /// <summary>Answers one request on this machine.</summary>
    private sealed class Authority : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Authority()
        {
            _listener.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/stamp";
            _ = Task.Run(Serve);
        }

        public string Address { get; }

        public void Dispose() => _listener.Dispose();

        private async Task Serve()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var head = new List<byte>();
            while (!Encoding.ASCII.GetString([.. head]).EndsWith("\r\n\r\n", StringComparison.Ordinal))
                head.Add((byte)stream.ReadByte());
            var length = int.Parse(Encoding.ASCII.GetString([.. head]).Split("Content-Length: ", StringSplitOptions.None)[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
            var body = new byte[length];
            stream.ReadExactly(body);
            var answer = TestAuthority.Answer(body, DateTimeOffset.UtcNow);
            stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n"));
            stream.Write(answer);
        }
    }
}
