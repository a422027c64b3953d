namespace Manometer.Statistics;

/// <summary>Sums of counts: whole numbers, exact in doubles. u = ln mu, v = mu.</summary>
internal readonly struct PoissonModel(double[] sums, double highest) : IFunctionalModel<Plain>
{
    public double Lowest => 1e-300;

    public double Highest => highest;

    public double Cost(int from, int to)
    {
        var sum = sums[to] - sums[from];
        return sum == 0 ? 0 : 2 * (sum - sum * Elementary.Log(sum / (to - from)));
    }

    public Plain Constant(int s, double best) => new(best);

    public Plain Linear(int s) => new(2 * sums[s]);

    public Plain Weight(int s) => new(2.0 * s);

    public Plain U(double mu) => new(Elementary.Log(mu));

    public Plain V(double mu) => new(mu);

    public double Peak(Plain b, Plain w) => b.Value / w.Value;

    // Newton's steps on a concave function from where it is negative approach the root from that side.
    public double Root(Plain k, Plain b, Plain w, bool left, double outside)
    {
        if (b.Value == 0)
            return k.Value / w.Value;
        if (!left)
        {
            var mu = outside;
            for (var step = 0; step < 100; step++)
            {
                var next = mu - (k.Value + b.Value * Elementary.Log(mu) - w.Value * mu) / (b.Value / mu - w.Value);
                if (!(next < mu))
                    break;
                mu = next;
            }

            return mu;
        }

        var log = Elementary.Log(outside);
        for (var step = 0; step < 100; step++)
        {
            var mu = Elementary.Exp(log);
            var next = log - (k.Value + b.Value * log - w.Value * mu) / (b.Value - w.Value * mu);
            if (!(next > log))
                break;
            log = next;
        }

        return Elementary.Exp(log);
    }
}
