using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Asks the network for documents, politely: robots.txt is kept, one request at a time to a host with a pause between, and what fails for the moment is tried again later and later.</summary>
/// <remarks>Redirections are followed up to five, each under the same rules. The address a name leads to is looked at when the connection is made, so that a name cannot lead elsewhere the second time.</remarks>
public sealed class Fetcher : IDisposable
{
    private const int MostRedirections = 5;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A fetcher.</summary>
    /// <param name="options">How politely and how long.</param>
    /// <param name="clock">Measures the pauses.</param>
    public Fetcher(FetchOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _clock) = (options, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.AllowPrivate, // behind a proxy nobody can look at the address
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.Timeout,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
        };
        _client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(options.Agent, "1"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/pdf,text/plain,*/*;q=0.5");
    }

    /// <summary>Is a text an address to be fetched, rather than the name of a file?</summary>
    public static bool IsAddress(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Fetches a document. Never throws for what a host does; only when cancelled.</summary>
    /// <param name="address">Its address, http or https.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Fetched> Get(string address, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0)
            return Failed(address, null, CaptureRules.BadAddress, "an address such as https://example.org/page", address, "correct the address");
        for (var redirections = 0; ; redirections++)
        {
            var host = _hosts.GetOrAdd(at.GetLeftPart(UriPartial.Authority), _ => new Host());
            var (robots, silence) = await RobotsOf(host, at, cancel);
            if (robots is null)
                return Failed(address, at, silence!.Rule ?? CaptureRules.NotFetched, "an answer of the host", silence.Why, NextOf(silence.Rule));
            if (!robots.Allows(at.PathAndQuery))
                return Failed(address, at, CaptureRules.Robots, "an address programs may ask for", $"{at} barred by {at.GetLeftPart(UriPartial.Authority)}/robots.txt", "save the page from a browser, and add the file");
            var answer = await Ask(host, at, robots.Delay, _options.Largest, cancel);
            if (answer.Redirection is null)
                return answer.Content is not null
                    ? new Fetched(at, answer.Content, answer.MediaType, null)
                    : Failed(address, at, answer.Rule ?? CaptureRules.NotFetched, "a document", answer.Why, NextOf(answer.Rule));
            if (redirections == MostRedirections || !Uri.TryCreate(at, answer.Redirection, out var next) || next.Scheme is not ("http" or "https"))
                return Failed(address, at, CaptureRules.NotFetched, "a document after at most five redirections", $"a redirection to {answer.Redirection}", "open the page in a browser, and add its last address");
            at = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string NextOf(CaptureRule? rule) => rule == CaptureRules.PrivateAddress ? "use --allow-private if you trust every address" : "try again later, or save the page from a browser and add the file";

    // RFC 9309, 2.3.1: what the server has not (4xx) bars nothing, a server that fails (5xx) bars all; of a host that does not answer nothing is known, and it is not asked for more
    private async Task<(RobotsRules? Rules, Answer? Silence)> RobotsOf(Host host, Uri at, CancellationToken cancel)
    {
        if (host.Robots is { } known)
            return (known, null);
        var where = new Uri(at.GetLeftPart(UriPartial.Authority) + "/robots.txt");
        var answer = await Ask(host, where, null, RobotsRules.Largest, cancel, isCut: true);
        for (var redirections = 0; answer.Redirection is not null && redirections < MostRedirections && Uri.TryCreate(where, answer.Redirection, out var next) && next.Scheme is "http" or "https"; redirections++)
            answer = await Ask(host, where = next, null, RobotsRules.Largest, cancel, isCut: true);
        if (answer.Status is null)
            return (null, answer);
        return (host.Robots = answer.Content is not null ? RobotsRules.Parse(Encoding.UTF8.GetString(answer.Content), _options.Agent) : answer.Status is >= 500 ? RobotsRules.All : RobotsRules.None, null);
    }

    private sealed record Answer(int? Status, byte[]? Content, string? MediaType, string? Redirection, string? Why, CaptureRule? Rule = null, TimeSpan? Wait = null);

    private async Task<Answer> Ask(Host host, Uri at, TimeSpan? delay, int largest, CancellationToken cancel, bool isCut = false)
    {
        await host.Turn.WaitAsync(cancel);
        try
        {
            var wanted = delay is null ? TimeSpan.Zero : delay.Value < LongestDelay ? delay.Value : LongestDelay;
            var pause = _options.Pause > wanted ? _options.Pause : wanted;
            for (var attempt = 0; ; attempt++)
            {
                if (host.Last is { } last && pause - _clock.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, _clock, cancel);
                var answer = await Once(at, largest, isCut, cancel);
                host.Last = _clock.GetTimestamp();
                if (answer.Status is not (null or 408 or 425 or 429 or >= 500) || answer.Rule is not null || attempt >= _options.Retries || answer.Wait > LongestRetryAfter)
                    return answer;
                var back = _options.BackOff * Math.Pow(2, attempt);
                await Task.Delay(answer.Wait > back ? answer.Wait.Value : back, _clock, cancel);
            }
        }
        finally
        {
            host.Turn.Release();
        }
    }

    private async Task<Answer> Once(Uri at, int largest, bool isCut, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
                return new Answer(status, null, null, location.OriginalString, null);
            if (status is < 200 or > 299)
                return new Answer(status, null, null, null, string.Create(CultureInfo.InvariantCulture, $"the answer {status} {response.ReasonPhrase}"), Wait: response.Headers.RetryAfter?.Delta);
            using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
            using var whole = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = await stream.ReadAsync(buffer, limit.Token)) > 0;)
            {
                if (whole.Length + read > largest && isCut)
                    break;
                if (whole.Length + read > largest)
                    return new Answer(status, null, null, null, string.Create(CultureInfo.InvariantCulture, $"more than {largest >> 10} kB"), CaptureRules.TooLarge);
                whole.Write(buffer, 0, read);
            }

            return new Answer(status, whole.ToArray(), response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null, null, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Answer(null, null, null, null, string.Create(CultureInfo.InvariantCulture, $"no whole answer within {_options.Timeout.TotalSeconds} seconds"), Rule: CaptureRules.NotFetched);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or InvalidDataException or InvalidOperationException)
        {
            for (var inner = fault; inner is not null; inner = inner.InnerException)
                if (inner is PrivateAddressException)
                    return new Answer(null, null, null, null, inner.Message, CaptureRules.PrivateAddress);
                else if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) // without a network there is no use in waiting
                    return new Answer(null, null, null, null, inner.Message, CaptureRules.NotFetched);
            return new Answer(null, null, null, null, fault.Message);
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var name = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(name, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(name, cancel);
        var allowed = _options.AllowPrivate ? found : Array.FindAll(found, AddressGuard.IsPublic);
        if (allowed.Length == 0)
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new PrivateAddressException($"{name} is {found[0]}");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Fetched Failed(string asked, Uri? at, CaptureRule rule, string expected, string? found, string next)
    {
        var faults = new CaptureFaults(asked);
        faults.Add(rule, expected, found, next);
        return new Fetched(at ?? new Uri("about:blank"), null, null, faults.Found[0]);
    }

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public RobotsRules? Robots { get; set; }

        public long? Last { get; set; }
    }
}
