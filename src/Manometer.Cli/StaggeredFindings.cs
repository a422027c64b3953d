using System.Globalization;
using System.Text.Json;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>The answer of <c>synth</c> for units treated at different dates, for readers and for machines.</summary>
internal sealed class StaggeredFindings(string file, string outcome, string form, SynthTable table, StaggeredResult result, EffectDirection direction, IReadOnlyList<string> rivals)
{
    private const int MostShown = 8;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", file);
        json.WriteString("outcome", outcome);
        json.WriteString("form", form);
        json.WriteString("method", "staggered");
        json.WriteString("direction", direction.ToString().ToLowerInvariant());
        json.WriteBoolean("refused", result.IsRefused);
        SeriesJson.Number(json, "att", result.Att);
        SeriesJson.Number(json, "nu", result.Nu);
        SeriesJson.Number(json, "preRmspe", result.UnitPreRmspe);
        SeriesJson.Number(json, "pooledPreRmspe", result.PooledPreRmspe);
        json.WriteStartArray("effects");
        foreach (var effect in result.Effects)
        {
            json.WriteStartObject();
            json.WriteNumber("event", effect.Event);
            SeriesJson.Number(json, "effect", effect.Effect);
            json.WriteNumber("units", effect.Units);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var unit in result.Units)
            Write(json, unit);
        json.WriteEndArray();
        if (result.Ranks is { } ranks)
        {
            json.WriteStartObject("placebo");
            json.WriteBoolean("allPlacements", result.PlacementsAreAll);
            json.WriteStartObject("ranks");
            foreach (var (name, rank) in new[] { ("headline", ranks.For(direction)), ("down", ranks.Down), ("up", ranks.Up), ("either", ranks.Either) })
            {
                json.WriteStartObject(name);
                json.WriteNumber("rank", rank.Rank);
                json.WriteNumber("of", rank.Of);
                SeriesJson.Number(json, "p", rank.P);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        SeriesJson.Texts(json, "flags", result.Flags.Select(flag => flag.Code));
        SeriesJson.Texts(json, "reasons", result.Flags.Select(flag => flag.Text));
        SeriesJson.Texts(json, "rivals", rivals);
    }

    public void Print(TextWriter to)
    {
        to.WriteLine($"{outcome} in {file}, {Faults.Plural(result.Units.Count, "unit")} treated at different dates{(form == "log" ? ", in logarithms" : "")}");
        if (result.IsRefused)
            to.WriteLine("REFUSED as evidence, for the reasons below; the numbers are shown all the same.");
        to.WriteLine();
        to.WriteLine(Text($"Average effect on the treated {Figures.Signed(result.Att)}{Percent(result.Att)}"));
        if (result.Ranks is { } ranks)
            to.WriteLine(Text($"Dates given to donors instead, {(result.PlacementsAreAll ? "in all ways" : "in ways drawn at random")}: rank {ranks.For(direction).Rank} of {ranks.For(direction).Of}, p {ranks.For(direction).P:0.000} ({direction switch { EffectDirection.Down => "most negative first", EffectDirection.Up => "most positive first", _ => "largest by size first" }})"));
        to.WriteLine(Text($"Before: error of a unit {Figures.Short(result.UnitPreRmspe)}, of their mean {Figures.Short(result.PooledPreRmspe)}; share of the mean's error in what was minimised {result.Nu:0.00}"));
        to.WriteLine();
        to.WriteLine("  since the treatment      effect  units");
        foreach (var effect in result.Effects)
            to.WriteLine(Text($"  {effect.Event,19}  {Figures.Signed(effect.Effect),10}  {effect.Units,5}{Percent(effect.Effect)}"));
        to.WriteLine();
        foreach (var unit in result.Units)
            to.WriteLine(Text($"{unit.Unit} from {table.Label(unit.From)}: mean gap {Figures.Signed(MeanGap(unit))}, error before {Figures.Short(unit.PreRmspe)}; {string.Join(", ", unit.Weights.Take(MostShown).Select(one => Text($"{one.Unit} {one.Weight:0.000}")))}{(unit.Weights.Count > MostShown ? Text($" and {unit.Weights.Count - MostShown} more") : "")}"));
        foreach (var rival in rivals)
            to.WriteLine($"At the same time: {rival}");
        if (result.Flags.Count > 0)
            to.WriteLine();
        foreach (var flag in result.Flags)
            to.WriteLine($"{flag.Severity.ToString().ToLowerInvariant()} {flag.Code}: {flag.Text}");
    }

    private void Write(Utf8JsonWriter json, StaggeredUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("unit", unit.Unit);
        json.WriteString("at", table.Label(unit.From));
        json.WriteStartObject("weights");
        foreach (var one in unit.Weights)
            SeriesJson.Number(json, one.Unit, one.Weight);
        json.WriteEndObject();
        json.WriteStartObject("gap");
        foreach (var point in unit.Path)
            SeriesJson.Number(json, table.Label(point.Time), point.Gap);
        json.WriteEndObject();
        SeriesJson.Number(json, "att", MeanGap(unit));
        SeriesJson.Number(json, "preRmspe", unit.PreRmspe);
        SeriesJson.Number(json, "preFit", unit.PreFit);
        json.WriteEndObject();
    }

    private static double MeanGap(StaggeredUnit unit) => unit.Path.Where(point => point.IsPost).Average(point => point.Gap);

    private string Percent(double gap) => form == "log" ? Text($"  ({100 * (Math.Exp(gap) - 1):+0.0;-0.0} %)") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
