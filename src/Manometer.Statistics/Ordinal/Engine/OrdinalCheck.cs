namespace Manometer.Statistics;

/// <summary>Refuses input the model cannot hold.</summary>
internal static class OrdinalCheck
{
    public static void Check(OrdinalData data, OrdinalModel model)
    {
        Require(data.Months is >= 1 and <= 100_000, "the number of months is 1 to 100,000");
        Require(data.Cells.Count > 0, "there is at least one cell");
        Require(data.Families.All(f => f.Members >= 1), "a family has at least one member");
        Require(data.Cells.All(c => c.Members.Count == data.Families.Count), "a cell names a member, or -1, of each family");
        foreach (var cell in data.Cells)
            for (var f = 0; f < data.Families.Count; f++)
                Require(cell.Members[f] >= -1 && cell.Members[f] < data.Families[f].Members, $"a cell's member of {data.Families[f].Name} is -1 or an index of its members");
        Require(data.Indicators >= 1, "there is at least one indicator");
        Require(data.Sources.All(s => s.Reliability is > 0 and < 1 && s.Strength > 0 && double.IsFinite(s.Strength)), "a source's reliability lies between 0 and 1, its strength above 0");
        for (var i = 0; i < data.Reports.Count; i++)
            CheckReport(data, data.Reports[i], i);
        Require(data.Uninformed.Count == 5 && data.Uninformed.All(p => p > 0 && p < 1) && Math.Abs(data.Uninformed.Sum() - 1) < 1e-6, "the uninformed distribution has five probabilities above 0 that sum to 1");
        foreach (var series in data.Series)
        {
            Require(series.Sign is 1 or -1, $"series {series.Name}: the sign is +1 or -1");
            Require(series.Cells.Count > 0 && series.Cells.All(c => c.Cell >= 0 && c.Cell < data.Cells.Count && c.Weight >= 0) && series.Cells.Sum(c => c.Weight) > 0, $"series {series.Name}: it measures at least one cell with a weight above 0");
            foreach (var point in series.Points)
            {
                Require(point.Month >= 0 && point.Month < data.Months, $"series {series.Name}: month {point.Month} lies outside 0 .. {data.Months - 1}");
                Finite(point.Value, $"series {series.Name}: the value of month {point.Month}");
            }
        }
        foreach (var intervention in data.Interventions)
        {
            Finite(intervention.Start, $"intervention {intervention.Name}: its start");
            Require(intervention.Targets.All(t => t.Cell >= 0 && t.Cell < data.Cells.Count && t.Weight is >= 0 and <= 1), $"intervention {intervention.Name}: a target is a cell with a share of 0 to 1");
        }
        if (model.Selection != 0)
            Require(data.Counts.All(c => c.Number >= 0 && c.Group >= 0 && c.Cell >= 0 && c.Cell < data.Cells.Count && c.Month >= 0 && c.Month < data.Months), "a count is at least 0 and names a group, a cell and a month");
        Require(data.BaselineFirst >= 0 && data.BaselineFirst < data.Months && data.BaselineMonths >= 0, "the baseline lies in the months");
        CheckModel(data, model);
        if (!data.Reports.Any(r => r.Weight > 0) && !data.Series.Any(s => s.Points.Count > 0))
            throw new OrdinalException(OrdinalFault.NoReports, "there is no report with weight and no series value: nothing can be said of the state. Add reports of the period.");
    }

    public static void CheckReport(OrdinalData data, OrdinalReport report, int index)
    {
        var ok = report.Cell >= 0 && report.Cell < data.Cells.Count && report.Source >= 0 && report.Source < data.Sources.Count
            && report.Indicator >= 0 && report.Indicator < data.Indicators;
        Require(ok, $"report {index}: its cell, source or indicator is not in the data");
        Require(report.Month >= 0 && report.Month < data.Months, $"report {index}: month {report.Month} lies outside 0 .. {data.Months - 1}");
        Require(report.Low is >= -2 and <= 2 && report.High is >= -2 and <= 2 && report.Low <= report.High, $"report {index}: its steps are a range within -2 .. +2");
        Require(report.Low > -2 || report.High < 2, $"report {index}: a report that allows every step says nothing; leave it out");
        Require(report.Span is >= 0 and <= 1200, $"report {index}: the span is 0 to 1,200 months");
        Require(report.Odds > 0 && double.IsFinite(report.Odds), $"report {index}: the odds factor is above 0");
        Require(report.Weight is >= 0 and <= 1, $"report {index}: the weight is 0 to 1");
    }

    private static void CheckModel(OrdinalData data, OrdinalModel model)
    {
        var ok = model.Kernels.Count > 0 && model.Kernels.All(k => k.Weight >= 0 && k.Kernel.Mean > 0 && k.Kernel.Adaptation > 0) && model.Kernels.Sum(k => k.Weight) > 0;
        Require(ok, "there is at least one kernel with weight, mean and adaptation above 0", OrdinalFault.Model);
        Require(model.FamilyWalks.Count > 0, "family walks name at least one prior", OrdinalFault.Model);
        Require(model.Cuts.Count == 4 && model.Cuts.All(double.IsFinite) && Enumerable.Range(1, 3).All(i => model.Cuts[i] > model.Cuts[i - 1]), "there are four rising cut points", OrdinalFault.Model);
        ScalePrior[] walks = [model.Common, .. Enumerable.Range(0, data.Families.Count).Select(model.FamilyWalk)];
        Require(walks.All(w => w.Median > 0 && double.IsFinite(w.Median) && w.Spread >= 0 && double.IsFinite(w.Spread)), "a walk's step has a median above 0", OrdinalFault.Model);
        ScalePrior[] others = [model.EventEffect, model.OriginEffect, model.Lean];
        Require(others.All(w => w.Median >= 0 && double.IsFinite(w.Median) && w.Spread >= 0 && double.IsFinite(w.Spread) && (w.Median > 0 || w.Spread == 0)), "the scale of events, origins and leans is above 0, or fixed at 0", OrdinalFault.Model);
        Require(model.MeanEffectSd > 0 && model.EffectSpread >= 0 && model.InitialSd > 0 && model.DriftSd >= 0, "prior sds are above 0", OrdinalFault.Model);
        Require(model.LoadingSpread > 0 && double.IsFinite(model.LoadingSpread), "the spread of loadings is above 0", OrdinalFault.Model);
        Require(double.IsFinite(model.Selection), "the selection factor is finite", OrdinalFault.Model);
        Require(model.Shocks.All(s => s.Sd > 0 && s.Decay > 0 && double.IsFinite(s.Start) && s.Targets.All(t => t.Cell >= 0 && t.Cell < data.Cells.Count && double.IsFinite(t.Weight))), "a shock has an sd and a decay above 0, a finite start, and targets that are cells", OrdinalFault.Model);
        Require(model.IndicatorReports >= 1, "an indicator needs at least one report", OrdinalFault.Model);
    }

    private static void Finite(double value, string what)
    {
        if (!double.IsFinite(value))
            throw new OrdinalException(OrdinalFault.NotFinite, $"{what} is not a finite number; leave it out or correct it");
    }

    private static void Require(bool condition, string rule, OrdinalFault fault = OrdinalFault.Range)
    {
        if (!condition)
            throw new OrdinalException(fault, rule);
    }
}
