using System.Globalization;
using System.Text.Json;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Benchmarks.Coding;

/// <summary>Dates against the AQUAINT part of TempEval-3 and the English specs of Recognizers-Text.</summary>
internal static class DateAccuracy
{
    /// <summary>Right months, and F1 of spans and values, over the AQUAINT documents.</summary>
    /// <param name="misses">Where to print what was wrong; null for nowhere.</param>
    public static (double RightMonth, int Months, double Strict, double Relaxed, double Value) Aquaint(TextWriter? misses)
    {
        var reader = new DateReader();
        int gold = 0, answers = 0, relaxed = 0, strict = 0, value = 0, months = 0, right = 0;
        foreach (var line in File.ReadLines(ReferenceData.Path("data", "coding", "dates", "tempeval3-aquaint", "aquaint.gold.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var units = Offsets.ToUtf16(text);
            var found = reader.Read(text, DateOnly.Parse(json.RootElement.GetProperty("dct").GetString()!, CultureInfo.InvariantCulture));
            answers += found.Count;
            var used = new bool[found.Count];
            foreach (var timex in json.RootElement.GetProperty("timex").EnumerateArray())
            {
                gold++;
                int start = units(timex.GetProperty("start").GetInt32()), end = units(timex.GetProperty("end").GetInt32());
                var want = timex.GetProperty("value").GetString()!;
                int best = -1, overlap = 0;
                var month = want.Length >= 7 && char.IsDigit(want[0]) && want[4] == '-' && char.IsDigit(want[5]) && char.IsDigit(want[6]) ? want[..7] : null;
                var hit = false;
                for (var i = 0; i < found.Count; i++)
                {
                    var common = Math.Min(end, found[i].End) - Math.Max(start, found[i].Start);
                    if (common <= 0)
                        continue;
                    hit |= month is not null && found[i].Value.StartsWith(month, StringComparison.Ordinal);
                    if (!used[i] && common > overlap)
                        (best, overlap) = (i, common);
                }

                if (month is not null)
                {
                    months++;
                    right += hit ? 1 : 0;
                }

                if (best < 0)
                {
                    misses?.WriteLine($"AQ missed  [{text[start..end]}] {want}   ...{Around(text, start, end)}");
                    continue;
                }

                used[best] = true;
                relaxed++;
                strict += found[best].Start == start && found[best].End == end ? 1 : 0;
                if (found[best].Value == want)
                    value++;
                else
                    misses?.WriteLine($"AQ {(month is not null && !hit ? "MONTH" : "value")}   [{text[start..end]}] {want} got {found[best].Value} [{text[found[best].Start..found[best].End]}] dct {json.RootElement.GetProperty("dct").GetString()} ...{Around(text, start, end)}");
            }

            for (var i = 0; i < found.Count; i++)
                if (!used[i])
                    misses?.WriteLine($"AQ extra   [{text[found[i].Start..found[i].End]}] {found[i].Value} ...{Around(text, found[i].Start, found[i].End)}");
        }

        double F(int hits) => 200.0 * hits / (gold + answers);
        return (100.0 * right / months, months, F(strict), F(relaxed), F(value));
    }

    /// <summary>Cases of Recognizers-Text of the types date and daterange, read back in time: right when the days are the spec's, or, for a date told in months or years, when the spec's day lies in ours.</summary>
    public static (int Right, int Exact, int All) Recognizers(TextWriter? misses)
    {
        var reader = new DateReader(DatePreference.Past);
        int right = 0, exact = 0, all = 0;
        foreach (var name in (string[])["DateParser", "DatePeriodParser", "DateTimeModel"])
        {
            using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.Path("data", "coding", "dates", "recognizers-text", name + ".json")));
            foreach (var one in json.RootElement.EnumerateArray())
            {
                if (!one.TryGetProperty("Context", out var context) || !context.TryGetProperty("ReferenceDateTime", out var reference))
                    continue;
                var today = DateOnly.FromDateTime(DateTime.Parse(reference.GetString()!, CultureInfo.InvariantCulture));
                var input = one.GetProperty("Input").GetString()!;
                IReadOnlyList<DateMention>? found = null;
                foreach (var result in one.GetProperty("Results").EnumerateArray())
                {
                    if (Wanted(name, result) is not { } want)
                        continue;
                    found ??= reader.Read(input, today);
                    all++;
                    var start = result.GetProperty("Start").GetInt32();
                    var end = result.TryGetProperty("Length", out var length) ? start + length.GetInt32() : result.GetProperty("End").GetInt32() + 1;
                    var (isExact, isRight) = (false, false);
                    foreach (var mention in found)
                    {
                        if (mention.Start >= end || mention.End <= start || mention.Edtf is null || !Edtf.TryParse(mention.Edtf, out var edtf))
                            continue;
                        var first = edtf.FirstDay;
                        var last = edtf.LastDay;
                        isExact |= first == want.First && last == want.Last;
                        isRight |= isExact || want.IsDay && first <= want.First && want.Last <= last && InUnits(result)
                            || !want.IsDay && first == want.First && last is not null && want.Last is not null && (last == want.Last.Value.AddDays(1) || EndOf(mention.Edtf) == want.Last.Value.AddDays(1))
                            || !want.IsDay && InUnits(result) && first is not null && last is not null && want.First is not null && want.Last is not null && Near(first.Value, want.First.Value) && Near(last.Value, want.Last.Value.AddDays(1));
                    }

                    exact += isExact ? 1 : 0;
                    right += isRight ? 1 : 0;
                    if (!isRight)
                        misses?.WriteLine($"RT {name} [{result.GetProperty("Text").GetString()}] {want.First:yyyy-MM-dd}..{want.Last:yyyy-MM-dd} today {today:yyyy-MM-dd} got {string.Join(" ; ", found.Select(m => $"[{input[m.Start..m.End]}] {m.Edtf ?? m.Value}"))} <<{input}>>");
                }
            }
        }

        return (right, exact, all);
    }

    // the spec's ranges never hold their end, ours do: "from 4 to 22", "to May 2018"
    private static DateOnly? EndOf(string edtf) => edtf.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && Edtf.TryParse(edtf.AsSpan(at + 1), out var end) ? end.FirstDay : null;

    private static bool Near(DateOnly left, DateOnly right) => left.Year == right.Year && left.Month == right.Month;

    // "two years ago", "past 3 months": told in units coarser than a day, where the spec makes up the day
    private static bool InUnits(JsonElement result)
    {
        var text = result.GetProperty("Text").GetString()!;
        return text.Contains("month", StringComparison.OrdinalIgnoreCase) || text.Contains("year", StringComparison.OrdinalIgnoreCase) || text.Contains("decade", StringComparison.OrdinalIgnoreCase) || text.Contains("week", StringComparison.OrdinalIgnoreCase) || text.Contains("fortnight", StringComparison.OrdinalIgnoreCase);
    }

    private static (DateOnly? First, DateOnly? Last, bool IsDay)? Wanted(string file, JsonElement result)
    {
        string? day = null, start = null, end = null;
        if (file == "DateTimeModel")
        {
            if ((result.TryGetProperty("TypeName", out var type) || result.TryGetProperty("typeName", out type) || result.TryGetProperty("Type", out type) ? type.GetString() : null) is not ("datetimeV2.date" or "datetimeV2.daterange") || !result.TryGetProperty("Resolution", out var resolution) || !resolution.TryGetProperty("values", out var values))
                return null;
            // of several candidates the first is the one in the past
            var value = values.EnumerateArray().First();
            day = Text(value, "value");
            start = Text(value, "start");
            end = Text(value, "end");
        }
        else
        {
            if (!result.TryGetProperty("Value", out var value) || value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("PastResolution", out var past))
                return null;
            day = Text(past, "date");
            start = Text(past, "startDate");
            end = Text(past, "endDate");
        }

        if (day is not null)
            return Day(day) is { Year: > 1 } one ? (one, one, true) : null;
        var first = Day(start);
        var last = Day(end)?.AddDays(-1); // the spec's end is the day behind the last
        if (first is null && last is null || first is { Year: 1 } || last is { Year: < 2 })
            return null;
        return (first, last, false);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly? Day(string? text) => text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Around(string text, int start, int end) => text[Math.Max(0, start - 50)..Math.Min(text.Length, end + 40)].ReplaceLineEndings(" ");
}
