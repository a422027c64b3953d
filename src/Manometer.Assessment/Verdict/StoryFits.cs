using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The stories fitted to one record: the same rows with the same weights for each, on the same machine.</summary>
/// <remarks>Reports count by the weight their grades give them before they are read, the same for every story. The scales of the record (walks, events, origins, leans) are found once, under no effect, and held for all: a search that stops early for one story would decide between them
/// (that once gave Bayes factors above 10 in 7 of 12 records without an effect). Bite and eased share one fit, each its half by the encompassing identity.</remarks>
internal sealed class StoryFits
{
    // lags in months and times of adaptation: the coarse grid, equal weights
    private static readonly WeightedKernel[] Lasting = [new(new(6), 1), new(new(12), 1), new(new(24), 1)];
    private static readonly WeightedKernel[] Passing = [new(new(6, 12), 1), new(new(12, 24), 1), new(new(12, 48), 1)];

    // a dependence of reporting on the state that is none: what counts of reports are worth when they tell nothing
    private const double Unmoved = 1e-9;

    private readonly ModelInput _input;
    private readonly OrdinalFit _none;
    private readonly OrdinalFit _other;
    private readonly OrdinalFit _passing;
    private readonly OrdinalFit _artefact;

    private readonly int _threads;

    private StoryFits(ModelInput input, int threads, OrdinalFit none, OrdinalFit free, OrdinalFit other, OrdinalFit passing, OrdinalFit artefact)
    {
        _input = input;
        _threads = threads;
        _none = none;
        Free = free;
        _other = other;
        _passing = passing;
        _artefact = artefact;
    }

    /// <summary>Number of stories.</summary>
    public const int Count = (int)StoryKind.Climatology + 1;

    /// <summary>The fit in which effects are free.</summary>
    public OrdinalFit Free { get; }

    /// <summary>The fit in which they are 0.</summary>
    public OrdinalFit None => _none;

    public static StoryFits Of(ModelInput input, IReadOnlyList<OrdinalShock> shocks, VerdictDepth depth, int threads)
    {
        var data = input.Data!;
        var options = new OrdinalOptions { Quadrature = OrdinalQuadrature.Mode, Threads = threads };
        var found = OrdinalFit.Of(data with { Series = [] }, new OrdinalModel { Effects = false, Mixture = false }, options);
        var plain = ModelScales.Held(found) with { Mixture = false };
        var full = depth == VerdictDepth.Full;
        OrdinalModel[] models =
        [
            plain with { Effects = false },
            plain with { Kernels = full ? Lasting : [Lasting[1]] },
            plain with { Effects = false, Shocks = shocks },
            plain with { Kernels = full ? Passing : [Passing[1]] },
            plain with { Effects = false, FlatWalks = 0.02 },
        ];
        var fits = Each(models.Length, threads, i => OrdinalFit.Of(data, models[i], options));
        return new(input, threads, fits[0], fits[1], fits[2], fits[3], fits[4]);
    }

    /// <summary>Independent pieces on several threads, each in its own place: the result does not depend on their number.</summary>
    private static T[] Each<T>(int count, int threads, Func<int, T> piece)
    {
        var results = new T[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => results[i] = piece(i));
        return results;
    }

    /// <summary>Log evidence of every kind of story.</summary>
    public double[] LogEvidences() => Evidences(_none.LogEvidence, Free.LogEvidence, Free.MeanEffect?.Positive, _other.LogEvidence, _passing.LogEvidence, _passing.MeanEffect?.Positive, _artefact.LogEvidence,
        RecordForecaster.LogPredictives(_input).Sum());

    /// <summary>Log evidences without some reports, by exact refit.</summary>
    public double[] LogEvidences(IReadOnlySet<int> without)
    {
        OrdinalFit[] all = [_none, Free, _other, _passing, _artefact];
        var left = Each(all.Length, _threads, i => all[i].EvidenceWithout([.. without]));
        var (none, free, other, passing, artefact) = (left[0], left[1], left[2], left[3], left[4]);
        return Evidences(none.LogEvidence, free.LogEvidence, free.Positive, other.LogEvidence, passing.LogEvidence, passing.Positive, artefact.LogEvidence,
            RecordForecaster.LogPredictives(_input, without: without).Sum());
    }

    /// <summary>Log evidences with other interventions on the same reports: those stories that know of none stay as they are.</summary>
    public double[] LogEvidencesWith(IReadOnlyList<OrdinalIntervention> interventions)
    {
        OrdinalFit[] knowing = [Free, _passing];
        var fits = Each(knowing.Length, _threads, i => knowing[i].WithInterventions(interventions));
        return Evidences(_none.LogEvidence, fits[0].LogEvidence, fits[0].MeanEffect?.Positive, _other.LogEvidence, fits[1].LogEvidence, fits[1].MeanEffect?.Positive, _artefact.LogEvidence,
            RecordForecaster.LogPredictives(_input).Sum());
    }

    /// <summary>Log evidences had the number of reports depended on the pressure: each story then foretells how many reports there are as well as what they say.</summary>
    /// <remarks>Climatology knows no pressure: to it the numbers are worth what they are worth when they tell nothing of the state.</remarks>
    /// <param name="selection">Logarithm of the rate of reporting per logit of the state, not 0.</param>
    public double[] LogEvidencesUnder(double selection)
    {
        var data = _input.Counted().Data!;
        var options = new OrdinalOptions { Quadrature = OrdinalQuadrature.Mode, Threads = 1 };
        OrdinalModel[] models = [_none.Model, Free.Model, _other.Model, _passing.Model, _artefact.Model];
        var fits = Each(models.Length + 1, _threads, i => OrdinalFit.Of(data, i < models.Length ? models[i] with { Selection = selection } : _none.Model with { Selection = Unmoved }, options));
        var (none, free, other, passing, artefact, counts) = (fits[0], fits[1], fits[2], fits[3], fits[4], fits[5].LogEvidence - _none.LogEvidence);
        return Evidences(none.LogEvidence, free.LogEvidence, free.MeanEffect?.Positive, other.LogEvidence, passing.LogEvidence, passing.MeanEffect?.Positive, artefact.LogEvidence,
            RecordForecaster.LogPredictives(_input).Sum() + counts);
    }

    /// <summary>Log probability each kind of story gives to one more report.</summary>
    public double[] LogPredictives(OrdinalReport report)
    {
        var (free, passing) = (Free.Absorb(report), _passing.Absorb(report));
        var logs = new double[Count];
        logs[(int)StoryKind.NoEffect] = _none.Absorb(report).LogPredictive;
        logs[(int)StoryKind.Bite] = free.LogPredictive + Shift(Free, free, above: true);
        logs[(int)StoryKind.OtherCause] = _other.Absorb(report).LogPredictive;
        logs[(int)StoryKind.Adaptation] = passing.LogPredictive + Shift(_passing, passing, above: true);
        logs[(int)StoryKind.Artefact] = _artefact.Absorb(report).LogPredictive;
        logs[(int)StoryKind.Eased] = free.LogPredictive + Shift(Free, free, above: false);
        logs[(int)StoryKind.Climatology] = RecordForecaster.LogShare(_input, report);
        return logs;
    }

    // what a story of one sign adds: the logarithm of the chance of that sign after the report over that before it
    private static double Shift(OrdinalFit fit, OrdinalUpdate update, bool above)
    {
        if (fit.MeanEffect is not { Posterior: var before } || update.MeanEffect is not { } after)
            return 0;
        var sign = above ? 1 : -1;
        return Elementary.Log(Math.Max(Normal.Cdf(sign * after.Mean / after.Sd), 1e-300) / Math.Max(Normal.Cdf(sign * before.Mean / before.Sd), 1e-300));
    }

    /// <summary>Log evidences at the end of every month from the first publication on: what was published by then.</summary>
    public IReadOnlyList<(int Month, int Reports, double[] LogEvidences)> Curve()
    {
        var data = _input.Data!;
        var (first, last) = (data.Reports.Where(report => report.Weight > 0).Min(report => report.Published), data.Months - 1);
        OrdinalFit[] all = [_none, Free, _other, _passing, _artefact];
        var curves = Each(all.Length, _threads, i => all[i].Curve(first, last, data.Months + 1));
        var (none, free, other, passing, artefact) = (curves[0], curves[1], curves[2], curves[3], curves[4]);
        var record = RecordForecaster.LogPredictives(_input);
        var sum = 0.0;
        for (var month = 0; month < none[0].Month; month++)
            sum += record[month];
        var points = new List<(int, int, double[])>();
        for (var i = 0; i < none.Count; i++)
        {
            sum += record[none[i].Month];
            points.Add((none[i].Month, none[i].Reports, Evidences(none[i].LogEvidence, free[i].LogEvidence, free[i].Positive, other[i].LogEvidence, passing[i].LogEvidence, passing[i].Positive, artefact[i].LogEvidence, sum)));
        }

        return points;
    }

    /// <summary>Evidence of a mean effect of one sign: the free evidence times P(sign | data) / 0.5 (Klugkist, Laudy and Hoijtink 2005).</summary>
    private static double[] Evidences(double none, double free, double? positive, double other, double passing, double? passingPositive, double artefact, double record)
    {
        var evidences = new double[Count];
        evidences[(int)StoryKind.NoEffect] = none;
        evidences[(int)StoryKind.Bite] = Sided(free, positive);
        evidences[(int)StoryKind.OtherCause] = other;
        evidences[(int)StoryKind.Adaptation] = Sided(passing, passingPositive);
        evidences[(int)StoryKind.Artefact] = artefact;
        evidences[(int)StoryKind.Eased] = Sided(free, 1 - positive);
        evidences[(int)StoryKind.Climatology] = record;
        return evidences;
    }

    private static double Sided(double evidence, double? probability) => probability is not { } p ? evidence : evidence + Elementary.Log(Math.Max(p, 1e-300) / 0.5);
}
