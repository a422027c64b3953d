namespace Manometer.Model;

/// <summary>An element of a set: one date, or a range of dates of which one end may be open.</summary>
internal readonly record struct EdtfRange(EdtfPart Start, EdtfPart End, bool IsRange);
