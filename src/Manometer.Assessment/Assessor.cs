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
        var asOf = options.AsOf ?? EndOfRecord(@case);
        var known = KnownRecord.PublishedBy(@case, asOf);
        var months = Months.Of(@case.Header.Period, asOf, known.Observations);
        var matching = new MeasureMatching(known.Measures, @case.Header.MaxLagMonths);
        var views = ObservationViews.Build(known, months, matching);
        var cells = CellBalances.Of(views, @case.Taxonomy);
        var measures = MeasureViews.Build(known.Measures, views);
        var series = SeriesViews.Build(@case, asOf, known.Measures);
        var contradictions = Contradictions.Find(views);
        var sources = SourceViews.Build(known, views);
        var coverage = Coverages.Of(@case.Taxonomy, known, views, months, cells, sources);
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
                Summary = @case.Header.Summary,
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
            Coverage = coverage,
            Series = series,
            Forecasts = ForecastViews.Build(@case.Forecasts, asOf),
            ForecastTallies = ForecastViews.Tally(@case.Forecasts, asOf),
            Mechanisms = MechanismViews.Build(@case.Mechanisms, views),
            Challenges = ChallengeViews.Build(@case.Challenges, asOf),
            Against = CounterEvidence.Gather(views, stepped, series, coverage, contradictions, cells),
            Hypotheses = [.. @case.Header.Hypotheses.Select(story => new AssessedHypothesis { Id = story.Id, Name = story.Name, Story = story.Story, Prior = story.Prior })],
            Warnings = [.. options.Warnings.Select(warning => $"{warning.Where}: {warning.Code}: {warning.Title}")],
        };
    }

    private static DateOnly EndOfRecord(Case @case)
    {
        if (@case.Header.AsOf is { } stated)
            return stated;
        DateOnly? last = null;
        foreach (var report in @case.Reports)
            if (report.Published.LastDay is { } day && (last is null || day > last))
                last = day;
        return last ?? @case.Header.Period.LastDay ?? DateOnly.MaxValue;
    }
}
