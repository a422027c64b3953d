using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Case to pressure index: a pure function.</summary>
public static class PressureModel
{
    /// <summary>Fits the model to what was published by a day and reads off the index of every line.</summary>
    /// <param name="case">The case, free of errors.</param>
    /// <param name="asOf">Use only what was published by this day; null: the end of the record.</param>
    /// <param name="threads">Number of threads, at least 1; default 1. The result does not depend on it.</param>
    /// <returns>The index; where no observation can enter, one without rows whose notices say why.</returns>
    public static PressureIndex Of(Case @case, DateOnly? asOf = null, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var day = asOf ?? Assessor.EndOfRecord(@case);
        var input = ModelInput.Of(@case, day, ModelScope.Sector);
        var empty = new PressureIndex
        {
            BaselineFirst = input.MonthNames[0],
            BaselineLast = input.MonthNames[(input.Data?.BaselineMonths ?? 1) - 1],
            Rows = [],
            Reports = input.Reports.Count,
            Copies = input.Copies,
            Origins = input.Reports.Select(report => report.Origin).Distinct(StringComparer.Ordinal).Count(),
            EffectiveOrigins = input.EffectiveOrigins,
            TooCoarse = input.TooCoarse,
            OutsideMonths = input.OutsideMonths,
            Series = input.Series.Used,
            Sources = [],
            Notices = ModelNotices.Of(input, null),
        };
        if (input.Data is not { } data)
            return empty;
        try
        {
            return Fitted(@case, day, input, data, empty, threads);
        }
        catch (OrdinalException fault) when (fault.Fault == OrdinalFault.TooLarge)
        {
            return empty with { Notices = [.. empty.Notices, ModelNotices.TooLarge(fault)] };
        }
        catch (AggregateException faults) when (faults.InnerException is OrdinalException { Fault: OrdinalFault.TooLarge } fault)
        {
            return empty with { Notices = [.. empty.Notices, ModelNotices.TooLarge(fault)] };
        }
    }

    private static PressureIndex Fitted(Case @case, DateOnly day, ModelInput input, OrdinalData data, PressureIndex empty, int threads)
    {
        var options = new OrdinalOptions { Threads = threads, Quadrature = OrdinalQuadrature.Mode };
        // scales are sought with reports weighted by their grades, which is quick; how far each source is to be believed is then learned at these scales
        var scales = OrdinalFit.Of(input.Graded().WithoutSeries().Data!, new OrdinalModel { Mixture = false }, options);
        var held = ModelScales.HeldButWalks(scales) with { Mixture = false };
        OrdinalFit? whole = null;
        var refused = new Notice?[2];
        var parts = new List<PressureRow>[5];
        var counted = input.Counted();
        Action[] pieces =
        [
            () => parts[0] = Rows(input, whole = OrdinalFit.Of(data, ModelScales.Held(scales), options)),
            () => parts[1] = RowsOf(ModelScope.Place),
            () => parts[2] = RowsOf(ModelScope.Group),
            () => parts[3] = Rows(counted, OrdinalFit.Of(counted.Data!, ModelScales.Held(scales) with { Selection = -SelectionReadings.Factor }, options)),
            () => parts[4] = Rows(counted, OrdinalFit.Of(counted.Data!, ModelScales.Held(scales) with { Selection = SelectionReadings.Factor }, options)),
        ];
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads }, pieces);
        // both selections have the lines and months of the first part, in its order
        parts[0] = [.. parts[0].Select((row, i) => row with { MeanIfSilencing = Math.Round(parts[3][i].Mean, 4), MeanIfSpurring = Math.Round(parts[4][i].Mean, 4) })];
        var (fit, rows) = (whole!, parts.Take(3).SelectMany(part => part).ToList());
        return empty with { Rows = rows, Effect = EffectOf(fit), Sources = Leans(input, fit), Notices = [.. ModelNotices.Of(input, fit), .. refused.OfType<Notice>()] };

        List<PressureRow> RowsOf(ModelScope scope)
        {
            if (ModelInput.Of(@case, day, scope) is not { Data: not null, Places.Count: var places, Groups.Count: var groups } second || places + groups == 0)
                return [];
            try
            {
                return Rows(second, OrdinalFit.Of(second.Graded().Data!, held, options));
            }
            catch (OrdinalException fault) when (fault.Fault == OrdinalFault.TooLarge)
            {
                refused[scope == ModelScope.Place ? 0 : 1] = ModelNotices.TooLarge(fault, scope == ModelScope.Place ? "There is no index of places" : "There is no index of groups");
                return [];
            }
        }
    }

    internal static PressureEffect? EffectOf(OrdinalFit fit) => fit.MeanEffect is not { } effect ? null : new PressureEffect
    {
        Mean = effect.Posterior.Mean,
        Sd = effect.Posterior.Sd,
        Low90 = effect.Posterior.Low90,
        High90 = effect.Posterior.High90,
        PriorSd = effect.PriorSd,
        Contraction = effect.Contraction,
    };

    private static List<PressureRow> Rows(ModelInput input, OrdinalFit fit)
    {
        var lines = input.Lines();
        var index = fit.Index([.. lines.Select(line => line.Line)]);
        var rows = new List<PressureRow>(lines.Count * input.MonthNames.Count);
        foreach (var (l, line) in lines.Index())
        {
            var origins = new HashSet<string>?[input.MonthNames.Count];
            for (var i = 0; i < input.Reports.Count; i++)
                if (line.Covers(fit.Data.Reports[i]))
                    (origins[fit.Data.Reports[i].Month] ??= new(StringComparer.Ordinal)).Add(input.Reports[i].Origin);
            foreach (var point in index[l])
                rows.Add(new PressureRow
                {
                    Sector = line.Of == "sector" ? line.Id : null,
                    Place = line.Of == "place" ? line.Id : null,
                    Group = line.Of == "group" ? line.Id : null,
                    Month = input.MonthNames[point.Month],
                    Mean = point.Estimate.Mean,
                    Sd = point.Estimate.Sd,
                    Low50 = point.Estimate.Low50,
                    High50 = point.Estimate.High50,
                    Low90 = point.Estimate.Low90,
                    High90 = point.Estimate.High90,
                    Origins = origins[point.Month]?.Count ?? 0,
                });
        }

        return rows;
    }

    private static IReadOnlyList<SourceLean> Leans(ModelInput input, OrdinalFit fit) =>
        [.. fit.Reliabilities
            .Where(found => found.Reports > 0)
            .OrderByDescending(found => found.Reports)
            .ThenBy(found => input.Sources[found.Source], StringComparer.Ordinal)
            .Select(found =>
            {
                var lean = fit.Lean(found.Source, input.MonthNames.Count - 1);
                return new SourceLean
                {
                    Source = input.Sources[found.Source],
                    Reports = found.Reports,
                    Lean = lean.Mean,
                    Low90 = lean.Low90,
                    High90 = lean.High90,
                    Reliability = found.Mean,
                    ReliabilityPrior = found.PriorMean,
                };
            })];
}
