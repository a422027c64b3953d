namespace Manometer.Coding;

/// <summary>Words that tell a cause or a purpose.</summary>
/// <param name="Start">Offset of their first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind their last.</param>
/// <param name="Cue">Identifier of the cue, a row of <c>cues.csv</c>.</param>
public readonly record struct CauseMention(int Start, int End, string Cue);
