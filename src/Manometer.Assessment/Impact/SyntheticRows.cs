using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The treated member of a panel beside a mix of the others.</summary>
internal static class SyntheticRows
{
    private const string Method = "synthetic-control";
    private const int LeastPlacebos = 19;

    public static IEnumerable<ImpactDraft> Of(ImpactFrame frame, IReadOnlyList<ImpactQuestion> questions)
    {
        if (SeriesGrid.StepOf(frame.Values) is not { } step)
        {
            foreach (var question in questions)
                yield return frame.Refuse(question, "UNEVEN", "The dates of the panel are not all months, quarters or years.", Method);
            yield break;
        }

        var members = frame.Case.Series.Where(one => one.Panel == frame.Series.Panel && one.Panel is not null)
            .Select(one => (Series: one, Cells: Cells(KnownValue.Of(one, frame.AsOf), step))).ToList();
        for (var i = 0; i < questions.Count; i++)
        {
            var (gap, from) = (SeriesGrid.FirstAfter(step, questions[i].Begun), SeriesGrid.FirstAfter(step, questions[i].Start));
            var until = from + SeriesGrid.Horizon(step, frame.Case.Header.MaxLagMonths) - 1;
            if (i + 1 < questions.Count)
                until = Math.Min(until, SeriesGrid.FirstAfter(step, questions[i + 1].Start) - 1);
            yield return One(frame, questions[i], members, step, gap, from, Math.Max(until, from), first: i == 0);
        }
    }

    private static Dictionary<int, double> Cells(List<KnownValue> values, GridStep step)
    {
        var cells = new Dictionary<int, double>(values.Count);
        foreach (var value in values)
            cells.TryAdd(SeriesGrid.Index(step, value.First), value.Value);
        return cells;
    }

    private static ImpactDraft One(ImpactFrame frame, ImpactQuestion question, List<(Series Series, Dictionary<int, double> Cells)> members, GridStep step, int gap, int from, int until, bool first)
    {
        var own = members.Single(one => one.Series.Name == frame.Series.Name);
        until = Math.Min(until, own.Cells.Keys.DefaultIfEmpty(until).Max());
        if (!own.Cells.TryGetValue(gap - 1, out var origin) || origin == 0)
            return frame.Refuse(question, "NO_PERIOD", "The series has no value just before the date, from which the index could start.", Method);
        var rows = new List<PanelRow>();
        var roles = new List<(string Unit, string? Without, DonorRole Role)>();
        foreach (var (series, cells) in members)
        {
            var unit = series.MemberName ?? series.Member ?? series.Name;
            if (!cells.TryGetValue(gap - 1, out var start) || !Fill(rows, unit, cells, start, frame.IsRatio, (gap, from), until))
                continue;
            if (series.Name != frame.Series.Name)
                roles.Add((unit, series.Excluded, series.Treated ? DonorRole.Affected : series.Role == SeriesRole.Mediator ? DonorRole.Mediator : DonorRole.Control));
        }

        var treated = frame.Series.MemberName ?? frame.Series.Member ?? frame.Series.Name;
        try
        {
            var expected = frame.Series.Pressure * question.Sign;
            var control = SyntheticControl.Of(Panel.Of(rows, time => SeriesGrid.Name(step, (int)time))).Treated(treated).From(from)
                .Expecting(expected > 0 ? EffectDirection.Up : expected < 0 ? EffectDirection.Down : EffectDirection.Either);
            foreach (var (unit, without, role) in roles)
                control = without is not null ? control.Without(unit, without) : role != DonorRole.Control ? control.Role(unit, role) : control;
            var result = control.Fit();
            var refusal = result.Flags.FirstOrDefault(flag => flag.Severity == FlagSeverity.Refusal);
            return refusal is not null ? frame.Refuse(question, refusal.Code, refusal.Text, Method) : Told(frame, question, result, step, origin, first);
        }
        catch (SynthException fault)
        {
            return frame.Refuse(question, fault.Code, fault.Message, Method);
        }
    }

    private static bool Fill(List<PanelRow> rows, string unit, Dictionary<int, double> cells, double start, bool ratio, (int From, int Until) gap, int until)
    {
        if (ratio && (start <= 0 || cells.Values.Any(value => value <= 0)))
            return false;
        foreach (var (index, value) in cells.OrderBy(cell => cell.Key))
            if (index <= until && !(index >= gap.From && index < gap.Until))
                rows.Add(new PanelRow(unit, index, ratio ? Elementary.Log(value / start) : value - start));
        return true;
    }

    private static ImpactDraft Told(ImpactFrame frame, ImpactQuestion question, SynthResult result, GridStep step, double origin, bool first)
    {
        double Unit(double value) => ImpactFrame.Round(frame.IsRatio ? origin * Elementary.Exp(value) : origin + value);
        var similar = result.Placebo?.Units.Where(unit => unit.IsSimilar).ToList() ?? [];
        var points = new List<ImpactExpectation>(result.Path.Count);
        for (var i = 0; i < result.Path.Count; i++)
        {
            var point = result.Path[i];
            if (!point.IsPost && !first)
                continue;
            var band = point.IsPost ? Band(similar, i) : null;
            var index = (int)point.Time;
            points.Add(new ImpactExpectation(SeriesGrid.Name(step, index), SeriesGrid.Middle(step, index), point.IsPost, Unit(point.Synthetic), Unit(point.Actual),
                band is { } b ? Unit(point.Synthetic + b.Low) : null, band is { } c ? Unit(point.Synthetic + c.High) : null,
                band is { } d ? Unit(point.Synthetic + d.Low50) : null, band is { } e ? Unit(point.Synthetic + e.High50) : null));
        }

        var after = result.Path.Where(point => point.IsPost).ToList();
        double? low = null, high = null;
        if (similar.Count >= LeastPlacebos)
        {
            var gaps = similar.Select(unit => unit.MeanGap).Order().ToArray();
            (low, high) = (result.Att - Quantile(gaps, 0.95), result.Att - Quantile(gaps, 0.05));
        }

        var (observed, expected) = (after.Average(point => point.Actual), after.Average(point => point.Synthetic));
        var was = frame.IsRatio ? origin * Elementary.Exp(observed) : origin + observed;
        double Was(double value) => frame.IsRatio ? origin * Elementary.Exp(value) : origin + value;
        var direction = frame.Series.Pressure * question.Sign;
        var row = frame.Row(question) with
        {
            Method = Method,
            Scale = frame.Scale,
            From = SeriesGrid.FirstDay(step, (int)after[0].Time),
            Until = SeriesGrid.LastDay(step, (int)after[^1].Time),
            Before = result.Path.Count - after.Count,
            After = after.Count,
            Points = points,
            Average = new ImpactEffect(ImpactFrame.Round(was - Was(expected)), low is { } l ? ImpactFrame.Round(was - Was(observed - l)) : null, high is { } h ? ImpactFrame.Round(was - Was(observed - h)) : null,
                ImpactFrame.Round(was), ImpactFrame.Round(Was(expected))),
            Relative = frame.Relative(result.Att, low, high),
            Interval = low is null ? null : "placebo",
            Probability = low is null ? null : ImpactRules.PlaceboProbability,
            Test = result.Placebo is { } placebo ? Test(placebo, direction) : null,
            Reading = frame.Reading(result.Att, low, high, low is null ? null : Math.Max(Math.Abs(low.Value), Math.Abs(high!.Value))),
            Shares = [.. result.Weights.Where(weight => weight.Weight >= 0.005).Select(weight => new ImpactShare(weight.Unit, ImpactFrame.Round(weight.Weight)))],
            Flags = [.. result.Flags.Select(flag => flag.Code).Distinct(StringComparer.Ordinal)],
            Notes = [.. Notes(frame, question, result, first, low is not null)],
        };
        return new ImpactDraft(row);
    }

    private static IEnumerable<string> Notes(ImpactFrame frame, ImpactQuestion question, SynthResult result, bool first, bool interval)
    {
        if (!first)
            yield return ImpactWords.Earlier;
        if (!interval)
            yield return $"Fewer than {LeastPlacebos} other members fit about as well: no interval can be drawn from them.";
        foreach (var flag in result.Flags)
            if (flag.Flag is not (SynthFlagCode.DonorsDropped or SynthFlagCode.RivalCause or SynthFlagCode.PlaceboDisagrees or SynthFlagCode.FewPlacebos))
                yield return flag.Text;
        if (result.Placebo is not null && result.Flags.Any(flag => flag.Flag == SynthFlagCode.PlaceboDisagrees))
            yield return "It depends on the placebo statistic: the three ranks disagree by more than a factor of three.";
        if (frame.Series.Pressure * question.Sign == 0)
            yield return "No direction was declared beforehand; gaps count by size.";
    }

    private static ImpactTest Test(PlaceboTest placebo, int direction)
    {
        var way = direction > 0 ? EffectDirection.Up : direction < 0 ? EffectDirection.Down : EffectDirection.Either;
        var (similar, gap) = (placebo.SimilarGap.For(way), placebo.Gap.For(way));
        return new ImpactTest
        {
            Kind = "units",
            Placebos = similar.Of - 1,
            AsLarge = similar.Rank - 1,
            P = similar.P,
            SmallestP = 1.0 / similar.Of,
            RatioRank = FormattableString.Invariant($"{placebo.Ratio.Rank} of {placebo.Ratio.Of}"),
            GapRank = FormattableString.Invariant($"{gap.Rank} of {gap.Of}"),
            SimilarRank = FormattableString.Invariant($"{similar.Rank} of {similar.Of}"),
            AdjustedP = similar.P,
            Adjustment = "",
            FalseDiscovery = similar.P,
            Holm = similar.P,
        };
    }

    private static (double Low, double Low50, double High50, double High)? Band(List<PlaceboUnit> similar, int at)
    {
        if (similar.Count < LeastPlacebos)
            return null;
        var gaps = similar.Select(unit => unit.Gaps[at]).Order().ToArray();
        return (Quantile(gaps, 0.05), Quantile(gaps, 0.25), Quantile(gaps, 0.75), Quantile(gaps, 0.95));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
