using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <content>Panels: series of several members in one file.</content>
internal sealed partial class DataPackage
{
    private const int FewestControls = 2;

    // the one series of a resource, or the members of its panel
    private IReadOnlyList<Series> ReadFile(int index, JsonElement resource, Series described)
    {
        if (!resource.GetProperty("manometer").TryGetProperty("panel", out var panel))
            return [SeriesTable.Read(_context, described)];
        var read = SeriesTable.ReadPanel(_context, described, out _);
        var members = read.Select(member => member.Member!).ToHashSet(StringComparer.Ordinal);
        var description = new PanelDescription(Treated(index, panel, members), Texts(index, panel, "excluded", members), Texts(index, panel, "names", members));
        if (panel.ValueKind != JsonValueKind.Object)
            Add(Rules.FieldWrong, At(index, "manometer", "panel"), "an object with 'treated', a list of members, and perhaps 'excluded' and 'names'", Kind(panel));
        else
            foreach (var field in panel.EnumerateObject().Where(field => !PanelDescription.Fields.Contains(field.Name)).Take(MostUnknown))
                Add(Rules.FieldUnknown, _places!.OfName(field.Name, "resources", Text(index), "manometer", "panel"), OneOf(PanelDescription.Fields, field.Name), field.Name);
        var series = read.Select(description.Of).ToList();
        foreach (var member in series)
            if (!_context.IdsOf("series").Add(member.Name))
                Add(Rules.IdTwice, At(index, "path"), "names no other series has: those of a panel are the file's name, a dot and the member", member.Name);
        foreach (var both in description.Treated.Where(description.Excluded.ContainsKey))
            Add(Rules.FieldWrong, At(index, "manometer", "panel", "excluded", both), "members that are not treated", both, "leave it in one of the two");
        var controls = series.Count(member => member is { Treated: false, Excluded: null });
        if (series.Count > 0 && (controls < FewestControls || !series.Exists(member => member.Treated)))
            Add(Rules.PanelIncomplete, At(index, "manometer", "panel"), $"a member under 'treated', and {FewestControls} others or more that are not excluded", $"{description.Treated.Count} treated, {controls} to compare with", $"name the treated in the panel of {described.File}, or add members");
        return series;
    }

    private List<string> Treated(int index, JsonElement panel, IReadOnlySet<string> members)
    {
        var treated = new List<string>();
        if (panel.ValueKind != JsonValueKind.Object || !panel.TryGetProperty("treated", out var list))
            return treated;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Add(Rules.FieldWrong, At(index, "manometer", "panel", "treated"), "a list of members, such as [\"XR\"]", Kind(list));
            return treated;
        }

        foreach (var (place, item) in list.EnumerateArray().Index())
            if (IsMember(item.GetString()!, members, At(index, "manometer", "panel", "treated", Text(place))) && !treated.Contains(item.GetString()!))
                treated.Add(item.GetString()!);
        return treated;
    }

    private Dictionary<string, string> Texts(int index, JsonElement panel, string field, IReadOnlySet<string> members)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (panel.ValueKind != JsonValueKind.Object || !panel.TryGetProperty(field, out var map))
            return texts;
        if (map.ValueKind != JsonValueKind.Object || map.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String || pair.Value.GetString()!.Length == 0))
        {
            Add(Rules.FieldWrong, At(index, "manometer", "panel", field), $"an object with a text for each member, such as {{ \"XR\": \"{(field == "names" ? "Ruritania" : "under measures itself from 2021")}\" }}", map.ValueKind == JsonValueKind.Object ? "an object with other values" : Kind(map));
            return texts;
        }

        foreach (var pair in map.EnumerateObject())
            if (IsMember(pair.Name, members, _places!.OfName(pair.Name, "resources", Text(index), "manometer", "panel", field)))
                texts[pair.Name] = pair.Value.GetString()!;
        return texts;
    }

    private bool IsMember(string member, IReadOnlySet<string> members, (int Position, int Length) at)
    {
        if (members.Contains(member))
            return true;
        Add(Rules.UnknownReference, at, "a member of the panel" + (Nearest.To(member, members) is { } near ? $"; did you mean '{near}'?" : ""), member);
        return false;
    }
}
