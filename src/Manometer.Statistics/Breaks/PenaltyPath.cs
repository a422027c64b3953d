namespace Manometer.Statistics;

/// <summary>All segmentations that are optimal for some penalty of a range, most breaks first.</summary>
/// <remarks>Haynes, Eckley, Fearnhead (2017), CROPS: solve at both ends; where the numbers of breaks differ by more than one, solve at the penalty at which both cost the same, and go on in both halves.</remarks>
/// <param name="Steps">The segmentations, from the least penalty to the largest.</param>
/// <param name="PenaltyUnit">What penalties are measured in; see <see cref="BreakResult.PenaltyUnit"/>.</param>
/// <param name="Pick">The step that is optimal for the default penalty, 3 ln n units; -1 where that lies outside the range.</param>
/// <param name="Elbow">The step at the sharpest bend of cost against number of breaks (farthest from the line between the ends); for display, not a decision. -1 with fewer than three steps.</param>
/// <param name="Runs">Number of searches it took.</param>
public sealed record PenaltyPath(IReadOnlyList<PenaltyStep> Steps, double PenaltyUnit, int Pick, int Elbow, int Runs)
{
    private const int MostRuns = 2_000;

    internal static PenaltyPath Make(BreakSolver solver, double low, double high)
    {
        var found = new SortedDictionary<int, Segmentation>();
        var runs = 0;
        var first = Run(low);
        var last = Run(high);
        var open = new Stack<(Segmentation Many, Segmentation Few)>();
        open.Push((first, last));
        while (open.TryPop(out var pair))
        {
            var (many, few) = pair;
            if (many.Breaks.Count <= few.Breaks.Count + 1)
                continue;
            if (runs >= MostRuns)
                throw new BreakException(BreakFault.Penalty, $"The range of penalties holds more than {MostRuns} segmentations; raise its lower end.");
            var middle = Run(Math.Max(0, (few.Cost - many.Cost) / (many.Breaks.Count - few.Breaks.Count)));
            if (middle.Breaks.Count >= many.Breaks.Count || middle.Breaks.Count <= few.Breaks.Count)
                continue;
            open.Push((many, middle));
            open.Push((middle, few));
        }

        // a segmentation found where two cost the same may be optimal at no more than that point: the lower convex hull drops it
        var hull = new List<Segmentation>();
        foreach (var one in found.Values)
        {
            while (hull.Count > 1 && Slope(hull[^2], hull[^1]) <= Slope(hull[^1], one) * (1 - 1e-12))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(one);
        }

        hull.Reverse();
        var steps = new PenaltyStep[hull.Count];
        var from = low;
        for (var i = 0; i < steps.Length; i++)
        {
            // ties are told apart by rounding alone: the bounds must not cross by it
            var to = i == steps.Length - 1 ? high : Math.Clamp(Slope(hull[i + 1], hull[i]), from, high);
            steps[i] = new PenaltyStep(hull[i].Breaks, hull[i].Cost, from, to);
            from = to;
        }

        var shown = 3 * solver.PenaltyUnit * Elementary.Log(solver.Data.Rows);
        return new PenaltyPath(steps, solver.PenaltyUnit, Array.FindIndex(steps, step => shown >= step.From && shown <= step.To), Bend(steps), runs);

        Segmentation Run(double penalty)
        {
            runs++;
            var ends = solver.Run(penalty);
            var one = new Segmentation(ends[..^1].ToArray(), solver.TotalCost);
            if (!found.TryGetValue(one.Breaks.Count, out var known) || one.Cost < known.Cost)
                found[one.Breaks.Count] = one;
            return one;
        }
    }

    // what a further break saves
    private static double Slope(Segmentation fewer, Segmentation more) => (fewer.Cost - more.Cost) / (more.Breaks.Count - fewer.Breaks.Count);

    private static int Bend(PenaltyStep[] steps)
    {
        if (steps.Length < 3)
            return -1;
        var (best, at) = (0.0, -1);
        double breaks = steps[0].Breaks.Count - steps[^1].Breaks.Count;
        var cost = steps[^1].Cost - steps[0].Cost;
        for (var i = 1; i < steps.Length - 1; i++)
        {
            var below = (steps[i].Breaks.Count - steps[^1].Breaks.Count) / breaks + (steps[i].Cost - steps[0].Cost) / cost;
            if (1 - below > best)
                (best, at) = (1 - below, i);
        }

        return at;
    }
}
