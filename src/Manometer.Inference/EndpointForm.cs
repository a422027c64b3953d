namespace Manometer.Inference;

/// <summary>How questions and answers are written.</summary>
public enum EndpointForm
{
    /// <summary>As OpenAI's chat completions, which most servers of models speak, Ollama, vLLM, llama.cpp and LM Studio among them.</summary>
    ChatCompletions,

    /// <summary>Ollama's own <c>/api/chat</c>; there the length of the context is asked for, too.</summary>
    Ollama,
}
