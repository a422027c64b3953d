using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manometer.Statistics;

/// <summary>Scores of a forecast given as members, such as the runs of a simulation or the answers of a panel; lower is better.</summary>
public static class EnsembleScores
{
    private const int Block = 512;
    private const int LongestNetwork = 200;
    private const int Lanes = 8;

    /// <summary>Continuous ranked probability score of an ensemble: mean |x - y| less half the mean difference between members.</summary>
    /// <remarks>Hersbach (2000); by sorting, m log m steps.</remarks>
    /// <param name="members">The members, finite.</param>
    /// <param name="outcome">What came.</param>
    /// <param name="estimator">How the spread is estimated.</param>
    /// <exception cref="ScoringException">No member (fewer than 2 for the fair estimator), or a value that is not finite.</exception>
    public static double Crps(ReadOnlySpan<double> members, double outcome, EnsembleEstimator estimator)
    {
        var score = new double[1];
        Crps(members.ToArray(), new[] { outcome }, estimator, score, 1);
        return score[0];
    }

    /// <summary>The score of many ensembles of one size, several at a time: eight rows share each step of a sorting network (Knuth 5.2.2, algorithm M).</summary>
    /// <param name="members">Outcomes times members values, row by row.</param>
    /// <param name="outcomes">What came, one a row.</param>
    /// <param name="estimator">How the spread is estimated.</param>
    /// <param name="scores">Receives one score a row; the same bits whatever the number of threads.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <exception cref="ScoringException">Lists that do not fit, too few members, or a value that is not finite.</exception>
    public static void Crps(ReadOnlyMemory<double> members, ReadOnlyMemory<double> outcomes, EnsembleEstimator estimator, Memory<double> scores, int threads)
    {
        Require.SameLength(outcomes.Length, scores.Length, "scores as outcomes");
        var count = members.Length / outcomes.Length;
        if (count * outcomes.Length != members.Length || threads < 1)
            throw new ScoringException(ScoringFault.Shape, Require.Text($"{members.Length} values are not {outcomes.Length} rows of one length, or there is no thread."));
        if (count < (estimator == EnsembleEstimator.Fair ? 2 : 1))
            throw new ScoringException(ScoringFault.TooFew, Require.Text($"An ensemble has at least {(estimator == EnsembleEstimator.Fair ? 2 : 1)} members for this estimator; it has {count}."));
        var network = count <= LongestNetwork ? Network(count) : [];
        var pairs = estimator == EnsembleEstimator.Plain ? (double)count * count : (double)count * (count - 1);
        var blocks = (outcomes.Length + Block - 1) / Block;
        var faulty = 0;
        if (threads == 1 || blocks == 1)
            for (var block = 0; block < blocks; block++)
                Run(block);
        else
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Run);
        if (faulty != 0)
            throw new ScoringException(ScoringFault.NotFinite, "A member or an outcome is not finite, or so large that their difference is not.");

        void Run(int block)
        {
            var first = block * Block;
            var rows = Math.Min(Block, outcomes.Length - first);
            var into = scores.Span.Slice(first, rows);
            Score(members.Span.Slice(first * count, rows * count), outcomes.Span.Slice(first, rows), count, network, pairs, into);
            foreach (var score in into)
                if (!double.IsFinite(score))
                    Interlocked.Exchange(ref faulty, 1);
        }
    }

    /// <summary>Dawid and Sebastiani's score (1999) of an ensemble: the squared distance from the mean in variances, and the logarithm of the variance (divided by one less than the number of members).</summary>
    /// <exception cref="ScoringException">Members that are all equal, or a value that is not finite.</exception>
    public static double DawidSebastiani(ReadOnlySpan<double> members, double outcome)
    {
        if (members.Length < 2)
            throw new ScoringException(ScoringFault.TooFew, "A variance needs 2 members.");
        var (mean, squares) = (0.0, 0.0);
        foreach (var member in members)
            mean += Require.Finite(member, "member") / members.Length;
        foreach (var member in members)
            squares += (member - mean) * (member - mean) / (members.Length - 1);
        return DawidSebastiani(mean, squares, outcome);
    }

    /// <summary>The same of a mean and a variance.</summary>
    /// <exception cref="ScoringException">A variance not above 0, or a value that is not finite.</exception>
    public static double DawidSebastiani(double mean, double variance, double outcome)
    {
        var distance = Require.Finite(outcome, "outcome") - Require.Finite(mean, "mean");
        return distance * distance / Require.Positive(variance, "variance") + Elementary.Log(variance);
    }

    /// <summary>Brier score of passing a threshold: the share of members at or below it against whether the outcome is.</summary>
    /// <exception cref="ScoringException">No member, or a value that is not finite.</exception>
    public static double ThresholdBrier(ReadOnlySpan<double> members, double outcome, double threshold)
    {
        Require.SameLength(members.Length, members.Length, "members");
        Require.Finite(threshold, "threshold");
        var below = 0;
        foreach (var member in members)
            if (Require.Finite(member, "member") <= threshold)
                below++;
        return ProbabilityScores.Brier((double)below / members.Length, Require.Finite(outcome, "outcome") <= threshold);
    }

    /// <summary>Energy score of an ensemble of vectors (Gneiting and Raftery 2007, equation 22): the plain estimator.</summary>
    /// <param name="members">Members times dimensions values, member by member.</param>
    /// <param name="outcome">What came, one value a dimension.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or a value that is not finite.</exception>
    public static double Energy(ReadOnlySpan<double> members, ReadOnlySpan<double> outcome)
    {
        var (count, size) = Shape(members, outcome);
        var (toOutcome, among) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var one = members.Slice(i * size, size);
            toOutcome += Distance(one, outcome);
            for (var j = 0; j < i; j++)
                among += Distance(one, members.Slice(j * size, size));
        }

        return toOutcome / count - among / ((double)count * count);
    }

    /// <summary>Variogram score of an ensemble of vectors (Scheuerer and Hamill 2015, equation 3), all pairs of weight 1.</summary>
    /// <param name="members">Members times dimensions values, member by member.</param>
    /// <param name="outcome">What came, one value a dimension.</param>
    /// <param name="order">Power of the differences, above 0; one half is usual.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static double Variogram(ReadOnlySpan<double> members, ReadOnlySpan<double> outcome, double order)
    {
        var (count, size) = Shape(members, outcome);
        Require.Positive(order, "order");
        var sum = 0.0;
        for (var i = 0; i < size; i++)
            for (var j = 0; j < i; j++)
            {
                var mean = 0.0;
                for (var k = 0; k < count; k++)
                    mean += Stable.Power(Math.Abs(members[k * size + i] - members[k * size + j]), order) / count;
                var distance = Stable.Power(Math.Abs(outcome[i] - outcome[j]), order) - mean;
                sum += 2 * distance * distance;
            }

        return sum;
    }

    private static (int Count, int Size) Shape(ReadOnlySpan<double> members, ReadOnlySpan<double> outcome)
    {
        if (outcome.IsEmpty || members.IsEmpty || members.Length % outcome.Length != 0)
            throw new ScoringException(ScoringFault.Shape, Require.Text($"{members.Length} values are not members of {outcome.Length} dimensions."));
        foreach (var value in members)
            Require.Finite(value, "member");
        foreach (var value in outcome)
            Require.Finite(value, "outcome");
        return (members.Length / outcome.Length, outcome.Length);
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    private static void Score(ReadOnlySpan<double> members, ReadOnlySpan<double> outcomes, int count, ReadOnlySpan<int> network, double pairs, Span<double> scores)
    {
        Span<double> lanes = count <= LongestNetwork ? stackalloc double[count * Lanes] : new double[count * Lanes];
        Span<double> sorted = count <= LongestNetwork ? [] : new double[count];
        ref var start = ref MemoryMarshal.GetReference(lanes);
        for (var row = 0; row < outcomes.Length; row += Lanes)
        {
            // differences from the outcome: member k of the rows side by side; a last row stands in for those that lack
            for (var lane = 0; lane < Lanes; lane++)
            {
                var from = Math.Min(row + lane, outcomes.Length - 1);
                ref var source = ref MemoryMarshal.GetReference(members.Slice(from * count, count));
                var outcome = outcomes[from];
                if (network.IsEmpty && count > 1)
                {
                    for (var k = 0; k < count; k++)
                        sorted[k] = Unsafe.Add(ref source, k) - outcome;
                    sorted.Sort();
                    for (var k = 0; k < count; k++)
                        lanes[Lanes * k + lane] = sorted[k];
                }
                else
                {
                    for (var k = 0; k < count; k++)
                        Unsafe.Add(ref start, Lanes * k + lane) = Unsafe.Add(ref source, k) - outcome;
                }
            }

            Sort(ref start, network);
            var (absolute1, absolute2) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var (ranked1, ranked2) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < count; k++)
            {
                var (one, two) = (Vector256.LoadUnsafe(ref start, (nuint)(Lanes * k)), Vector256.LoadUnsafe(ref start, (nuint)(Lanes * k + 4)));
                var rank = Vector256.Create(2.0 * k + 1 - count);
                absolute1 += Vector256.Abs(one);
                absolute2 += Vector256.Abs(two);
                ranked1 += one * rank;
                ranked2 += two * rank;
            }

            var (members1, pairs1) = (Vector256.Create((double)count), Vector256.Create(pairs));
            var (score1, score2) = (absolute1 / members1 - ranked1 / pairs1, absolute2 / members1 - ranked2 / pairs1);
            for (var lane = 0; lane < Lanes && row + lane < outcomes.Length; lane++)
                scores[row + lane] = lane < 4 ? score1[lane] : score2[lane - 4];
        }
    }

    private static void Sort(ref double start, ReadOnlySpan<int> network)
    {
        ref var comparator = ref MemoryMarshal.GetReference(network);
        for (var c = 0; c < network.Length; c += 2)
        {
            var (i, j) = ((nuint)Unsafe.Add(ref comparator, c), (nuint)Unsafe.Add(ref comparator, c + 1));
            var (a, b) = (Vector256.LoadUnsafe(ref start, i), Vector256.LoadUnsafe(ref start, j));
            var (d, e) = (Vector256.LoadUnsafe(ref start, i + 4), Vector256.LoadUnsafe(ref start, j + 4));
            Vector256.MinNative(a, b).StoreUnsafe(ref start, i);
            Vector256.MinNative(d, e).StoreUnsafe(ref start, i + 4);
            Vector256.MaxNative(a, b).StoreUnsafe(ref start, j);
            Vector256.MaxNative(d, e).StoreUnsafe(ref start, j + 4);
        }
    }

    // comparators of merge exchange, as offsets into the lanes
    private static int[] Network(int count)
    {
        var comparators = new List<int>();
        var top = 1;
        while (top * 2 < count)
            top *= 2;
        for (var p = count > 1 ? top : 0; p > 0; p /= 2)
        {
            var (q, r, d) = (top, 0, p);
            while (true)
            {
                for (var i = 0; i < count - d; i++)
                    if ((i & p) == r)
                    {
                        comparators.Add(Lanes * i);
                        comparators.Add(Lanes * (i + d));
                    }

                if (q == p)
                    break;
                (d, q, r) = (q - p, q / 2, p);
            }
        }

        return [.. comparators];
    }
}
