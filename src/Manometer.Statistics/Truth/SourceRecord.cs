namespace Manometer.Statistics;

/// <summary>How a source's labels fare against what other sources say of the same items.</summary>
/// <param name="Judged">Its labels of items that others label too, by weight.</param>
/// <param name="Right">Of these the number expected to be right.</param>
public readonly record struct SourceRecord(double Judged, double Right);
