using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>The answer of <c>breaks</c>, for readers and for machines. Indices count the rows of the series in order of time, from 0, those without a value too.</summary>
/// <param name="file">The file.</param>
/// <param name="series">The series as it was read.</param>
/// <param name="kept">Rows that have a value in every column; the others were left out.</param>
/// <param name="result">The breaks of the kept rows.</param>
/// <param name="path">The penalty path, where it was asked for.</param>
/// <param name="log">Were logarithms taken? Means are then shown as the geometric means they stand for, changes relative.</param>
internal sealed class BreakFindings(string file, PlainSeries series, int[] kept, BreakResult result, PenaltyPath? path, bool log)
{
    private const int MostShown = 40;

    private TimeAxis Times => series.Times;

    public void Print(TextWriter to)
    {
        var names = string.Join(", ", series.Columns.Select(column => column.Name));
        to.WriteLine(Text($"{names} of {file}: {Faults.Plural(Times.Count, "row")}, {Times.Labels[0]} to {Times.Labels[^1]}{Steps()}"));
        foreach (var note in Notes())
            to.WriteLine($"note: {note}");
        if (result.Columns == 1)
            Plot(to);
        var penalty = Text($"{Figures.Short(result.Penalty)} ({Figures.Short(result.Penalty / (result.PenaltyUnit * Math.Log(result.Rows)), 3)} {(result.Cost == SegmentCost.L2 ? "s^2 ln n" : "units of ln n")})");
        to.WriteLine();
        if (result.Breaks.Count == 0)
        {
            to.WriteLine($"No break pays its penalty of {penalty}.{(path is null ? " --path shows what smaller penalties would choose." : "")}");
        }
        else
        {
            to.WriteLine($"{Faults.Plural(result.Breaks.Count, "break")} at a penalty of {penalty}, cost {Name(result.Cost)}, every row a candidate:");
            to.WriteLine();
            Table(to);
        }

        if (path is not null)
            Path(to);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", file);
        SeriesJson.Texts(json, "columns", series.Columns.Select(column => column.Name));
        json.WriteNumber("rows", Times.Count);
        json.WriteNumber("missing", Times.Count - kept.Length);
        SeriesJson.Times(json, Times);
        json.WriteString("cost", Name(result.Cost));
        json.WriteBoolean("log", log);
        json.WriteNumber("minimumSegment", result.MinimumSegment);
        SeriesJson.Number(json, "penalty", result.Penalty);
        SeriesJson.Number(json, "penaltyUnit", result.PenaltyUnit);
        SeriesJson.Number(json, "totalCost", result.TotalCost);
        json.WriteStartArray("breaks");
        foreach (var one in result.Breaks)
            Write(json, one);
        json.WriteEndArray();
        json.WriteStartArray("segments");
        foreach (var one in result.Segments)
            Write(json, one);
        json.WriteEndArray();
        if (path is not null)
            WritePath(json, path);
        SeriesJson.Texts(json, "notes", Notes());
    }

    private void Write(Utf8JsonWriter json, BreakDate one)
    {
        json.WriteStartObject();
        json.WriteNumber("index", kept[one.Index]);
        json.WriteNumber("lower", kept[one.Lower]);
        json.WriteNumber("upper", kept[one.Upper]);
        json.WriteString("date", Label(one.Index));
        json.WriteString("lowerDate", Label(one.Lower));
        json.WriteString("upperDate", Label(one.Upper));
        SeriesJson.Number(json, "level", one.Level);
        json.WriteBoolean("reachesNeighbour", one.ReachesNeighbour);
        if (result.Columns == 1)
        {
            SeriesJson.Number(json, "meanBefore", one.Before.Mean);
            SeriesJson.Number(json, "meanAfter", one.After.Mean);
        }
        else
        {
            SeriesJson.Numbers(json, "meanBefore", one.Before.Means);
            SeriesJson.Numbers(json, "meanAfter", one.After.Means);
        }

        if (one.Posterior is { } posterior)
        {
            var set = posterior.HighestMass(one.Level);
            json.WriteStartObject("posterior");
            json.WriteNumber("mode", kept[posterior.Mode]);
            SeriesJson.Number(json, "probabilityOfMode", posterior[posterior.Mode]);
            json.WriteNumber("lower", kept[set[0]]);
            json.WriteNumber("upper", kept[set[^1]]);
            json.WriteString("lowerDate", Label(set[0]));
            json.WriteString("upperDate", Label(set[^1]));
            SeriesJson.Integers(json, "highestMass", set.Select(index => kept[index]));
            json.WriteBoolean("joint", one.PosteriorIsJoint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, BreakSegment one)
    {
        json.WriteStartObject();
        json.WriteNumber("from", kept[one.From]);
        json.WriteNumber("to", one.To == kept.Length ? Times.Count : kept[one.To]);
        json.WriteString("fromDate", Label(one.From));
        json.WriteString("toDate", Label(one.To - 1));
        json.WriteNumber("values", one.Length);
        SeriesJson.Numbers(json, "mean", one.Means);
        SeriesJson.Numbers(json, "sd", one.Deviations);
        json.WriteEndObject();
    }

    private void WritePath(Utf8JsonWriter json, PenaltyPath all)
    {
        json.WriteStartArray("path");
        foreach (var step in all.Steps)
        {
            json.WriteStartObject();
            SeriesJson.Integers(json, "breaks", step.Breaks.Select(index => kept[index]));
            SeriesJson.Number(json, "cost", step.Cost);
            SeriesJson.Number(json, "penaltyFrom", step.From);
            SeriesJson.Number(json, "penaltyTo", step.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("pick", all.Pick);
        json.WriteNumber("elbow", all.Elbow);
    }

    private void Table(TextWriter to)
    {
        var single = result.Columns == 1;
        var level = Figures.Percent(result.Breaks[0].Level, 1);
        List<string[]> rows = [["", "new from", $"{level} interval", "posterior of the date", .. single ? new[] { "mean before", "mean after", "change" } : ["means before and after"]]];
        foreach (var (one, i) in result.Breaks.Take(MostShown).Select((one, i) => (one, i)))
        {
            string[] means = single
                ? [Figures.Short(Level(one.Before.Mean)), Figures.Short(Level(one.After.Mean)), log ? (one.After.Mean > one.Before.Mean ? "+" : "") + Figures.Percent(Math.Exp(one.After.Mean - one.Before.Mean) - 1, 1) : Figures.Signed(one.After.Mean - one.Before.Mean)]
                : [string.Join(", ", one.Before.Means.Zip(one.After.Means, (before, after) => $"{Figures.Short(Level(before))} to {Figures.Short(Level(after))}"))];
            rows.Add([Mark(i).ToString(), Label(one.Index), $"{Label(one.Lower)} to {Label(one.Upper)}{(one.ReachesNeighbour ? " *" : "")}", Posterior(one), .. means]);
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(row => row[c].Length)).ToArray();
        foreach (var row in rows)
            to.WriteLine(string.Join("  ", row.Select((cell, c) => c >= 4 && single ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
        if (result.Breaks.Count > MostShown)
            to.WriteLine(Text($"and {result.Breaks.Count - MostShown} more; --json prints all"));
        if (result.Breaks.Take(MostShown).Any(one => one.ReachesNeighbour))
            to.WriteLine("* cut at a neighbouring break or the end of the series: the date is hardly determined by this interval");
    }

    private string Posterior(BreakDate one)
    {
        if (one.Posterior is not { } posterior)
            return "none for this cost";
        var set = posterior.HighestMass(one.Level);
        return $"{Label(set[0])} to {Label(set[^1])}, mode {Figures.Percent(posterior[posterior.Mode])}";
    }

    private void Path(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"Every segmentation that is optimal for some penalty from {Figures.Short(path!.Steps[0].From)} to {Figures.Short(path.Steps[^1].To)}:");
        to.WriteLine();
        List<string[]> rows = [["breaks", "cost", "penalty from", "to", "new from"]];
        var first = Math.Max(0, path.Steps.Count - MostShown);
        for (var i = first; i < path.Steps.Count; i++)
        {
            var step = path.Steps[i];
            var dates = string.Join(' ', step.Breaks.Take(8).Select(Label)) + (step.Breaks.Count > 8 ? Text($" and {step.Breaks.Count - 8} more") : "");
            rows.Add([Text($"{step.Breaks.Count}"), Figures.Short(step.Cost, 6), Figures.Short(step.From), Figures.Short(step.To), dates + (i == path.Pick ? "  (default)" : "") + (i == path.Elbow ? "  (elbow)" : "")]);
        }

        var widths = Enumerable.Range(0, 4).Select(c => rows.Max(row => row[c].Length)).ToArray();
        foreach (var row in rows)
            to.WriteLine((string.Join("  ", row.Take(4).Select((cell, c) => cell.PadLeft(widths[c]))) + "  " + row[4]).TrimEnd());
        if (first > 0)
            to.WriteLine(Text($"and {first} with more breaks; --json prints all"));
    }

    private void Plot(TextWriter to)
    {
        var (length, times) = (Times.GridLength, Times);
        var level = new double[Times.Count];
        Array.Fill(level, double.NaN);
        foreach (var segment in result.Segments)
            for (var i = segment.From; i < segment.To; i++)
                level[kept[i]] = Level(segment.Mean);
        var x = Times.IsRegular ? null : Times.Points.Select(point => (double)point.Value).ToArray();
        to.WriteLine();
        TerminalPlot.Draw(
            to,
            new PlotData
            {
                Observed = times.OnGrid(series.Columns[0].Values),
                Expected = times.OnGrid(level),
                X = x,
                Marks = result.Breaks.Count > 35 ? [] : [.. result.Breaks.Select((one, i) => (Times.PositionOf(kept[one.Index]), Mark(i)))],
                LabelAt = times.LabelAt,
                ObservedName = series.Columns[0].Name,
                ExpectedName = "mean of the segment",
                MarkName = "new segment from here",
            },
            TerminalPlot.Width,
            Terminal.Colour);
    }

    private IEnumerable<string> Notes()
    {
        foreach (var note in series.Notes)
            yield return note;
        if (log)
            yield return "of logarithms: penalty, cost and JSON are in their unit, the means shown are geometric";
        if (result.Cost == SegmentCost.Poisson && Dispersion() is > 2 and var dispersion)
            yield return $"the values vary {Figures.Short(dispersion, 2)} times as much about their level as counts do: too many breaks are found; a penalty so many times larger, or --cost rank, is safer";
        if (result.Breaks.Count > Math.Max(5, kept.Length / 10))
            yield return "so many breaks mean that levels with independent noise do not describe the series: it drifts, or its noise lasts. Look at --path; where growth is relative, use --log";
        if (kept.Length < Times.Count)
            yield return Text($"{Faults.Plural(Times.Count - kept.Length, "row")} without a value left out, not filled in");
        if (!Times.IsRegular)
            yield return Text($"steps are uneven: {Figures.Percent(Times.StepShare)} of them are {Times.StepWords()}; breaks go by the order of rows, not by the time between them");
        else if (Times.Missing > 0)
            yield return Text($"{Faults.Plural(Times.Missing, "step")} of {Times.StepWords()} without a row, not filled in");
    }

    // variance about the mean of the segment, over that mean; NaN where every segment is of zeros
    private double Dispersion()
    {
        var (squares, freedom) = (0.0, 0.0);
        foreach (var segment in result.Segments)
            if (segment.Mean > 0)
                (squares, freedom) = (squares + segment.Deviation * segment.Deviation * (segment.Length - 1) / segment.Mean, freedom + segment.Length - 1);
        return freedom > 0 ? squares / freedom : double.NaN;
    }

    private double Level(double mean) => log ? Math.Exp(mean) : mean;

    private string Steps() => Times.Count < 2 || !Times.IsRegular || Times.AreRowNumbers ? "" : $", step {Times.StepWords()}";

    private string Label(int index) => Times.Labels[kept[index]];

    private static char Mark(int i) => i < 9 ? (char)('1' + i) : i < 35 ? (char)('a' + i - 9) : '+';

    private static string Name(SegmentCost cost) => cost.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
