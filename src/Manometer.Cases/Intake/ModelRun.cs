namespace Manometer.Cases;

/// <summary>That a model was asked about a report: what the custody log says of it.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Host">Host and port of the endpoint the text was sent to.</param>
/// <param name="About">The report, and the stretch of its text.</param>
/// <param name="PromptHash">SHA-256 of instructions and question.</param>
/// <param name="AnswerFile">Where the answer is kept, relative to the case.</param>
public sealed record ModelRun(string Model, string Host, string About, string PromptHash, string AnswerFile)
{
    /// <summary>SHA-256 of the answer; null when there was none.</summary>
    public string? AnswerHash { get; init; }

    /// <summary>Its record.</summary>
    /// <param name="who">Who had the model asked.</param>
    public CustodyEntry Entry(string who) => new(CustodyAct.ModelRun, who, $"model {Model} at {Host}{(AnswerHash is null ? "; no answer" : "")}")
    {
        Inputs = [new CustodyItem("prompt", About, PromptHash)],
        Outputs = AnswerHash is null ? [] : [new CustodyItem("answer", AnswerFile, AnswerHash)],
    };
}
