using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>The answer of <c>impact</c>, for readers and for machines.</summary>
internal sealed class ImpactFindings(string file, string column, PlainSeries series, double[] observed, ImpactResult result, ImpactPlacebos? placebos, IReadOnlyList<ImpactSensitivity> sensitivity, ImpactModel model)
{
    private const int MostColumns = 15;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", file);
        json.WriteString("column", column);
        SeriesJson.Times(json, series.Times);
        json.WriteStartObject("periods");
        json.WriteString("preStart", Label(result.Periods.PreStart));
        json.WriteString("preEnd", Label(result.Periods.PreEnd));
        json.WriteString("postStart", Label(result.Periods.PostStart));
        json.WriteString("postEnd", Label(result.Periods.PostEnd));
        json.WriteEndObject();
        json.WriteStartObject("rows");
        json.WriteNumber("before", result.RowsBefore);
        json.WriteNumber("missingBefore", result.MissingBefore);
        json.WriteNumber("gap", result.GapRows);
        json.WriteNumber("after", result.RowsAfter);
        json.WriteNumber("missingAfter", result.MissingAfter);
        json.WriteEndObject();
        SeriesJson.Number(json, "level", 1 - result.Alpha);
        Estimate(json, "average", result.Average);
        Estimate(json, "cumulative", result.Cumulative);
        if (result.Relative is { } relative)
            Estimate(json, "relative", relative);
        else
            json.WriteNull("relative");
        if (result.RelativeMean is { } mean)
            SeriesJson.Number(json, "relativeMean", mean);
        SeriesJson.Number(json, "p", result.TailArea);
        json.WriteStartObject("inclusion");
        foreach (var one in result.Columns)
            SeriesJson.Number(json, one.Name, one.Probability);
        json.WriteEndObject();
        json.WriteStartObject("coefficients");
        foreach (var one in result.Columns)
            SeriesJson.Number(json, one.Name, one.Coefficient);
        json.WriteEndObject();
        json.WriteStartArray("noises");
        foreach (var one in result.Noises)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            SeriesJson.Number(json, "guess", one.Guess);
            SeriesJson.Number(json, "mean", one.Mean);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePlacebos(json);
        json.WriteStartArray("sensitivity");
        foreach (var one in sensitivity)
        {
            json.WriteStartObject();
            SeriesJson.Number(json, "levelSd", one.LevelSd);
            SeriesJson.Number(json, "effect", one.Average.Effect);
            SeriesJson.Number(json, "sd", one.Average.Sd);
            SeriesJson.Number(json, "lower", one.Average.Lower);
            SeriesJson.Number(json, "upper", one.Average.Upper);
            SeriesJson.Number(json, "p", one.TailArea);
            SeriesJson.Number(json, "logEvidence", one.LogEvidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        SeriesJson.Number(json, "logEvidence", result.LogEvidence);
        json.WriteNumber("models", result.Models);
        if (result.Captured is { } captured)
            SeriesJson.Number(json, "captured", captured);
        SeriesJson.Number(json, "monteCarloError", result.MonteCarloError);
        WriteRows(json);
        json.WriteString("sentence", result.Sentence);
        SeriesJson.Texts(json, "warnings", result.WarningCodes);
        SeriesJson.Texts(json, "notes", series.Notes);
    }

    public void Print(TextWriter to)
    {
        var periods = result.Periods;
        to.WriteLine(Text($"{column} of {file}: {Label(periods.PreStart)} to {Label(periods.PreEnd)} before ({Faults.Plural(result.RowsBefore, "value")}{Missing(result.MissingBefore)}), {Label(periods.PostStart)} to {Label(periods.PostEnd)} after ({Faults.Plural(result.RowsAfter, "value")}{Missing(result.MissingAfter)}){(result.GapRows > 0 ? $"; a gap of {Faults.Plural(result.GapRows, "row")}" : "")}"));
        foreach (var note in series.Notes)
            to.WriteLine($"note: {note}");
        Plot(to);
        to.WriteLine();
        to.WriteLine(Text($"              {"actual",12} {"predicted",12} {"effect",12} {"sd",10}   {Figures.Percent(1 - result.Alpha, 1)} credible interval"));
        Row(to, "average", result.Average);
        Row(to, "cumulative", result.Cumulative);
        if (result.Relative is { } relative)
            to.WriteLine(Text($"  relative    {"",12} {"",12} {Percent(relative.Effect),12} {Figures.Percent(relative.Sd, 1),10}   {Percent(relative.Lower)} to {Percent(relative.Upper)}"));
        to.WriteLine($"  tail area   {(result.TailArea < 1e-6 ? "below 1e-6" : Figures.Short(result.TailArea, 3))}, the probability under the model of a prediction as far off on that side");
        to.WriteLine();
        if (result.CoversZero)
            to.WriteLine("The interval covers 0: these data are compatible with no effect.");
        Placebos(to);
        to.WriteLine("If the level wanders by " + string.Join("; ", sensitivity.Select(one => $"{Figures.Short(one.LevelSd, 2)} sd a row: {Figures.Signed(one.Average.Effect)} ({Figures.Signed(one.Average.Lower)} to {Figures.Signed(one.Average.Upper)})")));
        Columns(to);
        foreach (var code in result.WarningCodes)
            to.WriteLine($"warning: {Words(code)} ({code})");
    }

    private static void Estimate(Utf8JsonWriter json, string name, ImpactEstimate estimate)
    {
        json.WriteStartObject(name);
        SeriesJson.Number(json, "actual", estimate.Actual);
        SeriesJson.Number(json, "predicted", estimate.Predicted);
        SeriesJson.Number(json, "effect", estimate.Effect);
        SeriesJson.Number(json, "sd", estimate.Sd);
        SeriesJson.Number(json, "lower", estimate.Lower);
        SeriesJson.Number(json, "upper", estimate.Upper);
        json.WriteEndObject();
    }

    private void WritePlacebos(Utf8JsonWriter json)
    {
        if (placebos is null)
            return;
        json.WriteStartObject("placebo");
        SeriesJson.Number(json, "score", placebos.Score);
        json.WriteNumber("rank", placebos.Rank);
        json.WriteNumber("of", placebos.Dates.Count + 1);
        SeriesJson.Number(json, "p", placebos.P);
        json.WriteNumber("windows", placebos.Windows);
        SeriesJson.Number(json, "windowP", placebos.WindowP);
        json.WriteStartArray("dates");
        foreach (var one in placebos.Dates)
        {
            json.WriteStartObject();
            json.WriteString("date", Label(one.Row));
            SeriesJson.Number(json, "effect", one.Effect);
            SeriesJson.Number(json, "score", one.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRows(Utf8JsonWriter json)
    {
        json.WriteStartArray("points");
        foreach (var one in result.Points)
        {
            json.WriteStartObject();
            json.WriteString("date", Label(one.Row));
            SeriesJson.Number(json, "actual", one.Actual ?? double.NaN);
            SeriesJson.Number(json, "predicted", one.Predicted);
            SeriesJson.Number(json, "lower", one.Lower);
            SeriesJson.Number(json, "upper", one.Upper);
            SeriesJson.Number(json, "cumulative", one.CumulativeEffect);
            SeriesJson.Number(json, "cumulativeLower", one.CumulativeLower);
            SeriesJson.Number(json, "cumulativeUpper", one.CumulativeUpper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var one in result.Parts)
        {
            json.WriteStartObject();
            json.WriteString("date", Label(one.Row));
            SeriesJson.Number(json, "level", one.Level);
            SeriesJson.Number(json, "season", one.Season);
            SeriesJson.Number(json, "regression", one.Regression);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Plot(TextWriter to)
    {
        var (first, last) = (result.Periods.PreStart, result.Periods.PostEnd);
        var length = last - first + 1;
        var expected = result.Parts.Select(one => one.Level + one.Season + one.Regression).ToArray();
        var (lower, upper) = (new double[length], new double[length]);
        Array.Fill(lower, double.NaN);
        Array.Fill(upper, double.NaN);
        foreach (var one in result.Points)
            (lower[one.Row - first], upper[one.Row - first]) = (one.Lower, one.Upper);
        TerminalPlot.Draw(
            to,
            new PlotData
            {
                Observed = observed[first..(last + 1)],
                Expected = expected,
                Lower = lower,
                Upper = upper,
                Marks = [(result.Periods.PostStart - first, '|')],
                LabelAt = position => Label(first + position),
                ObservedName = column,
                ExpectedName = "fitted, then predicted",
                BandName = Figures.Percent(1 - result.Alpha, 1) + " interval",
                MarkName = "first row after",
            },
            TerminalPlot.Width,
            Terminal.Colour);
    }

    private void Placebos(TextWriter to)
    {
        if (placebos is null)
            return;
        if (placebos.Dates.Count == 0)
            to.WriteLine("No placebo date: that would need 20 rows before it, and after it as many as were compared, all before the intervention.");
        else
            to.WriteLine(Text($"Placebo dates: an effect as large for its uncertainty is found at {placebos.Rank - 1} of {placebos.Dates.Count} dates before the intervention, p = {Figures.Short(placebos.P, 3)}; of {Faults.Plural(placebos.Windows, "window")} that do not overlap, p = {Figures.Short(placebos.WindowP, 3)}{(placebos.Windows < 19 ? $" (too few for a 5 % test; the least p is {Figures.Short(1.0 / (1 + placebos.Windows), 2)})" : "")}"));
    }

    private void Columns(TextWriter to)
    {
        if (result.Columns.Count == 0)
            return;
        if (result.Columns[0].Prior >= 1)
        {
            to.WriteLine("Coefficients: " + string.Join(", ", result.Columns.Skip(1).Select(one => $"{one.Name} {Figures.Signed(one.Coefficient)}")));
            return;
        }

        to.WriteLine(Text($"Columns, with the probability of being in the regression (beforehand {Figures.Percent(result.Columns[0].Prior)}) and the mean coefficient:"));
        foreach (var one in result.Columns.Skip(1).OrderByDescending(one => one.Probability).ThenBy(one => one.Name, StringComparer.Ordinal).Take(MostColumns))
            to.WriteLine(Text($"  {one.Name,-24} {Figures.Percent(one.Probability, 1),8}  {Figures.Signed(one.Coefficient),12}"));
        if (result.Columns.Count - 1 > MostColumns)
            to.WriteLine($"  and {result.Columns.Count - 1 - MostColumns} more");
        if (result.Captured is null)
            to.WriteLine(Text($"  The sets of columns were sampled (seed {model.Seed}): the effect's Monte Carlo error is {Figures.Short(result.MonteCarloError, 2)}"));
    }

    private static void Row(TextWriter to, string name, ImpactEstimate one) =>
        to.WriteLine(Text($"  {name,-11} {Figures.Short(one.Actual),12} {Figures.Short(one.Predicted),12} {Figures.Signed(one.Effect),12} {Figures.Short(one.Sd, 3),10}   {Figures.Signed(one.Lower)} to {Figures.Signed(one.Upper)}"));

    private string Label(int position) => series.Times.LabelAt(position);

    private static string Missing(int rows) => rows > 0 ? $", {rows} missing" : "";

    private static string Percent(double share) => (share > 0 ? "+" : "") + Figures.Percent(share, 1);

    private static string Words(string code) => code switch
    {
        "RHO_AT_EDGE" => "a ratio of variances has mass at the end of the range searched",
        "FIRST_ROWS_MISSING" => "the first rows have no value; the fit begins where they do",
        "COVARIATE_CONSTANT" => "a covariate does not vary before the intervention",
        "QUADRATURE_COARSE" => "the grid was not fine enough for full accuracy",
        "MODELS_SAMPLED" => "the sets of columns were too many to be summed, and were sampled",
        "RELATIVE_UNDEFINED" => "the prediction may be of either sign, so a relative effect has no meaning",
        "FEW_ROWS" => "few values before the intervention: the priors speak louder than the data",
        _ => "see the method's page",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
