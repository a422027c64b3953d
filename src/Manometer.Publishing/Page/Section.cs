namespace Manometer.Publishing.Page;

/// <summary>A section of the page.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">A word or two, for the table of contents.</param>
/// <param name="Finding">What it shows, in a sentence without a full stop.</param>
internal sealed record Section(string Id, string Name, string Finding);
