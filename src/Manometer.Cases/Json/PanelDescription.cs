using System.Text.Json.Nodes;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What <c>datapackage.json</c> says of the members of a panel: who is under the measures, who may not serve for comparison, and how they are called.</summary>
/// <param name="Treated">Members the measures aim at.</param>
/// <param name="Excluded">Members that may not serve for comparison, with the reason.</param>
/// <param name="Names">Names of members for the page.</param>
internal sealed record PanelDescription(IReadOnlyList<string> Treated, IReadOnlyDictionary<string, string> Excluded, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Fields of the object <c>panel</c>.</summary>
    public static readonly string[] Fields = ["treated", "excluded", "names"];

    /// <summary>A member as it is described: the treated keeps role, place and measures of the panel, the others are controls, those excluded background.</summary>
    public Series Of(Series member)
    {
        var id = member.Member!;
        var treated = Treated.Contains(id);
        var reason = treated ? null : Excluded.GetValueOrDefault(id);
        return member with
        {
            MemberName = Names.GetValueOrDefault(id),
            Treated = treated,
            Excluded = reason,
            Role = treated ? member.Role : reason is null ? SeriesRole.Control : SeriesRole.Context,
            Place = treated ? member.Place : null,
            Measures = treated ? member.Measures : [],
        };
    }

    /// <summary>The description of a panel, made of its members: the inverse of <see cref="Of"/>.</summary>
    public static JsonObject Text(IReadOnlyList<Series> members)
    {
        var own = DataPackageText.Own(members.FirstOrDefault(member => member.Treated) ?? members[0]);
        var panel = new JsonObject { ["treated"] = new JsonArray([.. members.Where(member => member.Treated).Select(member => (JsonNode)member.Member!)]) };
        if (members.Any(member => member.Excluded is not null))
            panel["excluded"] = Map(members, member => member.Excluded);
        if (members.Any(member => member.MemberName is not null))
            panel["names"] = Map(members, member => member.MemberName);
        own["panel"] = panel;
        return own;
    }

    private static JsonObject Map(IReadOnlyList<Series> members, Func<Series, string?> value)
    {
        var map = new JsonObject();
        foreach (var member in members)
            if (value(member) is { } text)
                map[member.Member!] = text;
        return map;
    }
}
