namespace Manometer.Coding;

/// <summary>A report to be read.</summary>
/// <param name="Id">Identifier, given back with each proposal.</param>
/// <param name="Outlet">Who published it; null when unknown.</param>
/// <param name="Published">When; null when unknown.</param>
/// <param name="Title">Its title; read for the place only.</param>
/// <param name="Text">Its text, headline to end; offsets are its UTF-16 units.</param>
public sealed record ReportText(string Id, string? Outlet, DateOnly? Published, string? Title, string Text);
