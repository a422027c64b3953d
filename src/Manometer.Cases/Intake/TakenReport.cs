namespace Manometer.Cases;

/// <summary>What became of a document.</summary>
/// <param name="Report">Its row in <c>reports.csv</c>.</param>
/// <param name="Fate">What was done.</param>
/// <param name="Title">Its title, or its address, or nothing.</param>
public sealed record TakenReport(string Report, IntakeFate Fate, string Title)
{
    /// <summary>Did nothing tell who published it? Then it stands under the source <c>unknown</c>, which is one witness however many reports it has.</summary>
    public bool IsUnsigned { get; init; }
}
