using Manometer.Inference;

namespace Manometer.Inference.Tests;

public class ModelEndpointTests
{
    [Theory]
    [InlineData("http://localhost:11434", "http://localhost:11434/v1/chat/completions", EndpointForm.ChatCompletions)]
    [InlineData("http://localhost:11434/", "http://localhost:11434/v1/chat/completions", EndpointForm.ChatCompletions)]
    [InlineData("https://models.example/v1/", "https://models.example/v1/chat/completions", EndpointForm.ChatCompletions)]
    [InlineData("https://models.example/openai/v1/chat/completions", "https://models.example/openai/v1/chat/completions", EndpointForm.ChatCompletions)]
    [InlineData("https://models.example/deployments/a?version=2", "https://models.example/deployments/a/chat/completions?version=2", EndpointForm.ChatCompletions)]
    [InlineData("http://localhost:11434/api/chat", "http://localhost:11434/api/chat", EndpointForm.Ollama)]
    public void An_endpoint_is_written_short_or_whole(string text, string address, EndpointForm form)
    {
        var (endpoint, fault) = ModelEndpoint.Parse(text);

        Assert.Null(fault);
        Assert.Equal((address, form), (endpoint!.Address.AbsoluteUri, endpoint.Form));
    }

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("ftp://models.example")]
    [InlineData("models")]
    [InlineData("")]
    [InlineData("http://me:secret@models.example")]
    [InlineData("http://models.example/#x")]
    public void What_is_no_endpoint_is_told(string text) => Assert.NotNull(ModelEndpoint.Parse(text).Fault);

    [Theory]
    [InlineData("http://models.example", true)]
    [InlineData("https://models.example", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("http://[::1]:1", false)]
    public void What_travels_in_the_open_is_known(string text, bool open) => Assert.Equal(open, ModelEndpoint.Parse(text).Endpoint!.IsInTheOpen);
}
