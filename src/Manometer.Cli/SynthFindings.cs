using System.Globalization;
using System.Text.Json;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>The answer of <c>synth</c>, for readers and for machines.</summary>
internal sealed class SynthFindings
{
    private const int MostShown = 15;
    private readonly string _file, _outcome, _form;
    private readonly SynthTable _table;
    private readonly SyntheticControl _question;
    private readonly SynthResult _result;
    private readonly EffectDirection _direction;
    private readonly double _level;
    private readonly ConformalInterval? _interval;
    private readonly IReadOnlyList<ConformalInterval> _each;
    private readonly InTimeTest _inTime;

    public SynthFindings(string file, string outcome, string form, SynthTable table, SyntheticControl question, SynthResult result, EffectDirection direction, double level)
    {
        (_file, _outcome, _form, _table, _question, _result, _direction, _level) = (file, outcome, form, table, question, result, direction, level);
        var conformal = result.Method != SynthMethod.DifferenceInDifferences && result.Predictors.Count == 0;
        _interval = conformal ? question.Interval(1 - level) : null;
        _each = conformal ? question.PointwiseIntervals(1 - level) : [];
        _inTime = question.InTimePlacebos();
    }

    private bool IsLog => _form != "level";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", _file);
        json.WriteString("outcome", _outcome);
        json.WriteString("form", _form);
        json.WriteString("treated", _result.Treated);
        json.WriteString("at", _table.Label(_result.From));
        json.WriteString("method", Name(_result.Method));
        json.WriteString("direction", _direction.ToString().ToLowerInvariant());
        json.WriteBoolean("refused", _result.IsRefused);
        json.WriteNumber("donors", _result.DonorCount);
        json.WriteNumber("preTimes", _result.Path.Count(point => !point.IsPost));
        json.WriteNumber("postTimes", _result.Path.Count(point => point.IsPost));
        json.WriteStartObject("weights");
        foreach (var one in _result.Weights)
            SeriesJson.Number(json, one.Unit, one.Weight);
        json.WriteEndObject();
        Times(json, "actual", point => point.Actual);
        Times(json, "synthetic", point => point.Synthetic);
        Times(json, "gap", point => point.Gap);
        if (IsLog)
            Times(json, "gapPercent", point => Percent(point.Gap));
        SeriesJson.Number(json, "preRmspe", _result.PreRmspe);
        SeriesJson.Number(json, "postRmspe", _result.PostRmspe);
        SeriesJson.Number(json, "preFit", _result.PreFit);
        SeriesJson.Number(json, "att", _result.Att);
        SeriesJson.Number(json, "kktResidual", _result.KktResidual);
        if (!double.IsNaN(_result.StandardError))
            SeriesJson.Number(json, "standardError", _result.StandardError);
        if (!double.IsNaN(_result.Penalty))
            SeriesJson.Number(json, "penalty", _result.Penalty);
        if (_interval is not null)
            WriteIntervals(json, _interval);
        if (_result.TimeWeights.Count > 0)
        {
            json.WriteStartObject("timeWeights");
            foreach (var one in _result.TimeWeights)
                SeriesJson.Number(json, _table.Label(one.Time), one.Weight);
            json.WriteEndObject();
        }

        if (_result.Predictors.Count > 0)
            WritePredictors(json);
        if (_result.Placebo is { } placebo)
            WritePlacebo(json, placebo);
        json.WriteStartArray("leaveOneOut");
        foreach (var one in _result.LeaveOneOut)
        {
            json.WriteStartObject();
            json.WriteString("unit", one.Unit);
            SeriesJson.Number(json, "att", one.MeanGap);
            SeriesJson.Number(json, "preRmspe", one.PreRmspe);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteInTime(json);
        json.WriteStartObject("dropped");
        foreach (var one in _result.Dropped)
            json.WriteString(one.Unit, one.Reason);
        json.WriteEndObject();
        SeriesJson.Texts(json, "flags", _result.Flags.Select(flag => flag.Code).Distinct());
        json.WriteStartArray("notes");
        foreach (var flag in _result.Flags)
        {
            json.WriteStartObject();
            json.WriteString("code", flag.Code);
            json.WriteString("severity", flag.Severity.ToString().ToLowerInvariant());
            json.WriteString("text", flag.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Print(TextWriter to)
    {
        var pre = _result.Path.Count(point => !point.IsPost);
        to.WriteLine(Text($"{_outcome}{(_form == "level" ? "" : $" (as {_form})")} of {_result.Treated} in {_file}, treated from {_table.Label(_result.From)}: {Faults.Plural(pre, "time")} before, {_result.Path.Count - pre} from then on; {Faults.Plural(_result.DonorCount, "donor")}, method {Name(_result.Method)}"));
        if (_table.Missing > 0)
            to.WriteLine($"note: {Faults.Plural(_table.Missing, "row")} without a value of the outcome");
        to.WriteLine();
        Plot(to, pre);
        to.WriteLine();
        if (_result.IsRefused)
            to.WriteLine("REFUSED as evidence; the figures below must not be read as an effect.");
        var percent = IsLog ? Text($" ({Figures.Short(Percent(_result.Att), 3)} %)") : "";
        to.WriteLine($"Mean gap from {_table.Label(_result.From)} to {_table.Label(_result.Path[^1].Time)}: {Figures.Signed(_result.Att)}{percent}{Interval()}; last gap {Figures.Signed(_result.Path[^1].Gap)}{(IsLog ? Text($" ({Figures.Short(Percent(_result.Path[^1].Gap), 3)} %)") : "")}");
        to.WriteLine(Text($"Before: error {Figures.Short(_result.PreRmspe)}{(double.IsNaN(_result.PreFit) ? "" : Text($", {Figures.Short(_result.PreFit, 2)} times the noise of the series (above 1 poor, above 2 refused)"))}"));
        Ranks(to);
        to.WriteLine();
        to.WriteLine($"Weights: {string.Join(", ", _result.Weights.Take(MostShown).Select(one => $"{one.Unit} {one.Weight.ToString("0.000", CultureInfo.InvariantCulture)}"))}{(_result.Weights.Count > MostShown ? $" and {_result.Weights.Count - MostShown} more" : "")}");
        if (_result.TimeWeights.Count > 0)
            to.WriteLine($"Weights of times: {string.Join(", ", _result.TimeWeights.Take(MostShown).Select(one => $"{_table.Label(one.Time)} {one.Weight.ToString("0.000", CultureInfo.InvariantCulture)}"))}");
        Predictors(to);
        if (_result.LeaveOneOut.Count > 0)
            to.WriteLine($"Without one donor at a time: mean gap {Figures.Signed(_result.LeaveOneOut.Min(one => one.MeanGap))} to {Figures.Signed(_result.LeaveOneOut.Max(one => one.MeanGap))}");
        InTime(to);
        if (_result.Flags.Count == 0)
            return;
        to.WriteLine();
        foreach (var flag in _result.Flags)
            to.WriteLine($"{flag.Severity.ToString().ToLowerInvariant()} {flag.Code}: {flag.Text}");
    }

    private string Interval()
    {
        var level = Figures.Percent(_level, 1);
        if (!double.IsNaN(_result.StandardError))
            return $", standard error {Figures.Short(_result.StandardError)}";
        return _interval switch
        {
            null => "",
            { Lower: { } lower, Upper: { } upper } => $", {level} conformal interval {Figures.Signed(lower)} to {Figures.Signed(upper)}{(_interval.IsConnected ? "" : " (some farther away are not rejected either)")}",
            _ => Text($", no {level} interval: the smallest p there can be is {_interval.SmallestP:0.###}"),
        };
    }

    private void Ranks(TextWriter to)
    {
        if (_result.Placebo is not { } placebo)
            return;
        var way = _direction switch { EffectDirection.Down => "most negative first", EffectDirection.Up => "most positive first", _ => "largest by size first" };
        to.WriteLine("Placebos (the same on every donor; rank 1 is the most extreme):");
        Rank("mean gap among units that fit about as well", placebo.SimilarGap.For(_direction), ", " + way);
        Rank("mean gap among all", placebo.Gap.For(_direction), ", " + way);
        Rank("ratio of errors after and before", placebo.Ratio, _result.Flags.Any(flag => flag.Flag == SynthFlagCode.DonorsGePreyears) ? ", no evidence here (DONORS_GE_PREYEARS)" : "");

        void Rank(string what, PlaceboRank rank, string more) => to.WriteLine(Text($"  {rank.Rank,3} of {rank.Of,-3}  p {rank.P:0.000}  {what}{more}"));
    }

    private void Predictors(TextWriter to)
    {
        if (_result.Predictors.Count == 0)
            return;
        var width = _result.Predictors.Max(row => NameOf(row).Length);
        to.WriteLine($"  {"predictor".PadRight(width)}  {"weight",7}  {"treated",10}  {"synthetic",10}  {"donors",10}");
        foreach (var row in _result.Predictors)
            to.WriteLine(Text($"  {NameOf(row).PadRight(width)}  {row.Weight,7:0.0000}  {Figures.Short(row.Treated),10}  {Figures.Short(row.Synthetic),10}  {Figures.Short(row.Donors),10}"));
        if (_result.Search is { } search)
            to.WriteLine(Text($"Search for predictor weights: loss {Figures.Short(search.Loss)}, {search.Near} of {search.Starts} starts within 1 % of it; no weights can go below {Figures.Short(search.LowerBound)}"));
    }

    private void InTime(TextWriter to)
    {
        if (_inTime.Ranks is { } ranks)
            to.WriteLine(Text($"Dated back to {_table.Label(_inTime.Dates[^1].From)}..{_table.Label(_inTime.Dates[0].From)}, when nothing happened: mean gap {Figures.Signed(_inTime.Dates.Min(date => date.MeanGap))} to {Figures.Signed(_inTime.Dates.Max(date => date.MeanGap))}; the true date ranks {ranks.For(_direction).Rank} of {ranks.For(_direction).Of}"));
        else
            to.WriteLine("No false dates: the time after the treatment is longer than half of the time before.");
    }

    private void Plot(TextWriter to, int pre)
    {
        double[]? lower = null, upper = null;
        if (_each.Count > 0 && _each.All(one => one.Lower is not null && one.Upper is not null))
        {
            (lower, upper) = (new double[_result.Path.Count], new double[_result.Path.Count]);
            for (var i = 0; i < lower.Length; i++)
                (lower[i], upper[i]) = i < pre ? (double.NaN, double.NaN) : (_result.Path[i].Actual - _each[i - pre].Upper!.Value, _result.Path[i].Actual - _each[i - pre].Lower!.Value);
        }

        TerminalPlot.Draw(to, new PlotData
        {
            Observed = [.. _result.Path.Select(point => point.Actual)],
            Expected = [.. _result.Path.Select(point => point.Synthetic)],
            Lower = lower,
            Upper = upper,
            X = [.. _result.Path.Select(point => point.Time)],
            Marks = [(pre, '1')],
            LabelAt = i => _table.Label(_result.Path[i].Time),
            ObservedName = _result.Treated,
            ExpectedName = "synthetic",
            BandName = $"{Figures.Percent(_level, 1)} interval, each time by itself",
            MarkName = "treatment",
        }, TerminalPlot.Width, Terminal.Colour);
    }

    private void Times(Utf8JsonWriter json, string name, Func<SynthPoint, double> value)
    {
        json.WriteStartObject(name);
        foreach (var point in _result.Path)
            SeriesJson.Number(json, _table.Label(point.Time), value(point));
        json.WriteEndObject();
    }

    private void WriteIntervals(Utf8JsonWriter json, ConformalInterval average)
    {
        json.WriteStartObject("interval");
        SeriesJson.Number(json, "level", _level);
        Ends(json, average);
        SeriesJson.Number(json, "p", average.P);
        SeriesJson.Number(json, "smallestP", average.SmallestP);
        json.WriteBoolean("connected", average.IsConnected);
        SeriesJson.Number(json, "lowestKept", average.LowestKept ?? double.NaN);
        SeriesJson.Number(json, "highestKept", average.HighestKept ?? double.NaN);
        json.WriteStartObject("pointwise");
        foreach (var one in _each)
        {
            json.WriteStartObject(_table.Label(one.From));
            Ends(json, one);
            SeriesJson.Number(json, "p", one.P);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter json, ConformalInterval one)
    {
        SeriesJson.Number(json, "lower", one.Lower ?? double.NaN);
        SeriesJson.Number(json, "upper", one.Upper ?? double.NaN);
    }

    private void WritePredictors(Utf8JsonWriter json)
    {
        json.WriteStartArray("predictors");
        foreach (var row in _result.Predictors)
        {
            json.WriteStartObject();
            json.WriteString("name", NameOf(row));
            SeriesJson.Number(json, "weight", row.Weight);
            SeriesJson.Number(json, "treated", row.Treated);
            SeriesJson.Number(json, "synthetic", row.Synthetic);
            SeriesJson.Number(json, "donors", row.Donors);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (_result.Search is not { } search)
            return;
        json.WriteStartObject("search");
        SeriesJson.Number(json, "loss", search.Loss);
        SeriesJson.Number(json, "lowerBound", search.LowerBound);
        json.WriteNumber("starts", search.Starts);
        json.WriteNumber("near", search.Near);
        SeriesJson.Number(json, "leastAtt", search.LeastAtt);
        SeriesJson.Number(json, "largestAtt", search.LargestAtt);
        json.WriteEndObject();
    }

    private void WritePlacebo(Utf8JsonWriter json, PlaceboTest placebo)
    {
        json.WriteStartObject("placebo");
        json.WriteStartObject("ranks");
        Rank("headline", placebo.SimilarGap.For(_direction));
        Rank("ratio", placebo.Ratio);
        Gaps("gap", placebo.Gap);
        Gaps("similar", placebo.SimilarGap);
        json.WriteEndObject();
        json.WriteStartArray("units");
        foreach (var unit in placebo.Units)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit.Unit);
            SeriesJson.Number(json, "preRmspe", unit.PreRmspe);
            SeriesJson.Number(json, "postRmspe", unit.PostRmspe);
            SeriesJson.Number(json, "att", unit.MeanGap);
            json.WriteBoolean("similar", unit.IsSimilar);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Rank(string name, PlaceboRank rank)
        {
            json.WriteStartObject(name);
            json.WriteNumber("rank", rank.Rank);
            json.WriteNumber("of", rank.Of);
            SeriesJson.Number(json, "p", rank.P);
            json.WriteEndObject();
        }

        void Gaps(string name, GapRanks ranks)
        {
            json.WriteStartObject(name);
            Rank("down", ranks.Down);
            Rank("up", ranks.Up);
            Rank("either", ranks.Either);
            json.WriteEndObject();
        }
    }

    private void WriteInTime(Utf8JsonWriter json)
    {
        json.WriteStartArray("inTime");
        foreach (var date in _inTime.Dates)
        {
            json.WriteStartObject();
            json.WriteString("at", _table.Label(date.From));
            SeriesJson.Number(json, "att", date.MeanGap);
            SeriesJson.Number(json, "preRmspe", date.PreRmspe);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string NameOf(PredictorRow row) => row.Name.StartsWith("outcome ", StringComparison.Ordinal) ? _outcome + row.Name["outcome".Length..] : row.Name;

    private static double Percent(double gap) => 100 * (Math.Exp(gap) - 1);

    private static string Name(SynthMethod method) => method switch { SynthMethod.DifferenceInDifferences => "sdid", SynthMethod.Ridge => "ridge", _ => "synth" };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
