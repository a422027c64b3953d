namespace Manometer.Statistics;

/// <summary>A simulated corpus with its truth.</summary>
/// <param name="World">The world it was drawn from.</param>
/// <param name="Data">What an analyst sees.</param>
/// <param name="Truth">What was true.</param>
public sealed record OrdinalSimulation(OrdinalWorld World, OrdinalData Data, OrdinalTruth Truth)
{
    private static readonly double[] Cuts = [-2.2, -0.8, 0.8, 2.2];
    private static readonly double[] Uninformed = [0.05, 0.10, 0.20, 0.40, 0.25];

    /// <summary>Draws a corpus. State, events and steps have streams of their own, so that a larger corpus of one seed has the same states.</summary>
    /// <param name="world">The world.</param>
    /// <param name="seed">Seed; the same seed gives the same corpus on every machine.</param>
    /// <exception cref="OrdinalException">A size of the world is out of range.</exception>
    public static OrdinalSimulation Draw(OrdinalWorld world, ulong seed)
    {
        Check(world);
        var cells = Cells(world);
        var state = States(world, cells, new Xoshiro256(seed ^ 0x5354415445UL));
        var random = new Xoshiro256(seed ^ 0x4556454E54UL);
        var label = new Xoshiro256(seed ^ 0x4C4142454CUL);
        var leans = new double[world.Sources];
        for (var k = 0; k < leans.Length; k++)
            leans[k] = world.Lean * random.NextNormal();
        if (!double.IsNaN(world.FirstSourceLean))
            leans[0] = world.FirstSourceLean;
        var shares = Shares(world, random);
        var place = Cumulative(world, cells, state);
        List<OrdinalReport> reports = [];
        List<double> events = [];
        List<bool> informative = [];
        List<int> copies = [];
        while (reports.Count < world.Reports)
        {
            var at = Pick(place, random.NextDouble());
            var (cell, month) = (at / world.Months, at % world.Months);
            var effect = world.EventEffect * random.NextNormal();
            var size = 1 + Poisson(world.FollowUps, random);
            var first = reports.Count;
            for (var i = 0; i < size && reports.Count < world.Reports; i++)
            {
                var source = Pick(shares, random.NextDouble());
                var published = Math.Min(world.Months - 1, month + random.NextInt(3));
                var copied = i > 0 && random.NextDouble() < world.CopyShare;
                var seen = copied && random.NextDouble() < world.CopiesFound;
                var follows = !(world.FirstSourceFabricates && source == 0) && random.NextDouble() < world.Reliability[Math.Min(source, world.Reliability.Count - 1)];
                var lean = leans[source] + world.LeanDrift * Math.Max(0, month - world.DriftFrom);
                var u = label.NextDouble();
                int step;
                if (copied)
                    step = reports[first].Low == reports[first].High ? reports[first].Low : Math.Sign(reports[first].Low + reports[first].High) * 2;
                else if (world.FirstSourceFabricates && source == 0)
                    step = Math.Min(2, Made(u) + 1);
                else
                    step = follows ? Step(u, state[cell][month] + lean + effect) : Made(u);
                var coarse = copied ? reports[first].Low != reports[first].High : random.NextDouble() < world.DirectionOnly && step != 0;
                reports.Add(new(cell, month, coarse ? (step > 0 ? 1 : -2) : step, coarse ? (step > 0 ? 2 : -1) : step, source) { Event = events.Count, Published = published, Weight = seen ? 0 : 1 });
                informative.Add(follows);
                copies.Add(copied ? first : -1);
            }
            events.Add(effect);
        }
        var targets = Enumerable.Range(0, cells.Count).Where(c => cells[c].Members[0] < world.Targeted).Select(c => new CellWeight(c, 1)).ToArray();
        var baseline = (int)Math.Max(0, Math.Ceiling(world.Start) - 12);
        var data = new OrdinalData
        {
            Months = world.Months,
            Families = [.. world.FamilySizes.Select((size, f) => new OrdinalFamily("family " + (char)('A' + f), size))],
            Cells = cells,
            Sources = [.. Enumerable.Repeat(world.StatedSource, world.Sources)],
            Reports = reports,
            Interventions = [new("intervention", world.Start, targets)],
            BaselineFirst = Math.Min(baseline, world.Months - 1),
            BaselineMonths = 12,
        };
        return new(world, data, new() { State = state, Effect = world.Effect, Leans = leans, Events = events, Informative = informative, CopyOf = copies });
    }

    private static void Check(OrdinalWorld world)
    {
        var ok = world.Months is >= 1 and <= 10_000 && world.Sources >= 1 && world.Reports is >= 1 and <= 10_000_000 && world.FamilySizes.Count >= 1
            && world.FamilySizes.All(s => s >= 1) && world.Targeted >= 0 && world.Targeted <= world.FamilySizes[0] && world.Silent.Distinct().Count(m => m >= 0 && m < world.Months) < world.Months && world.Reliability.Count >= 1;
        if (!ok)
            throw new OrdinalException(OrdinalFault.Range, "a world has 1 to 10,000 months of which one is not silent, at least one source and report, families with members, and no more targets than members");
    }

    private static List<OrdinalCell> Cells(OrdinalWorld world)
    {
        List<int[]> cells = [[]];
        foreach (var size in world.FamilySizes)
            cells = [.. cells.SelectMany(c => Enumerable.Range(0, size).Select(m => (int[])[.. c, m]))];
        return [.. cells.Select(c => new OrdinalCell(c))];
    }

    private static double[][] States(OrdinalWorld world, List<OrdinalCell> cells, Xoshiro256 random)
    {
        var common = Walk(world.Months, world.InitialSd, world.CommonWalk, random);
        var families = world.FamilySizes.Select(size =>
        {
            var walks = Enumerable.Range(0, size).Select(_ => Walk(world.Months, world.InitialSd, world.FamilyWalk, random)).ToArray();
            for (var t = 0; t < world.Months; t++)
            {
                var mean = walks.Average(w => w[t]);
                foreach (var walk in walks)
                    walk[t] = size > 1 ? walk[t] - mean : 0;
            }
            return walks;
        }).ToArray();
        return [.. cells.Select(cell =>
        {
            var path = new double[world.Months];
            for (var t = 0; t < world.Months; t++)
            {
                var after = t - world.Start;
                var ramp = world.Kernel is { } kernel ? kernel.At(after) : Math.Clamp(after / world.Ramp, 0, 1);
                path[t] = common[t] + cell.Members.Select((m, f) => families[f][m][t]).Sum();
                if (cell.Members[0] < world.Targeted)
                    path[t] += world.Effect * ramp;
                if (t >= world.ShockMonth)
                    path[t] += world.Shock * Elementary.Exp(-(t - world.ShockMonth) / world.ShockDecay);
            }
            return path;
        })];
    }

    private static double[] Walk(int months, double initial, double step, Xoshiro256 random)
    {
        var path = new double[months];
        for (var t = 0; t < months; t++)
            path[t] = t == 0 ? initial * random.NextNormal() : path[t - 1] + step * random.NextNormal();
        return path;
    }

    // where events fall: density rising from 0.4 to 1.6 over the months, none in silent ones
    private static double[] Cumulative(OrdinalWorld world, List<OrdinalCell> cells, double[][] state)
    {
        var sums = new double[cells.Count * world.Months];
        var sum = 0.0;
        for (var c = 0; c < cells.Count; c++)
            for (var t = 0; t < world.Months; t++)
            {
                var density = world.Months == 1 ? 1 : 0.4 + 1.2 * t / (world.Months - 1);
                if (!world.Silent.Contains(t))
                    sum += density * (world.Selection == 0 ? 1 : Elementary.Exp(world.Selection * state[c][t]));
                sums[c * world.Months + t] = sum;
            }
        return sums;
    }

    private static double[] Shares(OrdinalWorld world, Xoshiro256 random)
    {
        var shares = new double[world.Sources];
        for (var k = 0; k < shares.Length; k++)
            shares[k] = Gamma(0.7, random) + 1e-12;
        if (world.FirstSourceShare > 0 && shares.Length > 1)
        {
            var others = shares.Skip(1).Sum();
            shares[0] = others * world.FirstSourceShare / (1 - world.FirstSourceShare);
        }
        for (var k = 1; k < shares.Length; k++)
            shares[k] += shares[k - 1];
        return shares;
    }

    private static int Pick(double[] cumulative, double u)
    {
        var target = u * cumulative[^1];
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cumulative[middle] > target)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private static int Step(double u, double eta)
    {
        for (var y = 0; y < 4; y++)
            if (u < 1 / (1 + Elementary.Exp(eta - Cuts[y])))
                return y - 2;
        return 2;
    }

    private static int Made(double u)
    {
        var sum = 0.0;
        for (var y = 0; y < 4; y++)
            if (u < (sum += Uninformed[y]))
                return y - 2;
        return 2;
    }

    private static int Poisson(double mean, Xoshiro256 random)
    {
        var u = random.NextDouble();
        var term = Elementary.Exp(-mean);
        var n = 0;
        for (var sum = term; u > sum && n < 1000; sum += term)
            term *= mean / ++n;
        return n;
    }

    // Marsaglia and Tsang (2000), with the power of a uniform for shapes below 1
    private static double Gamma(double shape, Xoshiro256 random)
    {
        var d = shape + 1 - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var v = 1 + c * x;
            v = v * v * v;
            var u = random.NextDouble();
            if (v > 0 && Elementary.Log(u) < 0.5 * x * x + d - d * v + d * Elementary.Log(v))
                return d * v * Elementary.Exp(Elementary.Log(random.NextDouble()) / shape);
        }
    }
}
