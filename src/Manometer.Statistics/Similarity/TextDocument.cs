namespace Manometer.Statistics;

/// <summary>A text to be compared with others.</summary>
/// <param name="Text">The text.</param>
/// <param name="Publisher">Who published it; phrases on a fifth of a publisher's texts are its furniture and do not count. Null: none is known.</param>
/// <param name="Day">Day of publication, counted from any day; null when it is not known.</param>
public sealed record TextDocument(string Text, string? Publisher = null, int? Day = null);
