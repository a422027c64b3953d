using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Manometer.Capture;

/// <summary>Sends a few bytes to an address the user named, and takes a small answer. Redirections are not followed; there are no cookies.</summary>
public static class Posting
{
    private const int LargestAnswer = 1 << 20; // bytes

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Posts, and returns the body of the answer.</summary>
    /// <param name="address">Where to, http or https.</param>
    /// <param name="content">What.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="IOException">There is no answer, or none that says it is one; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<byte[]> Send(Uri address, byte[] content, string type, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback, MaxResponseHeadersLength = 64 };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("manometer", "1"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var body = new ByteArrayContent(content);
            body.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var response = await client.PostAsync(address, body, limit.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new IOException($"{address.Host} answered {(int)response.StatusCode} {response.ReasonPhrase}");
            if (response.Content.Headers.ContentLength > LargestAnswer)
                throw new IOException($"the answer of {address.Host} is larger than 1 MB");
            using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
            using var whole = new MemoryStream();
            var buffer = new byte[16_384];
            for (int read; (read = await stream.ReadAsync(buffer, limit.Token)) > 0;)
            {
                if (whole.Length + read > LargestAnswer)
                    throw new IOException($"the answer of {address.Host} is larger than 1 MB");
                whole.Write(buffer, 0, read);
            }

            return whole.ToArray();
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"{address.Host} did not answer within {Patience.TotalSeconds:0} seconds", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException)
        {
            throw new IOException($"{address.Host} cannot be reached: {(fault.InnerException ?? fault).Message}", fault);
        }
    }
}
