namespace Manometer.Coding;

/// <summary>A part of a sentence that can make a claim of its own.</summary>
/// <param name="At">Its first token.</param>
/// <param name="End">The token behind its last.</param>
internal readonly record struct Clause(int At, int End)
{
    public bool Holds(int token) => token >= At && token < End;
}
