using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A series that falls to zero: whether there was any at all, before a date and after.</summary>
internal static class OccupancyRows
{
    private const string Method = "occupancy";
    private const int LeastBefore = 3;
    private const int LeastAfter = 2;

    /// <summary>A change of the share by a tenth: only an interval about 0 that rules this out is told as no effect seen.</summary>
    private const double Small = 0.1;

    public static IEnumerable<ImpactDraft> Of(ImpactFrame frame, IReadOnlyList<ImpactQuestion> questions)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            var until = i + 1 < questions.Count ? questions[i + 1].Begun : DateOnly.MaxValue;
            var looked = frame.Values.Where(value => (value.Middle < question.Begun || value.Middle >= question.Start) && value.Middle < until).ToList();
            var (before, after) = (looked.Count(value => value.Middle < question.Begun), looked.Count(value => value.Middle >= question.Start));
            yield return before < LeastBefore || after < LeastAfter
                ? frame.Refuse(question, "TOO_FEW", $"{before} {(before == 1 ? "value" : "values")} before and {after} after; {LeastBefore} and {LeastAfter} are needed.", Method)
                : Told(frame, question, looked);
        }
    }

    private static ImpactDraft Told(ImpactFrame frame, ImpactQuestion question, List<KnownValue> values)
    {
        TimedValue[] points = [.. values.Select(value => new TimedValue(value.Time, value.Value))];
        var date = question.Start.DayNumber / 30.4375;
        var found = Occupancy.At(points, date);
        var (low, high) = found.Interval(ImpactRules.Probability);
        var placebos = Occupancy.Placebos(points, [date]);
        var (was, now) = ((double)found.BeforeAbove / found.Before, (double)found.AfterAbove / found.After);
        var towards = frame.Series.Pressure * Math.Sign(found.Mean);
        var row = frame.Row(question) with
        {
            Method = Method,
            Scale = "share",
            From = values.First(value => value.Middle >= question.Start).First,
            Until = values[^1].Last,
            Before = found.Before,
            After = found.After,
            Average = new ImpactEffect(ImpactFrame.Round(now - was), ImpactFrame.Round(low), ImpactFrame.Round(high), ImpactFrame.Round(now), ImpactFrame.Round(was)),
            Interval = "credible",
            Probability = ImpactRules.Probability,
            TowardsPressure = frame.Series.Pressure == 0 ? null : ImpactFrame.Round(frame.Series.Pressure > 0 ? 1 - found.ProbabilityBelowZero : found.ProbabilityBelowZero),
            Test = placebos.Count == 0 ? null : StructuralRows.DateTest(placebos.Count, placebos.Count(one => one.Statistic >= found.Statistic)),
            Reading = low <= 0 && high >= 0 ? Math.Max(-low, high) <= Small ? "none-seen" : "open" : towards > 0 ? "towards" : towards < 0 ? "away" : "not-settled",
            Notes = [Note(frame.Values, found)],
        };
        return new ImpactDraft(row, found.Statistic, placebos.ToDictionary(one => one.Date, one => one.Statistic));
    }

    private static string Note(List<KnownValue> values, Occupancy found)
    {
        var last = values.FindLastIndex(one => one.Value > 0);
        var tail = last >= 0 && last < values.Count - 1 ? $" The last value above 0 is of {values[last].Date}." : "";
        return string.Create(CultureInfo.InvariantCulture, $"The series falls to zero, where a change in percent has no meaning; what is compared is whether there was any: {found.BeforeAbove} of {found.Before} values before, {found.AfterAbove} of {found.After} after.{tail} How much there was is not looked at.");
    }
}
