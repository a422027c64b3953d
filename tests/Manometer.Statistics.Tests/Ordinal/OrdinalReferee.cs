namespace Manometer.Statistics.Tests;

/// <summary>The model sampled by Hamiltonian Monte Carlo, sharing no routine with the engine but the generator: levels only, one family, constant leans, one intervention, events without coded origins, with or without the mixture.</summary>
/// <remarks>All unknowns are standardised innovations and logarithms of scales; trajectories of jittered length, step size by dual averaging (Hoffman and Gelman 2014), diagonal mass from the warm-up.</remarks>
internal sealed class OrdinalReferee
{
    /// <summary>The corpus of the long comparison.</summary>
    public static OrdinalData Corpus(int reports) => OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = reports, Kernel = new(12) }, 11).Data;

    /// <summary>The model of the long comparison: all that this sampler knows, the mixture included.</summary>
    public static OrdinalModel Full => new() { Drift = LeanDrift.None };

    private readonly OrdinalData data;
    private readonly OrdinalModel model;
    private readonly int months, members, sources, events;
    private readonly int[] eventOf;
    private readonly int atFamily, atLean, atEvent, atEffect, atScale, atReliable, size;
    private readonly double[] target;
    private readonly double[] kernel;

    public OrdinalReferee(OrdinalData data, OrdinalModel model)
    {
        this.data = data;
        this.model = model;
        months = data.Months;
        members = data.Families[0].Members;
        sources = data.Sources.Count;
        var numbers = new Dictionary<int, int>();
        eventOf = [.. data.Reports.Select((r, i) => numbers.TryGetValue(r.Event >= 0 ? r.Event : -1 - i, out var known) ? known : numbers[r.Event >= 0 ? r.Event : -1 - i] = numbers.Count)];
        events = numbers.Count;
        atFamily = months;
        atLean = atFamily + months * members;
        atEvent = atLean + sources;
        atEffect = atEvent + events;
        atScale = atEffect + 1; // common, family, event, lean
        atReliable = atScale + 4;
        size = atReliable + (model.Mixture ? sources : 0);
        target = new double[data.Cells.Count];
        foreach (var cell in data.Interventions[0].Targets)
            target[cell.Cell] = cell.Weight;
        kernel = [.. Enumerable.Range(0, months).Select(t => model.Kernels[0].Kernel.At(t - data.Interventions[0].Start))];
    }

    private static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : 1 - 1 / (1 + Math.Exp(x));

    /// <summary>States of all cells [cell * months + t], then the effect, then the four logarithms of scales, then reliabilities.</summary>
    private double[] Read(double[] x)
    {
        double sg = Math.Exp(x[atScale]), sa = Math.Exp(x[atScale + 1]);
        var result = new double[data.Cells.Count * months + 1 + 4 + (model.Mixture ? sources : 0)];
        double common = 0;
        var walk = new double[members];
        for (var t = 0; t < months; t++)
        {
            common += (t == 0 ? model.InitialSd : sg) * x[t];
            for (var m = 0; m < members; m++)
                walk[m] += (t == 0 ? model.InitialSd : sa) * x[atFamily + t * members + m];
            var mean = walk.Average();
            for (var c = 0; c < data.Cells.Count; c++)
                result[c * months + t] = common + walk[data.Cells[c].Members[0]] - mean + target[c] * kernel[t] * model.MeanEffectSd * x[atEffect];
        }
        var at = data.Cells.Count * months;
        result[at++] = model.MeanEffectSd * x[atEffect];
        for (var s = 0; s < 4; s++)
            result[at++] = x[atScale + s];
        for (var k = 0; model.Mixture && k < sources; k++)
            result[at++] = Sigmoid(x[atReliable + k]);
        return result;
    }

    private double Density(double[] x, double[] gradient)
    {
        Array.Clear(gradient);
        var states = Read(x);
        double su = Math.Exp(x[atScale + 2]), sb = Math.Exp(x[atScale + 3]), v = model.OriginEffect.Median, spread = Math.Sqrt(su * su + v * v);
        var sum = 0.0;
        var byState = new double[data.Cells.Count * months];
        double bySpread = 0, byLean = 0;
        var byReliable = new double[sources];
        for (var i = 0; i < data.Reports.Count; i++)
        {
            var report = data.Reports[i];
            var eta = states[report.Cell * months + report.Month] + sb * x[atLean + report.Source] + spread * x[atEvent + eventOf[i]];
            var up = report.High == 2 ? 1 : Sigmoid(model.Cuts[report.High + 2] - eta);
            var down = report.Low == -2 ? 0 : Sigmoid(model.Cuts[report.Low + 1] - eta);
            var p = Math.Max(up - down, 1e-300);
            double r = 1, blind = 0;
            if (model.Mixture)
            {
                r = Sigmoid(x[atReliable + report.Source]);
                blind = Enumerable.Range(report.Low + 2, report.High - report.Low + 1).Sum(y => data.Uninformed[y]);
            }
            var mixed = r * p + (1 - r) * blind;
            sum += report.Weight * Math.Log(mixed);
            var slope = report.Weight * r * (down * (1 - down) - up * (1 - up)) / mixed;
            byState[report.Cell * months + report.Month] += slope;
            gradient[atLean + report.Source] += slope * sb;
            byLean += slope * x[atLean + report.Source];
            gradient[atEvent + eventOf[i]] += slope * spread;
            bySpread += slope * x[atEvent + eventOf[i]];
            byReliable[report.Source] += report.Weight * (p - blind) / mixed * r * (1 - r);
        }
        double byEffect = 0, gradientSg = 0, gradientSa = 0, commonTail = 0, sg = Math.Exp(x[atScale]), sa = Math.Exp(x[atScale + 1]);
        var memberTail = new double[members];
        for (var t = months - 1; t >= 0; t--)
        {
            double all = 0;
            var own = new double[members];
            for (var c = 0; c < data.Cells.Count; c++)
            {
                var slope = byState[c * months + t];
                all += slope;
                own[data.Cells[c].Members[0]] += slope;
                byEffect += slope * target[c] * kernel[t] * model.MeanEffectSd;
            }
            commonTail += all;
            gradient[t] += commonTail * (t == 0 ? model.InitialSd : sg);
            if (t > 0)
                gradientSg += commonTail * sg * x[t];
            for (var m = 0; m < members; m++)
            {
                memberTail[m] += own[m] - all / members;
                gradient[atFamily + t * members + m] += memberTail[m] * (t == 0 ? model.InitialSd : sa);
                if (t > 0)
                    gradientSa += memberTail[m] * sa * x[atFamily + t * members + m];
            }
        }
        gradient[atEffect] += byEffect;
        gradient[atScale] += gradientSg;
        gradient[atScale + 1] += gradientSa;
        gradient[atScale + 2] += bySpread * su * su / spread;
        gradient[atScale + 3] += byLean * sb;
        for (var j = 0; j < atScale; j++)
        {
            sum -= 0.5 * x[j] * x[j];
            gradient[j] -= x[j];
        }
        ScalePrior[] priors = [model.CommonWalk, model.FamilyWalks[0], model.EventEffect, model.Lean];
        for (var s = 0; s < 4; s++)
        {
            var z = (x[atScale + s] - Math.Log(priors[s].Median)) / priors[s].Spread;
            sum -= 0.5 * z * z;
            gradient[atScale + s] -= z / priors[s].Spread;
        }
        for (var k = 0; model.Mixture && k < sources; k++)
        {
            double a = data.Sources[k].Reliability * data.Sources[k].Strength, b = data.Sources[k].Strength - a, r = Sigmoid(x[atReliable + k]);
            sum += a * Math.Log(r) + b * Math.Log(1 - r);
            gradient[atReliable + k] += byReliable[k] + a * (1 - r) - b * r;
        }
        return sum;
    }

    /// <summary>Largest relative error of the gradient against differences, at a random point.</summary>
    public double GradientError(ulong seed)
    {
        var random = new Xoshiro256(seed);
        var x = Enumerable.Range(0, size).Select(_ => 0.5 * random.NextNormal()).ToArray();
        var gradient = new double[size];
        var waste = new double[size];
        Density(x, gradient);
        var worst = 0.0;
        for (var j = 0; j < size; j++)
        {
            var old = x[j];
            x[j] = old + 1e-5;
            var above = Density(x, waste);
            x[j] = old - 1e-5;
            var below = Density(x, waste);
            x[j] = old;
            worst = Math.Max(worst, Math.Abs((above - below) / 2e-5 - gradient[j]) / (1 + Math.Abs(gradient[j])));
        }
        return worst;
    }

    /// <summary>Means and sds of states less their baseline mean [cell * months + t], the effect, the logarithms of scales, the reliabilities; and the smallest effective number of draws among the first three by batch means.</summary>
    public (double[] Means, double[] Sds, double Effective) Sample(int draws, ulong seed)
    {
        var random = new Xoshiro256(seed);
        var x = new double[size];
        ScalePrior[] priors = [model.CommonWalk, model.FamilyWalks[0], model.EventEffect, model.Lean];
        for (var s = 0; s < 4; s++)
            x[atScale + s] = Math.Log(priors[s].Median);
        for (var k = 0; model.Mixture && k < sources; k++)
            x[atReliable + k] = Math.Log(data.Sources[k].Reliability / (1 - data.Sources[k].Reliability));
        var mass = Enumerable.Repeat(1.0, size).ToArray();
        double step = 0.05, logStep = Math.Log(0.05), averageStep = 0, error = 0;
        var gradient = new double[size];
        var value = Density(x, gradient);
        var warm = Math.Max(400, draws / 5);
        var adapt = 0;
        double[] meanOf = new double[size], squareOf = new double[size];
        var seen = 0;
        double[]? sums = null, squares = null;
        var batches = new List<double[]>();
        double[]? batch = null;
        var batchSize = Math.Max(1, draws / 40);
        for (var draw = -warm; draw < draws; draw++)
        {
            var momentum = Enumerable.Range(0, size).Select(j => random.NextNormal() / Math.Sqrt(mass[j])).ToArray();
            var energy = value - 0.5 * momentum.Select((p, j) => p * p * mass[j]).Sum();
            var y = (double[])x.Clone();
            var g = (double[])gradient.Clone();
            var trial = value;
            var leaps = 1 + (int)(Math.Min(40, 2.0 / step) * (0.4 + 0.6 * random.NextDouble()));
            for (var leap = 0; leap < leaps; leap++)
            {
                for (var j = 0; j < size; j++)
                {
                    momentum[j] += 0.5 * step * g[j];
                    y[j] += step * mass[j] * momentum[j];
                }
                trial = Density(y, g);
                for (var j = 0; j < size; j++)
                    momentum[j] += 0.5 * step * g[j];
            }
            var accept = Math.Min(1, Math.Exp(trial - 0.5 * momentum.Select((p, j) => p * p * mass[j]).Sum() - energy));
            if (double.IsNaN(accept))
                accept = 0;
            if (random.NextDouble() < accept)
                (x, gradient, value) = (y, g, trial);
            if (draw < 0)
            {
                adapt++;
                error += (0.8 - accept - error) / (adapt + 10);
                logStep = Math.Log(0.5) - Math.Sqrt(adapt) / 0.05 * error;
                step = Math.Exp(Math.Clamp(logStep, -8, 0.5));
                var eta = Math.Pow(adapt, -0.75);
                averageStep += eta * (Math.Log(step) - averageStep);
                if (draw < -warm / 2 && draw > -warm * 9 / 10)
                {
                    seen++;
                    for (var j = 0; j < size; j++)
                    {
                        meanOf[j] += x[j];
                        squareOf[j] += x[j] * x[j];
                    }
                }
                if (draw == -warm / 2)
                {
                    for (var j = 0; j < size; j++)
                        mass[j] = Math.Max(0.02, squareOf[j] / seen - meanOf[j] / seen * (meanOf[j] / seen));
                    adapt = 0;
                    error = averageStep = 0;
                }
                if (draw == -1)
                    step = Math.Exp(averageStep);
                continue;
            }
            var read = Read(x);
            Relative(read);
            sums ??= new double[read.Length];
            squares ??= new double[read.Length];
            batch ??= new double[read.Length];
            for (var j = 0; j < read.Length; j++)
            {
                sums[j] += read[j];
                squares[j] += read[j] * read[j];
                batch[j] += read[j] / batchSize;
            }
            if ((draw + 1) % batchSize == 0)
            {
                batches.Add(batch);
                batch = null;
            }
        }
        double[] means = [.. sums!.Select(s => s / draws)];
        double[] sds = [.. squares!.Select((s, j) => Math.Sqrt(Math.Max(0, s / draws - means[j] * means[j])))];
        var effective = Enumerable.Range(0, means.Length).Where(j => sds[j] > 1e-9).Min(j => draws * sds[j] * sds[j] / (batchSize * batches.Average(b => (b[j] - means[j]) * (b[j] - means[j]))));
        return (means, sds, effective);
    }

    private void Relative(double[] read)
    {
        var last = Math.Min(months, data.BaselineFirst + data.BaselineMonths);
        for (var c = 0; c < data.Cells.Count; c++)
        {
            var mean = 0.0;
            for (var t = data.BaselineFirst; t < last; t++)
                mean += read[c * months + t] / (last - data.BaselineFirst);
            for (var t = 0; t < months; t++)
                read[c * months + t] -= mean;
        }
    }

    /// <summary>Differences of an engine's fit from the sampled values over all states: mean and largest |difference of means| in sds, mean and extreme ratio of sds.</summary>
    public static (double Mean, double Largest, double Ratio, double Low, double High) Compare(OrdinalFit fit, double[] means, double[] sds)
    {
        var lines = Enumerable.Range(0, fit.Data.Cells.Count).Select(c => OrdinalLine.Mean("line", [c])).ToArray();
        var index = fit.Index(lines);
        List<double> moves = [], ratios = [];
        for (var c = 0; c < lines.Length; c++)
            for (var t = 0; t < fit.Data.Months; t++)
            {
                var at = c * fit.Data.Months + t;
                if (sds[at] < 1e-9)
                    continue;
                moves.Add(Math.Abs(index[c][t].Estimate.Mean - means[at]) / sds[at]);
                ratios.Add(index[c][t].Estimate.Sd / sds[at]);
            }
        return (moves.Average(), moves.Max(), ratios.Average(), ratios.Min(), ratios.Max());
    }
}
