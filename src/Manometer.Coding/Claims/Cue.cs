namespace Manometer.Coding;

/// <summary>One row of <c>cues.csv</c>.</summary>
/// <param name="Id">Identifier, unique in the file.</param>
/// <param name="Kind">What it speaks for.</param>
/// <param name="Value">For what.</param>
/// <param name="Elements">The words, by their numbers; each element lists its alternatives, an empty one is any word.</param>
/// <param name="Example">A sentence in which it must be found.</param>
/// <param name="CounterExample">A sentence in which it must not; empty when there is none worth the name.</param>
internal sealed record Cue(string Id, CueKind Kind, string Value, int[][] Elements, string Example, string CounterExample)
{
    public string First { get; } = Value.Split(':', '|')[0];

    public string Second { get; } = Value.Split(':', '|') is [_, var second, ..] ? second : "";

    public string Third { get; } = Value.Split(':', '|') is [_, _, var third, ..] ? third : "";
}
