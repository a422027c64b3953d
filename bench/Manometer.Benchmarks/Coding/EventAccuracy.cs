using System.Text.Json;
using Manometer.Coding;

namespace Manometer.Benchmarks.Coding;

/// <summary>Event types against PLOVER's gold records, causes against the Causal News Corpus.</summary>
internal static class EventAccuracy
{
    public static (int Type, int Quad, int All) Plover(TextWriter? misses)
    {
        var reader = new EventReader();
        var (type, quad, all) = (0, 0, 0);
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.Path("data", "coding", "events", "plover_dev.json")));
        foreach (var record in json.RootElement.EnumerateArray())
        {
            if (!record.TryGetProperty("text", out var text) || !record.TryGetProperty("event", out var name) || !Enum.TryParse<EventType>(name.GetString(), ignoreCase: true, out var want))
                continue;
            var got = reader.TypeOf(text.GetString()!);
            all++;
            type += got == want ? 1 : 0;
            quad += EventReader.ClassOf(got) == EventReader.ClassOf(want) ? 1 : 0;
            if (got != want)
                misses?.WriteLine($"PL {want} got {got} <<{text.GetString()}>> {string.Join(' ', reader.CuesIn(text.GetString()!).Select(hit => hit.Cue.Id))}");
        }

        return (type, quad, all);
    }

    /// <summary>Precision and recall of sentences in which an explicit cause is found, on every second sentence from <paramref name="half"/>.</summary>
    public static (double Precision, double Recall) Causes(int half)
    {
        var coder = new Coder([]);
        var (hits, found, causal) = (0, 0, 0);
        var rows = Csv.Read(ReferenceData.Path("data", "coding", "cause", "train_subtask1.csv"));
        for (var i = 1 + half; i < rows.Count; i += 2)
        {
            var isCausal = rows[i][2] == "1";
            var told = coder.Causes(rows[i][1]).Count > 0;
            causal += isCausal ? 1 : 0;
            found += told ? 1 : 0;
            hits += told && isCausal ? 1 : 0;
        }

        return ((double)hits / found, (double)hits / causal);
    }
}
