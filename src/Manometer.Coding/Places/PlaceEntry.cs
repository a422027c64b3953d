using Manometer.Model;

namespace Manometer.Coding;

/// <summary>One name of one place.</summary>
internal sealed record PlaceEntry(int[] Tokens, string Id, string Name, PlaceLevel Level, string? Province, IReadOnlyList<string> Countries, PlaceUse Use, bool FromCase);
