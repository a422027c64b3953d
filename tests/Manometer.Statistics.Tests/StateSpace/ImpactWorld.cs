namespace Manometer.Statistics.Tests;

/// <summary>Series from the prior of a model, with what was drawn.</summary>
internal sealed class ImpactWorld(ImpactModel model, int covariates, int fitted, int after)
{
    public sealed record Truth(double[] Y, double[] X, int Covariates, int Fitted, double Average, double Noise, double[] Steps, double[] Coefficients, double LastLevel)
    {
        public ImpactSummary Fit(ImpactSolver solver) => solver.Fit(Y, X, Covariates, new(0, Fitted - 1, Fitted, Y.Length - 1));

        /// <summary>Posterior probability below the truth, of each quantity.</summary>
        public IEnumerable<(string, double)> Ranks(ImpactSolver solver)
        {
            var model = solver.Model;
            Fit(solver);
            var engine = solver.Engine;
            yield return ("average", engine.Mixture.Tails(Average).Below);
            var evidence = engine.LogEvidence;
            var (layout, stride) = (engine.Layout, engine.Forecast.Stride);
            var functions = new List<(string, double[], double)>();
            var level = new double[stride];
            level[0] = 1;
            functions.Add(("last level", level, LastLevel));
            for (var j = 0; j < Coefficients.Length; j++)
            {
                var coefficient = new double[stride];
                coefficient[layout.States + j] = 1;
                functions.Add(($"coefficient {j}", coefficient, Coefficients[j]));
            }
            foreach (var (what, function, truth) in functions)
            {
                var mixture = new GaussianMixture();
                engine.Predict(function, new[] { mixture });
                yield return (what, mixture.Tails(truth).Below);
            }
            // the share of the posterior below a variance: evidence under the prior cut off there, times the prior's share
            yield return ("noise", Below(model with { Observation = model.Observation!.Value with { UpperLimit = Noise } }, model.Observation!.Value, Noise, evidence));
            yield return ("level step", Below(model with { Level = model.Level with { UpperLimit = Steps[0] } }, model.Level, Steps[0], evidence));
            if (model.Seasons > 0)
                yield return ("season step", Below(model with { Season = model.Season with { UpperLimit = Steps[1] } }, model.Season, Steps[1], evidence));
            if (model.Trend)
                yield return ("slope step", Below(model with { Slope = model.Slope with { UpperLimit = Steps[1] } }, model.Slope, Steps[1], evidence));
            if (model.Dynamic)
                yield return ("coefficient step", Below(model with { Coefficient = model.Coefficient with { UpperLimit = Steps[^1] } }, model.Coefficient, Steps[^1], evidence));
        }

        private double Below(ImpactModel cut, SdPrior prior, double truth, double evidence)
        {
            var solver = new ImpactSolver { Model = cut };
            Fit(solver);
            double Share(double limit) => ImpactPriors.UpperGamma(prior.Shape, prior.Rate / (limit * limit));
            return Math.Exp(solver.Engine.LogEvidence - evidence) * Share(truth) / Share(prior.UpperLimit);
        }
    }

    public Truth Draw(Xoshiro256 random)
    {
        var n = fitted + after;
        var referee = new ImpactReferee(model, [], [], 0, random.NextBits());
        double Sd(SdPrior prior)
        {
            while (true)
            {
                var sd = Math.Sqrt(prior.Rate / referee.Gamma(prior.Shape));
                if (sd <= prior.UpperLimit)
                    return sd;
            }
        }
        var noise = Sd(model.Observation!.Value);
        var level = Sd(model.Level);
        var x = new double[covariates][];
        for (var j = 0; j < covariates; j++)
        {
            x[j] = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())];
            var mean = x[j].Take(fitted).Average();
            var sd = Math.Sqrt(x[j].Take(fitted).Sum(one => (one - mean) * (one - mean)) / (fitted - 1));
            x[j] = [.. x[j].Select(one => (one - mean) / sd)];
        }
        var columns = covariates == 0 ? [] : x.Prepend([.. Enumerable.Repeat(1.0, n)]).ToArray();
        var beta = Slab(columns, n, noise, random);
        var steps = new List<double> { level };
        var (slopeStep, seasonStep, coefficientStep) = (0.0, 0.0, 0.0);
        if (model.Trend)
            steps.Add(slopeStep = Sd(model.Slope));
        if (model.Seasons > 0)
            steps.Add(seasonStep = Sd(model.Season));
        if (model.Dynamic)
            steps.Add(coefficientStep = Sd(model.Coefficient));
        var (a, slope) = (random.NextNormal(), model.Trend ? random.NextNormal() : 0);
        var season = Enumerable.Range(0, Math.Max(model.Seasons - 1, 0)).Select(_ => random.NextNormal()).ToList();
        var wandering = new double[covariates];
        var y = new double[n];
        var (last, sum) = (0.0, 0.0);
        for (var t = 0; t < n; t++)
        {
            y[t] = a + (season.Count > 0 ? season[0] : 0) + Enumerable.Range(0, columns.Length).Sum(j => columns[j][t] * beta[j]) + Enumerable.Range(0, covariates).Sum(j => x[j][t] * wandering[j]) + noise * random.NextNormal();
            if (t == fitted - 1)
                last = a;
            if (t >= fitted)
                sum += y[t];
            a += slope + level * random.NextNormal();
            slope += slopeStep * random.NextNormal();
            if (season.Count > 0)
            {
                season.Insert(0, -season.Sum() + seasonStep * random.NextNormal());
                season.RemoveAt(season.Count - 1);
            }
            for (var j = 0; j < covariates && model.Dynamic; j++)
                wandering[j] += coefficientStep * random.NextNormal();
        }
        return new(y, [.. x.SelectMany(column => column)], covariates, fitted, sum / after, noise, [.. steps], beta, last);
    }

    // beta ~ N(0, s2 W^-1): L'^-1 z with W = L L'
    private double[] Slab(double[][] columns, int n, double noise, Xoshiro256 random)
    {
        var k = columns.Length;
        var l = new double[k, k];
        for (var i = 0; i < k; i++)
            for (var j = 0; j <= i; j++)
            {
                var w = model.SlabWeight * (i == j ? 1 : 1 - model.SlabDiagonal) * columns[i].Zip(columns[j], (a, b) => a * b).Sum() / n;
                for (var h = 0; h < j; h++)
                    w -= l[i, h] * l[j, h];
                l[i, j] = i == j ? Math.Sqrt(w) : w / l[j, j];
            }
        var beta = new double[k];
        for (var i = k - 1; i >= 0; i--)
        {
            beta[i] = noise * random.NextNormal();
            for (var j = i + 1; j < k; j++)
                beta[i] -= l[j, i] * beta[j];
            beta[i] /= l[i, i];
        }
        return beta;
    }
}
