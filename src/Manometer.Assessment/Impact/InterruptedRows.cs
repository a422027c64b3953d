using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A sparse or uneven series with all its dates in question in one model, in continuous time.</summary>
internal static class InterruptedRows
{
    private const string Method = "interrupted-series";
    private const int LeastBefore = 3;
    private const int LeastAfter = 2;

    // bands are drawn as those of a normal distribution of the posterior's mean and standard deviation; the effect's own interval is exact
    private const double Outer = 1.95996398;
    private const double Inner = 0.67448975;

    /// <param name="frame">The series.</param>
    /// <param name="values">Its values, or the stretch of them that is looked at.</param>
    /// <param name="questions">The dates.</param>
    public static IEnumerable<ImpactDraft> Of(ImpactFrame frame, IReadOnlyList<KnownValue> values, IReadOnlyList<ImpactQuestion> questions)
    {
        var rows = new List<ImpactDraft>();
        var able = new List<ImpactQuestion>();
        foreach (var question in questions)
        {
            var time = Time(question.Start);
            var (before, after) = (values.Count(value => value.Time < Time(question.Begun)), values.Count(value => value.Time >= time));
            if (before < LeastBefore || after < LeastAfter)
                rows.Add(frame.Refuse(question, "TOO_FEW", $"{before} {(before == 1 ? "value" : "values")} before and {after} after; {LeastBefore} and {LeastAfter} are needed.", Method));
            else
                able.Add(question);
        }

        var most = Math.Max(1, values.Count / ImpactRules.ValuesPerDate);
        var kept = ImpactQuestions.Keep(able, most);
        rows.AddRange(able.Except(kept).Select(question => frame.Refuse(question, "MANY_DATES", $"{values.Count} values cannot tell {able.Count} dates apart; those with the most measures are looked at.", Method)));
        var outside = Outside(values, kept);
        while (Enumerable.Range(0, kept.Count).FirstOrDefault(j => Stretch(outside, kept, j) is var stretch && stretch.After == stretch.End, -1) is >= 0 and var empty)
        {
            rows.Add(frame.Refuse(kept[empty], "TOO_FEW", "No value lies between this date and the next in question, save in a wind-down.", Method));
            kept.RemoveAt(empty);
            outside = Outside(values, kept);
        }

        if (kept.Count > 0)
            rows.AddRange(Fit(frame, outside, kept));
        return rows.OrderBy(one => one.Row.Start);
    }

    // what lies between the day a measure took effect and the end of its wind-down is on neither side
    private static List<KnownValue> Outside(IReadOnlyList<KnownValue> values, List<ImpactQuestion> questions) =>
        [.. values.Where(value => !questions.Exists(question => value.Time >= Time(question.Begun) && value.Time < Time(question.Start)))];

    private static List<ImpactDraft> Fit(ImpactFrame frame, IReadOnlyList<KnownValue> values, List<ImpactQuestion> questions)
    {
        try
        {
            var series = InterruptedSeries.Of(values.Select(value => new TimedValue(value.Time, frame.In(value.Value)))).With([.. questions.Select(one => new Intervention(Time(one.Start)))]);
            var fit = series.Fit();
            double[] times = [.. values.Select(value => value.Time)];
            var drawn = times.Length <= InterruptedSeries.MostCounterfactualPoints;
            var drawnAt = drawn ? series.CounterfactualMoments(times) : [];
            var dates = Spread(series.PlaceboDates());
            return [.. questions.Select((question, j) => Told(frame, values, question, series, fit.Effects[j], j, dates, Stretch(values, questions, j), drawnAt))];
        }
        catch (InterruptedException fault)
        {
            return [.. questions.Select(question => frame.Refuse(question, fault.Code, fault.Message, Method))];
        }
    }

    private static double Time(DateOnly day) => day.DayNumber / 30.4375;

    // the values drawn and counted with one date: from it to the next; those before the first date go with the first
    private static (int First, int After, int End) Stretch(IReadOnlyList<KnownValue> values, List<ImpactQuestion> questions, int j)
    {
        var (from, until) = (Time(questions[j].Start), j + 1 < questions.Count ? Time(questions[j + 1].Start) : double.PositiveInfinity);
        var after = values.Count(value => value.Time < from);
        return (j == 0 ? 0 : after, after, values.Count(value => value.Time < until));
    }

    private static double[] Spread(IReadOnlyList<double> dates) =>
        dates.Count <= ImpactRules.MostFalseDates ? [.. dates] : [.. Enumerable.Range(0, ImpactRules.MostFalseDates).Select(i => dates[(int)((long)i * dates.Count / ImpactRules.MostFalseDates)])];

    private static ImpactDraft Told(ImpactFrame frame, IReadOnlyList<KnownValue> values, ImpactQuestion question, InterruptedSeries series, InterventionEffect effect, int j, double[] dates, (int First, int After, int End) stretch, (double Mean, double Sd)[] level)
    {
        var scores = dates.ToDictionary(date => date, date => series.StatisticAt(date, j));
        var score = Math.Abs(effect.Mean) / effect.Sd;
        var points = new List<ImpactExpectation>();
        for (var i = stretch.First; i < stretch.End && level.Length > 0; i++)
        {
            double Edge(double z) => ImpactFrame.Round(frame.Out(level[i].Mean + z * level[i].Sd));
            points.Add(new ImpactExpectation(values[i].Date, values[i].Middle, i >= stretch.After, Edge(0), ImpactFrame.Round(values[i].Value), Edge(-Outer), Edge(Outer), Edge(-Inner), Edge(Inner)));
        }

        var observed = Enumerable.Range(stretch.After, stretch.End - stretch.After).Average(i => frame.In(values[i].Value));
        var row = frame.Row(question) with
        {
            Method = Method,
            Scale = frame.Scale,
            From = values[stretch.After].First,
            Until = values[stretch.End - 1].Last,
            Before = effect.PointsBefore,
            After = stretch.End - stretch.After,
            Points = points,
            Average = frame.Average(observed, observed - effect.Mean, observed - effect.Upper, observed - effect.Lower),
            Relative = frame.Relative(effect.Mean, effect.Lower, effect.Upper),
            Interval = "credible",
            Probability = ImpactRules.Probability,
            TowardsPressure = frame.Series.Pressure == 0 ? null : ImpactFrame.Round(frame.Series.Pressure > 0 ? 1 - effect.ProbabilityBelowZero : effect.ProbabilityBelowZero),
            LargestFall = ImpactFrame.Round(frame.IsRatio ? 1 - frame.Out(-effect.EquivalenceBound) : effect.EquivalenceBound),
            LargestRise = ImpactFrame.Round(frame.IsRatio ? frame.Out(effect.EquivalenceBound) - 1 : effect.EquivalenceBound),
            Test = scores.Count == 0 ? null : StructuralRows.DateTest(scores.Count, scores.Values.Count(one => one >= score)),
            Reading = frame.Reading(effect.Mean, effect.Lower, effect.Upper, effect.EquivalenceBound, effect.HasNews) is var reading && reading == "none-seen" && Few(effect.PointsBefore, stretch.End - stretch.After) ? "open" : reading,
            Notes = [.. Notes(frame, series, j, effect, question)],
        };
        return new ImpactDraft(row, score, scores);
    }

    // too few to say that nothing is seen
    private static bool Few(int before, int after) => Math.Min(before, after) < ImpactRules.LeastUnmoved;

    private static IEnumerable<string> Notes(ImpactFrame frame, InterruptedSeries series, int j, InterventionEffect effect, ImpactQuestion question)
    {
        if (series.Interventions.Count > 1)
            yield return $"{series.Interventions.Count} dates are told apart in one model; what is expected is the series without any of them.";
        if (Few(effect.PointsBefore, series.Points.Count(point => point.Time >= Time(question.Start))))
            yield return $"With fewer than {ImpactRules.LeastUnmoved} values on a side it is not said that no effect is seen.";
        if (!effect.HasNews)
            yield return "The values narrow what was assumed beforehand by less than a fifth: they bring no news.";
        var gap = series.Points.Where(point => point.Time < Time(question.Start)).Max(point => point.Time);
        if (Time(question.Start) - gap > 6)
            yield return $"The last value before is {Time(question.Start) - gap:0} months older than the date.";
        yield return $"Were the level taken as calm beforehand, the effect would be about {Under(frame, series, 0.01, j)}; as lively, {Under(frame, series, 0.3, j)}.";
    }

    private static string Under(ImpactFrame frame, InterruptedSeries series, double guess, int j)
    {
        var (mean, sd) = series.WithModel(new InterruptedModel { LevelGuess = guess }).Moments(j);
        return ImpactWords.Effect(frame, mean, mean - Outer * sd, mean + Outer * sd);
    }
}
