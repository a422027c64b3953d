using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A series of even steps beside what its own past, and the control series of the case, let expect.</summary>
internal sealed class StructuralRows
{
    private const string Method = "structural-series";

    // alone, the level is all that carries the series on: its prior must not assert that it is calm
    private static readonly SdPrior Lively = new(0.1, 4, 1);

    private readonly ImpactSolver _solver = new();

    public static bool IsFor(SeriesGrid grid, ImpactQuestion question)
    {
        var (from, gap) = (SeriesGrid.FirstAfter(grid.Step, question.Start) - grid.First, SeriesGrid.FirstAfter(grid.Step, question.Begun) - grid.First);
        return gap > 0 && from < grid.Count
            && grid.Values.Take(gap).Count(double.IsFinite) >= ImpactRules.LeastBefore
            && grid.Values.Skip(from).Count(double.IsFinite) >= ImpactRules.LeastAfter;
    }

    public ImpactDraft Of(ImpactFrame frame, SeriesGrid grid, ImpactQuestion question, ImpactQuestion? next, bool first)
    {
        var from = SeriesGrid.FirstAfter(grid.Step, question.Start) - grid.First;
        var gap = SeriesGrid.FirstAfter(grid.Step, question.Begun) - grid.First;
        var end = from + SeriesGrid.Horizon(grid.Step, frame.Case.Header.MaxLagMonths) - 1;
        if (next is not null)
            end = Math.Min(end, Math.Max(from, SeriesGrid.FirstAfter(grid.Step, next.Start) - grid.First - 1));
        end = Math.Min(end, grid.Count - 1);
        var start = Math.Max(0, gap - ImpactRules.MostBefore);
        var y = new double[end - start + 1];
        for (var i = 0; i < y.Length; i++)
            y[i] = frame.In(grid.Values[start + i]);
        var periods = new ImpactPeriods(0, gap - start - 1, from - start, end - start);
        var controls = Controls(frame, grid, start, end);
        try
        {
            var impact = CausalImpact.Of(y).Before(periods.PreStart, periods.PreEnd).After(periods.PostStart, periods.PostEnd);
            foreach (var (name, values) in controls)
                impact = impact.With(name, values);
            if (controls.Count == 0)
                impact = impact.Model(model => model with { Level = Lively });
            return Told(frame, grid, question, impact, y, periods, controls, start, first);
        }
        catch (ImpactException fault)
        {
            return frame.Refuse(question, fault.Code, fault.Message, Method);
        }
    }

    private ImpactDraft Told(ImpactFrame frame, SeriesGrid grid, ImpactQuestion question, CausalImpact impact, double[] y, ImpactPeriods periods, List<(string Name, double[] Values)> controls, int start, bool first)
    {
        var result = impact.Estimate();
        var inner = impact.Alpha(0.5).Estimate();
        _solver.Model = controls.Count == 0 ? new ImpactModel { Level = Lively } : new ImpactModel();
        var placebos = _solver.Placebos(y, Flat(controls, y.Length), controls.Count, periods);
        var average = result.Average;
        var (low, high) = (average.Lower, average.Upper);
        var below = average.Effect < 0 ? 1 - result.TailArea : result.TailArea;
        var points = new List<ImpactExpectation>(result.Points.Count);
        for (var i = 0; i < result.Points.Count; i++)
        {
            var (point, half) = (result.Points[i], inner.Points[i]);
            var index = grid.First + start + point.Row;
            points.Add(new ImpactExpectation(SeriesGrid.Name(grid.Step, index), SeriesGrid.Middle(grid.Step, index), true, ImpactFrame.Round(frame.Out(point.Predicted)),
                double.IsNaN(grid.Values[start + point.Row]) ? null : ImpactFrame.Round(grid.Values[start + point.Row]), ImpactFrame.Round(frame.Out(point.Lower)), ImpactFrame.Round(frame.Out(point.Upper)), ImpactFrame.Round(frame.Out(half.Lower)), ImpactFrame.Round(frame.Out(half.Upper))));
        }

        var bound = Math.Max(Math.Abs(low), Math.Abs(high)); // P(|effect| > bound) is at most what the interval leaves out
        var row = frame.Row(question) with
        {
            Method = Method,
            Scale = frame.Scale,
            From = SeriesGrid.FirstDay(grid.Step, grid.First + start + periods.PostStart),
            Until = SeriesGrid.LastDay(grid.Step, grid.First + start + periods.PostEnd),
            Before = result.RowsBefore,
            After = result.RowsAfter,
            Points = points,
            Average = frame.Average(average.Actual, average.Predicted, average.Actual - high, average.Actual - low),
            Cumulative = frame.IsRatio ? null : new ImpactEffect(ImpactFrame.Round(result.Cumulative.Effect), ImpactFrame.Round(result.Cumulative.Lower), ImpactFrame.Round(result.Cumulative.Upper), ImpactFrame.Round(result.Cumulative.Actual), ImpactFrame.Round(result.Cumulative.Predicted)),
            Relative = frame.Relative(average.Effect, low, high),
            Interval = "credible",
            Probability = ImpactRules.Probability,
            TowardsPressure = frame.Series.Pressure == 0 ? null : ImpactFrame.Round(frame.Series.Pressure > 0 ? 1 - below : below),
            LargestFall = ImpactFrame.Round(frame.IsRatio ? 1 - frame.Out(-bound) : bound),
            LargestRise = ImpactFrame.Round(frame.IsRatio ? frame.Out(bound) - 1 : bound),
            Test = placebos.Dates.Count == 0 ? null : DateTest(placebos.Dates.Count, placebos.Rank - 1),
            Reading = frame.Reading(average.Effect, low, high, bound),
            Shares = [.. result.Columns.Skip(1).OrderByDescending(column => column.Probability).ThenBy(column => column.Name, StringComparer.Ordinal).Select(column => new ImpactShare(column.Name, ImpactFrame.Round(column.Probability)))],
            Flags = result.WarningCodes,
            Notes = [.. Notes(frame, impact, controls.Count, placebos.Dates.Count, first)],
        };
        return new ImpactDraft(row, placebos.Score, placebos.Dates.ToDictionary(one => (double)(grid.First + start + one.Row), one => one.Score));
    }

    public static ImpactTest DateTest(int placebos, int asLarge) => new()
    {
        Kind = "dates",
        Placebos = placebos,
        AsLarge = asLarge,
        P = (1.0 + asLarge) / (1.0 + placebos),
        SmallestP = 1.0 / (1.0 + placebos),
        AdjustedP = (1.0 + asLarge) / (1.0 + placebos),
        Adjustment = "",
        FalseDiscovery = 1,
        Holm = 1,
    };

    private static IEnumerable<string> Notes(ImpactFrame frame, CausalImpact impact, int controls, int placebos, bool first)
    {
        if (!first)
            yield return ImpactWords.Earlier;
        if (controls == 0)
            yield return "The case has no control series on the same steps: the series is set beside its own past only, so that whatever else changed at the time is in the difference.";
        if (placebos == 0)
            yield return "There are too few values before for a false date.";
        if (controls == 0)
        {
            var calm = impact.Model(model => model with { Level = new SdPrior(0.01, 32, 1) }).Estimate().Average;
            yield return $"Were the level taken as calm beforehand, the difference would be {ImpactWords.Effect(frame, calm.Effect, calm.Lower, calm.Upper)}.";
        }
    }

    private static List<(string Name, double[] Values)> Controls(ImpactFrame frame, SeriesGrid grid, int start, int end)
    {
        var controls = new List<(string, double[])>();
        foreach (var series in frame.Case.Series)
        {
            if (series.Role != SeriesRole.Control || series.Panel is not null || series.Name == frame.Series.Name || controls.Count == ImpactRules.MostControls)
                continue;
            var known = KnownValue.Of(series, frame.AsOf);
            if (SeriesGrid.Of(known) is not { } other || other.Step != grid.Step)
                continue;
            var ratio = known.TrueForAll(one => one.Value > 0) && !series.Unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase);
            var values = new double[end - start + 1];
            var complete = true;
            for (var i = 0; i < values.Length && complete; i++)
            {
                var at = grid.First + start + i - other.First;
                complete = at >= 0 && at < other.Count && double.IsFinite(other.Values[at]);
                if (complete)
                    values[i] = ratio ? Elementary.Log(other.Values[at]) : other.Values[at];
            }

            if (complete)
                controls.Add((series.Name, values));
        }

        return controls;
    }

    private static double[] Flat(List<(string Name, double[] Values)> controls, int rows)
    {
        var flat = new double[controls.Count * rows];
        for (var i = 0; i < controls.Count; i++)
            controls[i].Values.CopyTo(flat, i * rows);
        return flat;
    }
}
