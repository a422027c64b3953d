namespace Manometer.Model;

/// <summary>Why a text is not EDTF.</summary>
/// <param name="Position">0-based index of the character at which it went wrong.</param>
/// <param name="Reason">A few words, such as <c>no such day</c>.</param>
public readonly record struct EdtfFault(int Position, string Reason);
