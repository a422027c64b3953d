namespace Manometer.Capture;

/// <summary>One captured document of a WARC file.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Day">The day of the capture, UTC; null when the record states none.</param>
/// <param name="MediaType">What the server said it is, with its charset; null when it said nothing.</param>
/// <param name="Content">The body, as a browser would see it: chunks joined, packing undone.</param>
internal sealed record WarcRecord(string Address, DateOnly? Day, string? MediaType, byte[] Content);
