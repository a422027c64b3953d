using System.CommandLine;
using Manometer.Inference;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>The options of <c>code</c> that name a model; without them no text leaves the machine.</summary>
internal sealed class ModelOptions
{
    private const double LongestTimeout = 3600;

    private readonly Option<string?> _model = new("--model") { Description = "Ask this model, too, at --endpoint; the texts of the reports are sent there", HelpName = "NAME" };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "Where the model is asked: an address of the form of OpenAI (http://localhost:11434, https://models.example/v1) or Ollama's /api/chat", HelpName = "URL" };
    private readonly Option<string?> _key = new("--key-env") { Description = "Variable of the environment that holds the key of the endpoint; none is sent by default", HelpName = "VAR" };
    private readonly Option<double?> _timeout = NumberOption.Real("--timeout", "SECONDS", "Seconds one answer of the model may take; default 120", seconds => seconds is > 0 and <= LongestTimeout, "a number of seconds, more than 0 and at most 3600");

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="captured">Its case, in whose custody log the run of a model stands.</param>
    /// <param name="who">Who answers for it.</param>
    public void AddTo(Command command, Argument<string?> captured, Option<string?> who)
    {
        foreach (var option in (Option[])[_model, _endpoint, _key, _timeout])
            command.Add(option);
        command.Validators.Add(result =>
        {
            var (model, endpoint) = (result.GetValue(_model), result.GetValue(_endpoint));
            if ((model is null) != (endpoint is null))
                result.AddError(model is null ? "--endpoint wants a --model to ask there." : "--model wants an --endpoint: name where the texts may be sent.");
            if (model is not null && (string.IsNullOrWhiteSpace(model) || PrintableText.Line(model, 100) != model))
                result.AddError("--model is a name of at most 100 letters on one line.");
            if (endpoint is not null && ModelEndpoint.Parse(endpoint).Fault is { } fault)
                result.AddError($"--endpoint: {fault}.");
            if (model is null && (result.GetValue(_key) is not null || result.GetResult(_timeout) is not null))
                result.AddError("--key-env and --timeout are for a --model.");
            if (result.GetValue(_key) is { } variable && KeyFault(variable) is { } missing)
                result.AddError(missing);
            if (model is not null && result.GetValue(captured) is not null && string.IsNullOrWhiteSpace(result.GetValue(who)))
                result.AddError("Option '--who' is required with a --model: that a model was run stands in the custody log.");
        });
    }

    /// <summary>The model that was named; null when none was.</summary>
    public NamedModel? Of(ParseResult parsed) => parsed.GetValue(_model) is not { } name ? null
        : new NamedModel(name, ModelEndpoint.Parse(parsed.GetValue(_endpoint)!).Endpoint!, new EndpointOptions
        {
            Timeout = parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : new EndpointOptions().Timeout,
            Key = parsed.GetValue(_key) is { } variable ? Environment.GetEnvironmentVariable(variable)!.Trim() : null,
        });

    // the key itself is never printed
    private static string? KeyFault(string variable)
    {
        var key = variable.Length == 0 || variable.Contains('=', StringComparison.Ordinal) ? null : Environment.GetEnvironmentVariable(variable)?.Trim();
        return string.IsNullOrEmpty(key) ? $"--key-env: the environment has no variable '{PrintableText.Line(variable, 60)}'."
            : key.All(letter => letter is > ' ' and < '\u007F') ? null
            : $"--key-env: the variable '{variable}' holds no key: there are blanks or other letters than those of a key in it.";
    }
}
