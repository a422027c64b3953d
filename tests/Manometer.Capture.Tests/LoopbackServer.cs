using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Manometer.Capture.Tests;

/// <summary>A server of HTTP on this machine, as much of one as the tests need: one request a connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Gives the whole answer to a path, head and body; null hangs up.</param>
    public LoopbackServer(Func<string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    /// <summary>Paths that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The greatest number of requests that were open at a time.</summary>
    public int MostAtOnce { get; private set; }

    private int _open;

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static byte[] Ok(string type, string body, string more = "") => Ok(type, Encoding.UTF8.GetBytes(body), more);

    public static byte[] Ok(string type, byte[] body, string more = "") => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{more}Connection: close\r\n\r\n"), .. body];

    public static byte[] Status(int code, string more = "") => Encoding.ASCII.GetBytes($"HTTP/1.1 {code} Reason\r\nContent-Length: 0\r\n{more}Connection: close\r\n\r\n");

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _listener.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Answer(client));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
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
                MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _open));
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                Asked.Enqueue(path);
                var answer = _answer(path);
                Interlocked.Decrement(ref _open); // before the answer: the next request may come while this connection closes
                if (answer is not null)
                    await stream.WriteAsync(answer);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            // the client hung up
        }
    }
}
