using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Manometer.Model;
using Microsoft.Extensions.AI;

namespace Manometer.Inference;

/// <summary>Asks a model at an endpoint of the form of OpenAI or of Ollama.</summary>
/// <remarks>
/// One question, one answer, within a time and a size; redirections are not followed, so that a text goes where the user said and nowhere else; no cookies. A server that refuses the fields for a fixed and well-formed answer
/// (temperature, seed, response_format) with 400 or 422 is asked again without them, once, and so from then on. Every failure is a <see cref="ModelException"/>.
/// </remarks>
public sealed class ChatEndpointClient : IChatClient
{
    private const int LongestReason = 200;

    private readonly ModelEndpoint _endpoint;
    private readonly string _model;
    private readonly EndpointOptions _options;
    private readonly HttpClient _client;
    private bool _isPlain; // the server refused the finer fields

    /// <summary>A client.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="model">Name of the model there.</param>
    /// <param name="options">How long and how much; null for the defaults.</param>
    public ChatEndpointClient(ModelEndpoint endpoint, string model, EndpointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        (_endpoint, _model, _options) = (endpoint, model, options ?? new EndpointOptions());
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !endpoint.Address.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("manometer", "1"));
        if (_options.Key is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _options.Key);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelException">There is no answer, or none that can be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var said = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            var (status, body, wait) = await Post(said, options, limit.Token);
            if (status is 400 or 422 && !_isPlain)
            {
                _isPlain = true;
                (status, body, wait) = await Post(said, options, limit.Token);
            }

            return status is >= 200 and <= 299 ? ChatEndpointAnswer.Read(body, _endpoint.Form) : throw Refused(status, body, wait);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"no whole answer within {_options.Timeout.TotalSeconds:0.#} seconds"), ModelFailure.Question, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            throw Broken(fault);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Whole(messages, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_endpoint.Form == EndpointForm.Ollama ? "ollama" : "openai", _endpoint.Address, _model)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // nothing is streamed: the answer is given when it is whole
    private async IAsyncEnumerable<ChatResponseUpdate> Whole(IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancel)).ToChatResponseUpdates())
            yield return update;
    }

    private async Task<(int Status, byte[] Body, TimeSpan? Wait)> Post(IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Address) { Content = new ByteArrayContent(ChatEndpointQuestion.Write(messages, options, _model, _endpoint.Form, _isPlain)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (whole.Length + read > _options.Largest)
                throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {_options.Largest >> 10:#,0} kB"), ModelFailure.Question);
            whole.Write(buffer, 0, read);
        }

        return ((int)response.StatusCode, whole.ToArray(), response.Headers.RetryAfter?.Delta);
    }

    private ModelException Refused(int status, byte[] body, TimeSpan? wait)
    {
        var reason = ChatEndpointAnswer.ReasonIn(body);
        if (_options.Key is { Length: > 0 } key)
            reason = reason.Replace(key, "***", StringComparison.Ordinal);
        var said = reason.Length == 0 ? "" : ": " + PrintableText.Line(reason, LongestReason);
        return status switch
        {
            401 or 403 => new ModelException(string.Create(CultureInfo.InvariantCulture, $"the endpoint wants another key (status {status}){said}"), ModelFailure.Always),
            404 or 405 or 410 => new ModelException(string.Create(CultureInfo.InvariantCulture, $"there is no such model or address (status {status}){said}"), ModelFailure.Always),
            >= 300 and <= 399 => new ModelException(string.Create(CultureInfo.InvariantCulture, $"the endpoint sends elsewhere (status {status}); texts go only where you said"), ModelFailure.Always),
            408 or 425 or 429 or >= 500 => new ModelException(string.Create(CultureInfo.InvariantCulture, $"the endpoint answered with status {status}{said}"), ModelFailure.Moment) { Wait = wait },
            _ => new ModelException(string.Create(CultureInfo.InvariantCulture, $"the endpoint answered with status {status}{said}"), ModelFailure.Question),
        };
    }

    private ModelException Broken(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            if (inner is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.HostUnreachable or SocketError.NetworkUnreachable } nobody)
                return new ModelException($"nobody answers at {_endpoint.Host} ({nobody.Message})", ModelFailure.Always, fault);
            else if (inner is System.Security.Authentication.AuthenticationException secret)
                return new ModelException($"no secure connection with {_endpoint.Host}: {PrintableText.Line(secret.Message, LongestReason)}", ModelFailure.Always, fault);
        return new ModelException($"the connection broke: {PrintableText.Line(fault.Message, LongestReason)}", ModelFailure.Moment, fault);
    }
}
