namespace Manometer.Statistics.Tests;

/// <summary>Every family with random parameters, for the tests that hold for all.</summary>
internal static class Families
{
    public static IReadOnlyList<(string Name, Func<Xoshiro256, Draw> Draw)> All { get; } =
    [
        ("normal", r => new(new NormalDistribution(Mean(r), Scale(r)))),
        ("truncated normal", r => Bounded(r, new NormalDistribution(Mean(r), Scale(r)), truncated: true)),
        ("censored normal", r => Bounded(r, new NormalDistribution(Mean(r), Scale(r)), truncated: false)),
        ("logistic", r => new(new LogisticDistribution(Mean(r), Scale(r)))),
        ("truncated logistic", r => Bounded(r, new LogisticDistribution(Mean(r), Scale(r)), truncated: true)),
        ("censored logistic", r => Bounded(r, new LogisticDistribution(Mean(r), Scale(r)), truncated: false)),
        ("t", r => new(new StudentDistribution(Between(r, 3, 30), Mean(r), Scale(r)))),
        ("truncated t", r => Bounded(r, new StudentDistribution(Between(r, 1.5, 30), Mean(r), Scale(r)), truncated: true)),
        ("censored t", r => Bounded(r, new StudentDistribution(Between(r, 1.5, 30), Mean(r), Scale(r)), truncated: false)),
        ("two-piece normal", r => { var mode = Mean(r); return new(new TwoPieceNormalDistribution(mode, Scale(r), Scale(r)), mode); }),
        ("Laplace", r => { var mode = Mean(r); return new(new LaplaceDistribution(mode, Scale(r)), mode); }),
        ("two-piece exponential", r => { var mode = Mean(r); return new(new TwoPieceExponentialDistribution(mode, Scale(r), Scale(r)), mode); }),
        ("beta", r => new(new BetaDistribution(Between(r, 0.4, 9), Between(r, 0.4, 9), -1, 2), -1, 2)),
        ("gamma", r => new(new GammaDistribution(Between(r, 0.4, 9), Scale(r)), 0)),
        ("Weibull", r => new(new WeibullDistribution(Between(r, 0.6, 5), Scale(r)), 0)),
        ("lognormal", r => new(new LognormalDistribution(Between(r, -1, 1), Between(r, 0.1, 0.9)), 0)),
        ("log-logistic", r => new(new LogLogisticDistribution(Between(r, -1, 1), Between(r, 0.05, 0.3)), 0)),
        ("log-Laplace", r => { var log = Between(r, -1, 1); return new(new LogLaplaceDistribution(log, Between(r, 0.05, 0.3)), 0, Math.Exp(log)); }),
        ("exponential", r => new(new ExponentialDistribution(Scale(r)), 0)),
        ("exponential with mass", r => { var start = Mean(r); return new(new ExponentialDistribution(Scale(r), start, Between(r, 0, 0.9)), start); }),
        ("uniform", r => { double low = Mean(r), width = Scale(r); return new(new UniformDistribution(low, low + width), low, low + width); }),
        ("uniform with masses", r => { double low = Mean(r), width = Scale(r); return new(new UniformDistribution(low, low + width, Between(r, 0, 0.4), Between(r, 0, 0.5)), low, low + width); }),
        ("generalised extreme value", r => Extreme(r, Between(r, -1.5, 0.3))),
        ("Gumbel and near it", r => Extreme(r, r.NextInt(3) == 0 ? 0 : Between(r, -0.002, 0.002))),
        ("generalised Pareto", r => Pareto(r, Between(r, -1.2, 0.3), 0)),
        ("generalised Pareto with mass", r => Pareto(r, r.NextInt(4) == 0 ? 0 : Between(r, -0.5, 0.3), Between(r, 0, 0.9))),
        ("Poisson", r => Count(new PoissonDistribution(Between(r, 0.1, r.NextInt(4) == 0 ? 60 : 6)))),
        ("negative binomial", r => Count(new NegativeBinomialDistribution(Between(r, 0.3, 9), Between(r, 0.2, 1)))),
        ("binomial", r => Count(new BinomialDistribution(r.NextInt(40), r.NextInt(9) == 0 ? 1 : Between(r, 0, 1)))),
        ("hypergeometric", r => { int m = r.NextInt(20), n = r.NextInt(20); return Count(new HypergeometricDistribution(m, n, r.NextInt(m + n + 1))); }),
        ("normal mixture", r => { double[] w = Weights(r, 3); return new(new NormalMixtureDistribution([Mean(r), Mean(r), Mean(r)], [Scale(r), Scale(r), Scale(r)], w)); }),
        ("histogram", r => { double[] edges = Rising(r, 5); return new(new HistogramDistribution(edges, Weights(r, 4)), edges); }),
        ("finite", r => { double[] values = Rising(r, 4); return new(new FiniteDistribution(values, Weights(r, 4)), values); }),
    ];

    public static double Between(Xoshiro256 random, double low, double high) => low + (high - low) * random.NextDouble();

    private static double Mean(Xoshiro256 random) => Between(random, -3, 3);

    private static double Scale(Xoshiro256 random) => Between(random, 0.3, 3);

    private static double[] Weights(Xoshiro256 random, int count)
    {
        double[] raw = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return [.. raw.Select(weight => weight / raw.Sum())];
    }

    private static double[] Rising(Xoshiro256 random, int count) => [.. Enumerable.Range(0, count).Select(_ => Between(random, -4, 4)).Order()];

    private static Draw Bounded(Xoshiro256 random, SymmetricDistribution parent, bool truncated)
    {
        var low = random.NextInt(4) == 0 ? double.NegativeInfinity : parent.Location + parent.Scale * Between(random, -2.5, 1);
        var high = random.NextInt(4) == 0 ? double.PositiveInfinity : Math.Max(low, parent.Location - 2.5 * parent.Scale) + parent.Scale * Between(random, 0.5, 4);
        double[] breaks = [.. new[] { low, high }.Where(double.IsFinite)];
        return new(truncated ? parent.Truncated(low, high) : parent.Censored(low, high), breaks);
    }

    private static Draw Extreme(Xoshiro256 random, double shape)
    {
        double location = Mean(random), scale = Scale(random);
        return new(new ExtremeValueDistribution(location, scale, shape), location - scale / (shape == 0 ? 1 : shape));
    }

    private static Draw Pareto(Xoshiro256 random, double shape, double mass)
    {
        double location = Mean(random), scale = Scale(random);
        return new(new ParetoDistribution(location, scale, shape, mass), shape < 0 ? [location, location - scale / shape] : [location]);
    }

    private static Draw Count(PredictiveDistribution forecast) => new(forecast, [.. Enumerable.Range(0, 200).Select(i => (double)i)]) { IsCount = true };

    internal sealed record Draw(PredictiveDistribution Forecast, params double[] Breaks)
    {
        public bool IsCount { get; init; }
    }
}
