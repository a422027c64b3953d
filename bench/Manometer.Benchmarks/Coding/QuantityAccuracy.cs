using System.Globalization;
using System.Text.Json;
using Manometer.Coding;

namespace Manometer.Benchmarks.Coding;

/// <summary>Quantities against the percent and range specs of Recognizers-Text and the sentences of quantulum3.</summary>
internal static class QuantityAccuracy
{
    private static readonly QuantityReader Reader = new();

    /// <summary>Cases all of whose results are found with the right value, and nothing else of the kind.</summary>
    public static (int Right, int All) Specs(TextWriter? misses)
    {
        var (right, all) = (0, 0);
        foreach (var name in (string[])["PercentModel", "NumberRangeModel"])
        {
            using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.Path("data", "coding", "quantities", "recognizers-text", name + ".json")));
            foreach (var one in json.RootElement.EnumerateArray())
            {
                var input = one.GetProperty("Input").GetString()!;
                var want = one.GetProperty("Results").EnumerateArray()
                    .Where(result => result.GetProperty("Resolution").ValueKind == JsonValueKind.Object)
                    .Select(result => result.GetProperty("Resolution").GetProperty("value").GetString())
                    .Where(value => value is not (null or "null")).ToList();
                var got = Reader.Read(input).Select(mention => name == "PercentModel" ? Percent(mention) : Range(input, mention)).OfType<string>().ToList();
                all++;
                if (got.SequenceEqual(want))
                    right++;
                else
                    misses?.WriteLine($"QR {name} want {string.Join(' ', want)} got {string.Join(' ', got)} <<{input}>>");
            }
        }

        return (right, all);
    }

    /// <summary>Quantities of quantulum3 found with the right value and unit; an overlapping span suffices.</summary>
    public static (int Right, int All) Quantulum(TextWriter? misses)
    {
        var (right, all) = (0, 0);
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.Path("data", "coding", "quantities", "quantulum3", "quantities.json")));
        foreach (var one in json.RootElement.EnumerateArray())
        {
            var input = one.GetProperty("req").GetString()!;
            var got = Reader.Read(input);
            var from = 0;
            foreach (var result in one.GetProperty("res").EnumerateArray())
            {
                all++;
                var surface = result.GetProperty("surface").GetString()!;
                var value = result.GetProperty("value").GetDouble();
                var unit = result.GetProperty("unit") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : result.GetProperty("unit").GetProperty("name").GetString()!;
                var start = input.IndexOf(surface, from, StringComparison.Ordinal);
                if (start < 0)
                    start = Math.Max(0, input.IndexOf(surface, StringComparison.Ordinal));
                from = start + 1;
                var hit = got.Any(mention => mention.Start < start + surface.Length && mention.End > start
                    && Math.Abs((mention.Form == QuantityForm.Change ? (mention.Low + mention.High) / 2 : mention.Value) - value) <= 1e-9 * Math.Max(1, Math.Abs(value)) * 1000
                    && (Same(mention.Unit, unit)));
                right += hit ? 1 : 0;
                if (!hit)
                    misses?.WriteLine($"QQ [{surface}] {value.ToString(CultureInfo.InvariantCulture)} {unit} got {string.Join(" ; ", got.Select(m => $"[{input[m.Start..m.End]}] {m.Value.ToString(CultureInfo.InvariantCulture)} {m.Unit}"))}");
            }
        }

        return (right, all);
    }

    private static bool Same(string? ours, string theirs) => (ours ?? "dimensionless") == theirs || ours == "percent" && theirs == "percentage" || theirs == "dimensionless" && ours == "person";

    private static string? Percent(QuantityMention mention) => mention.Unit == "percent" ? mention.Value.ToString(CultureInfo.InvariantCulture) + "%" : null;

    private static string? Range(string input, QuantityMention mention)
    {
        string N(double value) => double.IsInfinity(value) ? "" : value.ToString(CultureInfo.InvariantCulture);
        return mention.Form switch
        {
            // the spec's closed ranges never hold their end
            QuantityForm.Range or QuantityForm.Change => (mention.HoldsLow ? "[" : "(") + N(mention.Low) + "," + N(mention.High) + (mention.HoldsHigh ? "]" : ")"),
            QuantityForm.Above or QuantityForm.AtLeast => (mention.HoldsLow ? "[" : "(") + N(mention.Low) + ",)",
            QuantityForm.Below or QuantityForm.AtMost => "(," + N(mention.High) + (mention.HoldsHigh ? "]" : ")"),
            _ => input.AsSpan(mention.Start, mention.End - mention.Start).StartsWith("equal", StringComparison.OrdinalIgnoreCase) ? $"[{N(mention.Low)},{N(mention.High)}]" : null,
        };
    }
}
