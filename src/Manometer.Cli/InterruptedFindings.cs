using System.Globalization;
using System.Text.Json;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>The answer of <c>interrupted</c>, for readers and for machines.</summary>
internal sealed class InterruptedFindings(string file, string column, bool log, string[] labels, string[] events, string[] places, InterruptedSeries series, InterruptedModel model, IReadOnlyList<string> notes)
{
    private readonly InterruptedFit _fit = series.Fit();

    public void Print(TextWriter to)
    {
        var dates = series.Points.Select(point => point.Time).Distinct().Count();
        to.WriteLine(Text($"{column} of {file}: {Faults.Plural(series.Points.Count, "reading")} on {Faults.Plural(dates, "date")}, {labels[0]} to {labels[^1]}{(places.Length > 1 ? $", {places.Length} places" : "")}"));
        foreach (var note in notes)
            to.WriteLine($"note: {note}");
        Plot(to);
        for (var i = 0; i < events.Length; i++)
        {
            to.WriteLine();
            Effect(to, i);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", file);
        json.WriteString("column", column);
        json.WriteNumber("readings", _fit.Points);
        json.WriteNumber("dates", _fit.Times);
        json.WriteNumber("places", _fit.Places);
        json.WriteBoolean("log", log);
        SeriesJson.Number(json, "scale", _fit.Scale);
        SeriesJson.Number(json, "logEvidence", _fit.LogEvidence);
        json.WriteStartArray("effects");
        for (var i = 0; i < events.Length; i++)
            Write(json, i);
        json.WriteEndArray();
        if (series.Points.Count <= InterruptedSeries.MostCounterfactualPoints)
        {
            json.WriteStartArray("points");
            foreach (var (one, i) in series.Counterfactual([.. series.Points.Select(point => point.Time)]).Select((one, i) => (one, i)))
            {
                json.WriteStartObject();
                json.WriteString("date", labels[i]);
                SeriesJson.Number(json, "value", series.Points[i].Value);
                SeriesJson.Number(json, "counterfactual", one.Mean);
                SeriesJson.Number(json, "lower", one.Lower);
                SeriesJson.Number(json, "upper", one.Upper);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        SeriesJson.Texts(json, "notes", notes);
    }

    private void Write(Utf8JsonWriter json, int i)
    {
        var effect = _fit.Effects[i];
        json.WriteStartObject();
        json.WriteString("at", events[i]);
        SeriesJson.Number(json, "mean", effect.Mean);
        SeriesJson.Number(json, "sd", effect.Sd);
        SeriesJson.Number(json, "lower", effect.Lower);
        SeriesJson.Number(json, "upper", effect.Upper);
        SeriesJson.Number(json, "level", model.Probability);
        SeriesJson.Number(json, "probabilityBelowZero", effect.ProbabilityBelowZero);
        SeriesJson.Number(json, "equivalenceBound", effect.EquivalenceBound);
        SeriesJson.Number(json, "contraction", effect.Contraction);
        json.WriteBoolean("hasNews", effect.HasNews);
        json.WriteNumber("pointsBefore", effect.PointsBefore);
        json.WriteNumber("pointsAfter", effect.PointsAfter);
        json.WriteStartArray("after");
        foreach (var months in new[] { 6, 12, 24 })
        {
            var (mean, lower, upper) = effect.After(months);
            json.WriteStartObject();
            json.WriteNumber("months", months);
            SeriesJson.Number(json, "mean", mean);
            SeriesJson.Number(json, "lower", lower);
            SeriesJson.Number(json, "upper", upper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var test = series.Placebos(i);
        json.WriteStartObject("placebo");
        SeriesJson.Number(json, "p", test.P);
        SeriesJson.Number(json, "smallestP", test.SmallestP);
        SeriesJson.Number(json, "statistic", test.Statistic);
        json.WriteNumber("asLarge", test.AsLarge);
        json.WriteNumber("spaced", test.Spaced.Count);
        json.WriteNumber("count", test.Dates.Count);
        SeriesJson.Numbers(json, "statistics", test.Statistics);
        json.WriteEndObject();
        json.WriteStartArray("sensitivity");
        foreach (var (guess, one) in series.Sensitivity(i))
        {
            json.WriteStartObject();
            SeriesJson.Number(json, "levelGuess", guess);
            SeriesJson.Number(json, "mean", one.Mean);
            SeriesJson.Number(json, "lower", one.Lower);
            SeriesJson.Number(json, "upper", one.Upper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Effect(TextWriter to, int i)
    {
        var effect = _fit.Effects[i];
        var interval = Figures.Percent(model.Probability, 1) + " credible interval";
        to.WriteLine(Text($"From {events[i]} on ({effect.PointsBefore} readings before, {effect.PointsAfter} after): {Size(effect.Mean)}, {interval} {Size(effect.Lower)} to {Size(effect.Upper)}{(effect.Lower < 0 && effect.Upper > 0 ? "; it covers 0" : "")}"));
        if (effect.Intervention.Onset.Mean > 0)
            foreach (var months in new[] { 6, 12, 24 })
            {
                var (mean, lower, upper) = effect.After(months);
                to.WriteLine(Text($"  after {months} months  {Size(mean)} ({Size(lower)} to {Size(upper)})"));
            }

        to.WriteLine($"  a fall has probability {Share(effect.ProbabilityBelowZero)}, a rise {Share(1 - effect.ProbabilityBelowZero)}");
        to.WriteLine($"  a change larger than {(log ? $"{Size(effect.EquivalenceBound)} or {Size(-effect.EquivalenceBound)}" : $"{Figures.Short(effect.EquivalenceBound)} either way")} has probability below 5 %");
        to.WriteLine(effect.HasNews ? $"  the data narrowed the prior by {Figures.Percent(effect.Contraction)}" : $"  no news: the data narrowed the prior by {Figures.Percent(Math.Max(0, effect.Contraction))} only");
        var test = series.Placebos(i);
        var found = test.AsLarge;
        to.WriteLine(test.Dates.Count == 0
            ? "  no placebo date: the readings leave none with 6 before and 4 after"
            : Text($"  placebo dates: as much is found at {found} of {test.Dates.Count}; of the {test.Spaced.Count} that lie 3 months apart, p = {Figures.Short(test.P, 2)}{(test.IsPossibleAt(0.05) ? "" : $"; no 5 % test is possible with these dates (the least p is {Figures.Short(test.SmallestP, 2)})")}"));
        to.WriteLine($"  if the level is calm, usual, lively: {string.Join("; ", series.Sensitivity(i).Select(row => $"{Size(row.Effect.Mean)} ({Size(row.Effect.Lower)} to {Size(row.Effect.Upper)})"))}");
    }

    private void Plot(TextWriter to)
    {
        to.WriteLine();
        // marks lie between readings: they are given positions of their own, without a value
        var marked = series.Points.Select((point, i) => (point.Time, Value: Shown(point.Value), Label: labels[i], Event: -1))
            .Concat(events.Select((label, i) => (series.Interventions[i].Time, Value: double.NaN, Label: label, Event: i)))
            .OrderBy(one => one.Time).ToList();
        var level = series.Points.Count <= InterruptedSeries.MostCounterfactualPoints ? series.Counterfactual([.. marked.Select(one => one.Time)]) : null;
        TerminalPlot.Draw(
            to,
            new PlotData
            {
                Observed = [.. marked.Select(one => one.Value)],
                Expected = level?.Select(one => Shown(one.Mean)).ToArray(),
                Lower = level?.Select(one => Shown(one.Lower)).ToArray(),
                Upper = level?.Select(one => Shown(one.Upper)).ToArray(),
                ExpectedName = "level without the event",
                BandName = $"{Figures.Percent(model.Probability, 1)} credible",
                X = [.. marked.Select(one => one.Time)],
                Marks = [.. marked.Select((one, position) => (one.Event, Position: position)).Where(one => one.Event >= 0).Select(one => (one.Position, (char)('1' + one.Event % 9)))],
                LabelAt = position => marked[position].Label,
                ObservedName = column + " (no line across an event)",
                MarkName = "event",
            },
            TerminalPlot.Width,
            Terminal.Colour);
    }

    private double Shown(double value) => log ? Math.Exp(value) : value;

    private string Size(double effect) => log ? (effect > 0 ? "+" : "") + Figures.Percent(Math.Exp(effect) - 1, Math.Abs(effect) < 0.1 ? 1 : 0) : Figures.Signed(effect, 3);

    private static string Share(double p) => p < 0.001 ? "below 0.1 %" : p > 0.999 ? "above 99.9 %" : Figures.Percent(p, p is < 0.1 or > 0.9 ? 1 : 0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
