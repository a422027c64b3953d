using System.Globalization;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Case to verdict: a pure function.</summary>
public static class VerdictModel
{
    /// <summary>Effect the power statement assumes, in logits.</summary>
    private const double AssumedEffect = 1.5;

    /// <summary>Reports a source needs for <see cref="VerdictDepth.Quick"/> to leave it out, and how many are left out at most.</summary>
    private const int QuickReports = 5;
    private const int QuickSources = 6;

    /// <summary>Lets the stories forecast what was published by a day, and says how far each is believed.</summary>
    /// <param name="case">The case, free of errors.</param>
    /// <param name="asOf">Use only what was published by this day; null: the end of the record.</param>
    /// <param name="depth">How much is asked.</param>
    /// <param name="threads">Number of threads, at least 1; default 1. The result does not depend on it.</param>
    /// <param name="doing">Told what is being done, for one who waits; null for nobody. The result does not depend on it.</param>
    public static Verdict Of(Case @case, DateOnly? asOf = null, VerdictDepth depth = VerdictDepth.Full, int threads = 1, Action<string>? doing = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var input = ModelInput.Of(@case, asOf ?? Assessor.EndOfRecord(@case), ModelScope.Sector).Graded();
        var stories = Stories.Of(@case);
        if (input.Data is not { } data || input.Measures.Count == 0 || data.Interventions.Count == 0)
            return Silent(@case, input.AsOf, stories, [.. ModelNotices.Of(input, null), .. stories.Notices]);
        try
        {
            return Fitted(@case, input, data, stories, depth, threads, doing ?? (_ => { }));
        }
        catch (OrdinalException fault) when (fault.Fault == OrdinalFault.TooLarge)
        {
            return Silent(@case, input.AsOf, stories, [.. ModelNotices.Of(input, null), ModelNotices.TooLarge(fault), .. stories.Notices]);
        }
        catch (AggregateException faults) when (faults.InnerException is OrdinalException { Fault: OrdinalFault.TooLarge } fault)
        {
            return Silent(@case, input.AsOf, stories, [.. ModelNotices.Of(input, null), ModelNotices.TooLarge(fault), .. stories.Notices]);
        }
    }

    private static Verdict Fitted(Case @case, ModelInput input, OrdinalData data, Stories stories, VerdictDepth depth, int threads, Action<string> doing)
    {
        doing("letting the stories forecast");
        var shocks = OtherCauses.Of(@case, input);
        var fits = StoryFits.Of(input, shocks, depth, threads);
        var board = new StoryBoard(stories);
        var curve = fits.Curve();
        var now = board.Pick(curve[^1].LogEvidences);
        var notices = new List<Notice>([.. ModelNotices.Of(input, fits.Free), .. stories.Notices]);
        var refused = notices.Exists(notice => notice.Code == "NOT_IDENTIFIABLE");
        var full = depth == VerdictDepth.Full;
        doing("were reporting to depend on the pressure");
        var selection = !refused ? SelectionReadings.Of(fits, board) : [];
        var bite = SelectionReadings.Widened(board.Bite(now, refused), selection);
        if (SelectionReadings.NoticeOf(bite) is { } matters)
            notices.Add(matters);
        var controls = full ? NegativeControls.Of(@case, input, fits, threads) : [];
        if (full && NegativeControls.NoticeOf(@case, controls) is { } control)
            notices.Add(control);
        doing("foretelling later reports");
        var contest = BaselineContests.Of(input, fits, threads);
        if (contest is { Beats: false })
            notices.Add(new("BASELINES_NOT_BEATEN", contest.Text));
        var routes = fits.Free.BayesFactor(fits.None);
        if (!routes.Agree)
            notices.Add(new("BF_ROUTES_DISAGREE", "Two ways of computing the Bayes factor differ by more than 0.5 in its logarithm; none is given."));
        return new Verdict
        {
            Bite = bite with { PriorsStated = stories.Stated },
            Outcome = OutcomeVerdicts.Of(@case, input.AsOf),
            Contribution = OutcomeVerdicts.ContributionOf(@case, input.AsOf),
            Codes = OutcomeVerdicts.CodesOf(@case, input.AsOf),
            Hypotheses = board.Stories([.. curve.Select(point => board.Pick(point.LogEvidences))]),
            Curve = [.. curve.Select(point => board.Month(input.MonthNames[point.Month], point.Reports, board.Pick(point.LogEvidences)))],
            Power = PowerOf(input, fits.Free),
            PlaceboRank = full ? Told("trying false dates", () => PlaceboDates.Of(input, fits, threads)) : null,
            TargetPlacebos = full ? Told("trying false targets", () => PlaceboTargets.Of(input, fits, threads)) : null,
            Controls = controls,
            BeatsBaselines = contest?.Beats,
            Baselines = contest,
            BayesFactor = new BayesFactorFound { LogSavageDickey = routes.SavageDickey, LogEvidences = routes.Evidences, Agree = routes.Agree },
            Effect = PressureModel.EffectOf(fits.Free),
            LeaveOneOut = [.. Told("leaving out parts of the record", () => LeftOut(input, fits, board, refused, full)), .. full && data.Series.Count > 0 ? [SeriesLeftOut(input, StoryFits.Of(input.WithoutSeries(), shocks, depth, threads), board, refused)] : Array.Empty<LeaveOut>(), .. full ? UnsureReadings(@case, input, shocks, depth, threads, board, refused) : [], .. selection],
            FlipSet = full && !refused ? Told("looking for what flips it", () => FlipSets.Of(input, fits, board, board.Bite(board.Pick(fits.LogEvidences()), refused: false), board.Pick(fits.LogEvidences()))) : null,
            Wanted = full ? Told("weighing what to look for next", () => WantedReports.Of(input, fits, board, now)) : [],
            Warnings = notices,
        };

        T Told<T>(string what, Func<T> piece)
        {
            doing(what);
            return piece();
        }
    }

    /// <summary>A verdict that says nothing, and why.</summary>
    private static Verdict Silent(Case @case, DateOnly asOf, Stories stories, IReadOnlyList<Notice> notices) => new()
    {
        Bite = new BiteVerdict { Low = 0, High = 1, Word = StoryBoard.Nothing, PlainWord = StoryBoard.Nothing },
        Outcome = OutcomeVerdicts.Of(@case, asOf),
        Contribution = OutcomeVerdicts.ContributionOf(@case, asOf),
        Codes = OutcomeVerdicts.CodesOf(@case, asOf),
        Hypotheses = [.. stories.All.Select(story => new VerdictStory { Id = story.Id, Name = story.Name, Prior = story.Prior, Probability = story.Prior, Low = 0.05, High = 0.6, LogEvidence = 0, Bites = Stories.Bites(story.Kind) })],
        Curve = [],
        LeaveOneOut = [],
        Wanted = [],
        Warnings = notices,
    };

    private static PowerStatement PowerOf(ModelInput input, OrdinalFit fit)
    {
        var effect = fit.MeanEffect!;
        var (three, ten) = (EffectPower.At(effect.PriorSd, effect.Posterior.Sd, AssumedEffect, 3).Power, EffectPower.At(effect.PriorSd, effect.Posterior.Sd, AssumedEffect, 10).Power);
        var reports = input.Data!.Reports.Count(report => report.Weight > 0);
        var origins = input.EffectiveOrigins;
        return new PowerStatement
        {
            Effect = AssumedEffect,
            Above3 = three,
            Above10 = ten,
            Reports = reports,
            EffectiveOrigins = origins,
            Text = string.Create(CultureInfo.InvariantCulture, $"With these {reports} observations, which weigh as much as {origins:0.#} independent witnesses of equal size, a true effect of {AssumedEffect} logits would be noticed (Bayes factor above 3) about {100 * three:0} % of the time, and clearly (above 10) {100 * ten:0} %."),
        };
    }

    /// <summary>The verdict with every pair of observations that is unsure or in dispute taken as one happening, and as two.</summary>
    private static IEnumerable<LeaveOut> UnsureReadings(Case @case, ModelInput input, IReadOnlyList<OrdinalShock> shocks, VerdictDepth depth, int threads, StoryBoard board, bool refused)
    {
        var asOf = input.AsOf;
        var pairs = Happenings.UnsureOf(KnownRecord.PublishedBy(@case, asOf));
        if (pairs.Count == 0)
            yield break;
        foreach (var (says, name) in new[] { (LinkSays.Same, "unsure pairs as one happening"), (LinkSays.Different, "unsure pairs as two") })
        {
            var links = @case.Links.Where(link => link.Says != LinkSays.Disputed).Concat(pairs.Select(pair => new Link { Id = "", Kind = LinkKind.Event, One = pair.One, Other = pair.Other, Says = says, By = "" }));
            var evidences = board.Pick(StoryFits.Of(ModelInput.Of(@case with { Links = [.. links] }, asOf, ModelScope.Sector).Graded(), shocks, depth, threads).LogEvidences());
            var bite = board.Bite(evidences, refused);
            yield return new LeaveOut { Kind = "reading", Id = name, Reports = 0, Probability = bite.Probability, Low = bite.Low, High = bite.High, Word = bite.Word, LogEvidences = evidences };
        }
    }

    private static LeaveOut SeriesLeftOut(ModelInput input, StoryFits bare, StoryBoard board, bool refused)
    {
        var evidences = board.Pick(bare.LogEvidences());
        var bite = board.Bite(evidences, refused);
        return new LeaveOut { Kind = "series", Id = string.Join(", ", input.Series.Rows.Select(row => row.Id)), Reports = 0, Probability = bite.Probability, Low = bite.Low, High = bite.High, Word = bite.Word, LogEvidences = evidences };
    }

    private static List<LeaveOut> LeftOut(ModelInput input, StoryFits fits, StoryBoard board, bool refused, bool full)
    {
        var found = new List<LeaveOut>();
        Add("source", report => report.Source);
        if (full && input.Data!.Interventions is { Count: > 1 } interventions)
            foreach (var without in interventions)
            {
                var evidences = board.Pick(fits.LogEvidencesWith([.. interventions.Where(one => one != without)]));
                var bite = board.Bite(evidences, refused);
                found.Add(new LeaveOut { Kind = "measure", Id = without.Name, Reports = 0, Probability = bite.Probability, Low = bite.Low, High = bite.High, Word = bite.Word, LogEvidences = evidences });
            }

        if (full)
        {
            Add("origin", report => report.Origin);
            Add("event", report => report.Event);
            Add("coder", report => report.Coder);
        }

        return found;

        void Add(string kind, Func<ModelReport, string?> key)
        {
            var groups = Enumerable.Range(0, input.Reports.Count).Where(i => input.Data!.Reports[i].Weight > 0 && key(input.Reports[i]) is not null).GroupBy(i => key(input.Reports[i])!, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Where(group => full ? kind == "source" || group.Count() > 1 : group.Count() >= QuickReports).Take(!full ? QuickSources : kind == "source" ? 10 : 5);
            foreach (var group in groups)
            {
                var rows = group.ToHashSet();
                if (rows.Count == input.Data!.Reports.Count(report => report.Weight > 0))
                    continue;
                var evidences = board.Pick(fits.LogEvidences(rows));
                var bite = board.Bite(evidences, refused);
                found.Add(new LeaveOut { Kind = kind, Id = group.Key, Reports = rows.Count, Probability = bite.Probability, Low = bite.Low, High = bite.High, Word = bite.Word, LogEvidences = evidences });
            }
        }
    }
}
