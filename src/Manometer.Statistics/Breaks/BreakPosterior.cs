namespace Manometer.Statistics;

/// <summary>Distribution of the date of one break, given the number of breaks.</summary>
/// <remarks>
/// Each segment has its own level and variance, integrated out: mean N(overall mean, 10 s2), s2 IG(1/2, v/2) with v half the mean squared first difference; for counts the rate is Gamma(1/2, 1/(2 overall mean)).
/// Every date is equally likely beforehand.
/// </remarks>
/// <param name="First">Index of the first candidate: the first row after the change, from 0.</param>
/// <param name="Probabilities">Probability of each candidate from <paramref name="First"/> on; they sum to 1.</param>
public sealed record BreakPosterior(int First, IReadOnlyList<double> Probabilities)
{
    /// <summary>The most probable index; of equals the first.</summary>
    public int Mode
    {
        get
        {
            var at = 0;
            for (var i = 1; i < Probabilities.Count; i++)
                if (Probabilities[i] > Probabilities[at])
                    at = i;
            return First + at;
        }
    }

    /// <summary>Probability of one index; 0 outside the candidates.</summary>
    public double this[int index] => index >= First && index < First + Probabilities.Count ? Probabilities[index - First] : 0;

    /// <summary>Probability that the break lies within [<paramref name="from"/>, <paramref name="to"/>], both included: within three months of a date, say.</summary>
    public double Within(int from, int to)
    {
        var sum = 0.0;
        for (var i = Math.Max(from, First); i <= to && i < First + Probabilities.Count; i++)
            sum += Probabilities[i - First];
        return Math.Min(1, sum);
    }

    /// <summary>The smallest set of indices that holds the probability <paramref name="level"/>, ascending; it may have gaps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1).</exception>
    public IReadOnlyList<int> HighestMass(double level = 0.95)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        var order = Enumerable.Range(0, Probabilities.Count).OrderByDescending(i => Probabilities[i]).ToArray(); // stable: of equals the first
        var (sum, count) = (0.0, 0);
        while (count < order.Length && sum < level)
            sum += Probabilities[order[count++]];
        return [.. order.Take(count).Select(i => First + i).Order()];
    }
}
