namespace Manometer.Assessment;

/// <summary>A value at three readings of a claim's words: what it would be if they meant less, what is read first, and if they meant more.</summary>
/// <param name="Low">At the low reading: the probability nearer to nothing said; a wider spread of a number.</param>
/// <param name="Middle">At the middle reading.</param>
/// <param name="High">At the high reading.</param>
public sealed record ReadingRange(double Low, double Middle, double High)
{
    /// <summary>The least of the three.</summary>
    public double Least => Math.Min(Low, Math.Min(Middle, High));

    /// <summary>The greatest of the three.</summary>
    public double Greatest => Math.Max(Low, Math.Max(Middle, High));
}
