using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Manometer.Testing;

/// <summary>An endpoint of a model on this machine that answers what a test says: OpenAI's chat completions, as much of HTTP as that needs, and whatever a bad server does.</summary>
internal sealed class ScriptedEndpoint : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, IEnumerable<byte[]>> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">Gives the answer to the body of a question, head and body, in pieces; an empty piece waits until the test is over.</param>
    public ScriptedEndpoint(Func<string, IEnumerable<byte[]>> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    /// <summary>An endpoint that answers every question with the same.</summary>
    public ScriptedEndpoint(byte[] answer)
        : this(_ => [answer])
    {
    }

    /// <summary>Bodies of the questions, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Heads of the questions, in order.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>A sound answer of the form of OpenAI in which the model says this.</summary>
    public static byte[] Says(string content, string finish = "stop") => Ok(JsonSerializer.Serialize(new { id = "1", @object = "chat.completion", model = "scripted", choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = finish } } }));

    /// <summary>A sound answer in which the model makes these claims.</summary>
    public static byte[] Claims(params object[] claims) => Says(JsonSerializer.Serialize(new { claims }));

    public static byte[] Ok(string body, string type = "application/json") => Status(200, body, type);

    public static byte[] Status(int code, string body, string type = "application/json", string more = "")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {code} Reason\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length}\r\n{more}Connection: close\r\n\r\n"), .. bytes];
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => Answer(client));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // stopped
        }
    }

    private async Task Answer(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _stop.Token) > 0)
                    head.Append((char)one[0]);
                var length = head.ToString().Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
                var body = new byte[length];
                await stream.ReadExactlyAsync(body, _stop.Token);
                Heads.Enqueue(head.ToString());
                Asked.Enqueue(Encoding.UTF8.GetString(body));
                foreach (var piece in _answer(Encoding.UTF8.GetString(body)))
                    if (piece.Length == 0)
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                    else
                        await stream.WriteAsync(piece, _stop.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the program hung up, or the test is over
        }
    }
}
