namespace Manometer.Assessment;

/// <summary>The part of the record of reports that moves the probability most when it is left out.</summary>
/// <param name="Left">The verdict without it.</param>
/// <param name="With">The probability with it.</param>
public sealed record Lever(LeaveOut Left, double With)
{
    /// <summary>Does it move the probability by a tenth or more?</summary>
    public bool IsLarge => Math.Abs(Left.Probability!.Value - With) >= 0.1;

    /// <summary>The largest lever of a verdict; null where there is no probability or nothing was left out.</summary>
    public static Lever? Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Bite.Probability is { } with && verdict.LeaveOneOut.Where(left => left.Probability is not null && left.Kind is not ("series" or "reading" or "measure")).MaxBy(left => Math.Abs(left.Probability!.Value - with)) is { } left ? new Lever(left, with) : null;
    }
}
