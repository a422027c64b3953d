namespace Manometer.Coding;

/// <summary>A cue found in a text.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="At">Its first token.</param>
/// <param name="End">The token behind its last.</param>
internal readonly record struct CueHit(Cue Cue, int At, int End)
{
    public CueKind Kind => Cue.Kind;

    public int Middle => (At + End - 1) / 2;
}
