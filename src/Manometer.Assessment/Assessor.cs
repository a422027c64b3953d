using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Case to assessment: a pure function. Nothing is read, no clock is asked, no chance is used.</summary>
public static class Assessor
{
    /// <summary>Computes everything that can be said from a case as of a date.</summary>
    /// <param name="case">The case, free of errors.</param>
    /// <param name="options">Date, program and warnings.</param>
    /// <remarks>Cost is linear in observations, times the measures aimed at their sector.</remarks>
    public static CaseAssessment Assess(Case @case, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(options);
        var end = EndOfRecord(@case);
        var asOf = options.AsOf ?? end;
        var earlier = asOf < end;
        var known = KnownRecord.PublishedBy(@case, asOf);
        var months = Months.Of(@case.Header.Period, asOf, known.Observations);
        var matching = new MeasureMatching(known.Measures, @case.Header.MaxLagMonths);
        var views = ObservationViews.Build(known, months, matching);
        var cells = CellBalances.Of(views, @case.Taxonomy);
        var measures = MeasureViews.Build(known.Measures, views);
        var series = SeriesViews.Build(@case, asOf, known.Measures);
        if (earlier)
            series = [.. series.Where(one => one.Points.Count > 0)];
        var mechanisms = MechanismViews.Build(earlier ? MechanismViews.KnownBy(known, @case.Mechanisms) : @case.Mechanisms, views);
        var challenges = ChallengeViews.Build(earlier ? ChallengeViews.KnownBy(known, @case) : @case.Challenges, asOf);
        var contradictions = Contradictions.Find(views);
        var disputes = Disputes.Find(known);
        var sources = SourceViews.Build(known, views, disputes);
        var coverage = Coverages.Of(@case.Taxonomy, known, views, months, cells, sources);
        var impacts = ImpactViews.Build(@case, known.Measures, asOf);
        var stepped = views.Where(view => view.Step is not null).ToList();
        return new CaseAssessment
        {
            Subject = new Subject
            {
                Title = @case.Header.Title,
                Question = @case.Header.Question,
                TargetName = @case.Header.TargetName,
                TargetCountry = @case.Header.TargetCountry,
                Period = @case.Header.Period.ToString(),
                AsOf = asOf,
                Baseline = @case.Header.Baseline?.ToString(),
                Summary = earlier ? null : @case.Header.Summary,
                Months = months,
            },
            Provenance = new Provenance
            {
                Program = options.Program,
                CaseHash = CaseHash.Of(@case.Files),
                Files = @case.Files,
                Credits = @case.Credits,
            },
            Tally = Tallies.Of(known, views, stepped),
            Balance = Balances.OfAny(stepped),
            Cells = cells,
            Years = PeriodBalances.Years(views, months),
            Quarters = PeriodBalances.Quarters(views, months),
            Sectors = LineBalances.Of(@case.Taxonomy.Sectors, views, view => view.Sector, months),
            Groups = LineBalances.Of(@case.Taxonomy.Groups, views, view => view.Group, months),
            Places = LineBalances.OfPlaces(@case.Places, views, months),
            Observations = views,
            Sources = sources,
            Measures = measures,
            Gazetteer = Gazetteers.Of(@case.Places, views, @case.Series),
            Contradictions = contradictions,
            Disputes = disputes,
            Happenings = Happenings.Of(known, views),
            Unsure = Happenings.UnsureOf(known),
            OriginHints = SharedFacts.Of(known),
            Coverage = coverage,
            Series = series,
            Impacts = impacts,
            Forecasts = ForecastViews.Build(@case.Forecasts, asOf),
            ForecastTallies = ForecastViews.Tally(@case.Forecasts, asOf),
            Scores = ForecastScoring.Of(@case.Forecasts, options.HypothesisForecasts, asOf),
            Mechanisms = mechanisms,
            Challenges = challenges,
            Against = CounterEvidence.Gather(views, stepped, series, impacts, coverage, contradictions, cells),
            Matrix = MatrixViews.Of(@case, views, challenges),
            Hypotheses = [.. @case.Header.Hypotheses.Select(story => new AssessedHypothesis { Id = story.Id, Name = story.Name, Story = story.Story, Prior = story.Prior })],
            Pressure = options.Pressure,
            Verdict = options.Verdict,
            Hindsight = !earlier ? null : new Hindsight
            {
                EndOfRecord = end,
                Summary = @case.Header.Summary is not null,
                Mechanisms = @case.Mechanisms.Count - mechanisms.Count,
                Challenges = @case.Challenges.Count - challenges.Count,
                Series = @case.Series.Count(SeriesViews.IsShown) - series.Count,
                Warnings = options.Warnings.Count,
            },
            Warnings = earlier ? [] : [.. options.Warnings.Select(warning => $"{warning.Where}: {warning.Code}: {warning.Title}")],
        };
    }

    /// <summary>The day the record ends: <c>as_of</c> of the case, else the last day any report may have been published.</summary>
    public static DateOnly EndOfRecord(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Header.AsOf is { } stated)
            return stated;
        DateOnly? last = null;
        foreach (var report in @case.Reports)
            if (report.Published.LastDay is { } day && (last is null || day > last))
                last = day;
        return last ?? @case.Header.Period.LastDay ?? DateOnly.MaxValue;
    }
}
