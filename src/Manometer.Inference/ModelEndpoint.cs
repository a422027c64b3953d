namespace Manometer.Inference;

/// <summary>Where a model is asked.</summary>
/// <param name="Address">What is asked, to the last part of its path.</param>
/// <param name="Form">How questions and answers are written there.</param>
public sealed record ModelEndpoint(Uri Address, EndpointForm Form)
{
    private const string ChatPath = "/v1/chat/completions";

    /// <summary>Host and port, as they stand in the custody log.</summary>
    public string Host => Address.Authority;

    /// <summary>Does what is sent travel in the open, to another machine?</summary>
    public bool IsInTheOpen => Address.Scheme == Uri.UriSchemeHttp && !Address.IsLoopback;

    /// <summary>Reads an endpoint as a user writes it: the bare host (<c>http://localhost:11434</c>), the root of an interface (<c>https://models.example/v1</c>), or the whole address.</summary>
    /// <remarks>Of a bare host <c>/v1/chat/completions</c> is asked, of any other path that path with <c>/chat/completions</c> behind it; a path that ends in <c>/api/chat</c> is Ollama's own and left as it is.</remarks>
    /// <param name="text">The text.</param>
    /// <returns>The endpoint, or why it is none.</returns>
    public static (ModelEndpoint? Endpoint, string? Fault) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return (null, "an endpoint is an address such as http://localhost:11434 or https://models.example/v1");
        if (address.UserInfo.Length > 0)
            return (null, "an endpoint holds no password; name a variable of the environment that holds the key with --key-env");
        if (address.Fragment.Length > 0)
            return (null, "an endpoint has no part behind '#'");
        var path = address.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/api/chat", StringComparison.Ordinal))
            return (new ModelEndpoint(With(address, path), EndpointForm.Ollama), null);
        if (path.Length == 0)
            path = ChatPath;
        else if (!path.EndsWith("/chat/completions", StringComparison.Ordinal))
            path += "/chat/completions";
        return (new ModelEndpoint(With(address, path), EndpointForm.ChatCompletions), null);
    }

    private static Uri With(Uri address, string path) => new UriBuilder(address) { Path = path }.Uri;
}
