using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rows of Open Synthesis as a dump of its database: <c>openach.hypothesis</c>, <c>openach.evidence</c>, <c>openach.evaluation</c> with values 0 to 5, and <c>auth.user</c>.</summary>
internal static class OpenSynthesisText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static (List<Judgement> Cells, List<string> Faults) Read(string text, string analyst)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text.TrimStart('\uFEFF'), null, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return ([], [$"it is no JSON: {fault.Message}"]);
        }

        if (root is not JsonArray rows)
            return ([], ["it is no list of rows: is it a dump of an Open Synthesis database?"]);
        var names = new Dictionary<(string Model, string Key), string>();
        foreach (var (model, key, fields) in rows.Select(Row))
            if (NameField(model) is { } field && Text(fields, "removed") != "true")
                names[(model, key)] = MatrixExchange.Folded(Text(fields, field));
        var (cells, faults) = (new List<Judgement>(), new List<string>());
        foreach (var (_, key, fields) in rows.Select(Row).Where(row => row.Model == "openach.evaluation"))
        {
            if (names.GetValueOrDefault(("openach.hypothesis", Text(fields, "hypothesis"))) is not { } story || names.GetValueOrDefault(("openach.evidence", Text(fields, "evidence"))) is not { } item)
                faults.Add($"evaluation {key} refers to a hypothesis or evidence that is removed or not in the file; it was left out");
            else if (!int.TryParse(Text(fields, "value"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 5)
                faults.Add($"evaluation {key} has the value '{Text(fields, "value")}', none of 0 to 5; it was left out");
            else
                cells.Add(new Judgement { Id = "", Analyst = Analyst(Text(fields, "user")), Hypothesis = story, Evidence = item, Entry = (Consistency)value });
        }

        return cells.Count == 0 && faults.Count == 0 ? ([], ["there is no openach.evaluation in the file"]) : (cells, faults);

        string Analyst(string user) => names.GetValueOrDefault(("auth.user", user)) is { Length: > 0 } name ? name : user.Length > 0 ? $"{analyst}-{user}" : analyst;
    }

    public static string Write(Case @case, List<Judgement> rows)
    {
        var day = (@case.Header.AsOf ?? @case.Header.Period.LastDay ?? DateOnly.MinValue).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        var dump = new JsonArray();
        string[] analysts = [.. rows.Select(row => row.Analyst).Distinct(StringComparer.Ordinal)], evidence = [.. rows.Select(row => row.Evidence).Distinct(StringComparer.Ordinal)];
        string[] stories = [.. @case.Header.Hypotheses.Select(story => story.Id)];
        for (var i = 0; i < analysts.Length; i++)
            Add("auth.user", i + 1, new JsonObject { ["username"] = analysts[i], ["password"] = "!", ["date_joined"] = day });
        Add("openach.board", 1, new JsonObject { ["board_title"] = @case.Header.Question, ["board_desc"] = @case.Header.Title, ["pub_date"] = day });
        for (var i = 0; i < stories.Length; i++)
            Add("openach.hypothesis", i + 1, new JsonObject { ["board"] = 1, ["hypothesis_text"] = @case.Header.Hypotheses[i].Name, ["submit_date"] = day });
        for (var i = 0; i < evidence.Length; i++)
            Add("openach.evidence", i + 1, new JsonObject { ["board"] = 1, ["evidence_desc"] = evidence[i], ["submit_date"] = day });
        for (var i = 0; i < rows.Count; i++)
            Add("openach.evaluation", i + 1, new JsonObject
            {
                ["board"] = 1,
                ["hypothesis"] = Array.IndexOf(stories, rows[i].Hypothesis) + 1,
                ["evidence"] = Array.IndexOf(evidence, rows[i].Evidence) + 1,
                ["user"] = Array.IndexOf(analysts, rows[i].Analyst) + 1,
                ["value"] = (int)rows[i].Entry,
                ["timestamp"] = day,
            });
        return dump.ToJsonString(Indented) + "\n";

        void Add(string model, int key, JsonObject fields) => dump.Add((JsonNode)new JsonObject { ["model"] = model, ["pk"] = key, ["fields"] = fields });
    }

    private static string? NameField(string model) => model switch
    {
        "openach.hypothesis" => "hypothesis_text",
        "openach.evidence" => "evidence_desc",
        "auth.user" => "username",
        _ => null,
    };

    private static (string Model, string Key, JsonObject? Fields) Row(JsonNode? node) =>
        node is JsonObject row ? (Text(row, "model"), Text(row, "pk"), row["fields"] as JsonObject) : ("", "", null);

    // a value as text; "" for what is absent or no single value
    private static string Text(JsonObject? of, string name) =>
        of?[name] is JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : "";
}
