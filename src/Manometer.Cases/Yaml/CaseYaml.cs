using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>case.yaml</c>.</summary>
internal static class CaseYaml
{
    public const string File = "case.yaml";

    private const double SumTolerance = 0.005;

    /// <summary>The header, and the taxonomy with the case's own words; the header is null when a needed field is missing.</summary>
    public static CaseHeader? Read(ReadingContext context, SourceText source)
    {
        switch (YamlTree.Parse(source, context.Faults))
        {
            case YamlNode.Map map:
                return Header(context, new YamlReader(source, context.Faults, map));
            case { } other:
                context.Faults.Add(Rules.FieldWrong, source, source.PositionOf(other.Line, other.Column), 1, "fields, such as 'title: ...'", "something else");
                return null;
            default:
                return null;
        }
    }

    private static CaseHeader? Header(ReadingContext context, YamlReader yaml)
    {
        yaml.Knows("title", "question", "target", "period", "as_of", "baseline", "summary", "hypotheses", "controls", "taxonomy", "options");
        var title = yaml.Text("title", required: true);
        var question = yaml.Text("question", required: true);
        var target = yaml.Map("target", required: true, "such as {country: XX, name: NAME}")?.Knows("country", "name");
        var country = target?.Text("country", required: true);
        var name = target?.Text("name", required: true);
        var period = yaml.Date("period", required: true);
        if (period is { FirstDay: null } or { LastDay: null })
            yaml.Wrong("period", "an interval with both ends, such as 2016-01/2019-04", period.Value.ToString());
        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            target!.Wrong("country", "an ISO 3166-1 alpha-2 code, such as CU", country);
        if (yaml.Map("taxonomy") is { } own)
            context.Words = new TaxonomyWords(TaxonomyFile.Extend(context.Words.Taxonomy, own));
        var options = yaml.Map("options")?.Knows("max_lag_months", "hse_split");
        if (yaml.Map("controls", fields: "such as {sectors: [...], reason: ...}") is { } controls)
            context.Controls = new ControlsYaml(context, controls);
        var header = title is null || question is null || country is null || name is null || period is null
            ? null
            : new CaseHeader
            {
                Title = title,
                Question = question,
                TargetName = name,
                TargetCountry = country,
                Period = period.Value,
                AsOf = yaml.Date("as_of")?.LastDay,
                Baseline = yaml.Date("baseline"),
                Summary = yaml.Text("summary"),
                Hypotheses = Hypotheses(yaml),
                HseSplit = options?.Number("hse_split", 0, 1) ?? 0.5,
                MaxLagMonths = (int)(options?.Number("max_lag_months", 1, 600) ?? 24),
            };
        return header;
    }

    private static List<Hypothesis> Hypotheses(YamlReader yaml)
    {
        var found = new List<Hypothesis>();
        foreach (var one in yaml.Maps("hypotheses"))
        {
            one.Knows("id", "name", "story", "prior");
            var (id, name, story, prior) = (one.Text("id", required: true), one.Text("name", required: true), one.Text("story", required: true), one.Number("prior", 0, 1));
            if (id is not null && found.Exists(other => other.Id == id))
                one.Wrong("id", "an identifier no other story has", id);
            else if (id is not null && name is not null && story is not null)
                found.Add(new Hypothesis { Id = id, Name = name, Story = story, Prior = prior ?? 0 });
        }

        var sum = found.Sum(one => one.Prior);
        if (found.Count > 0 && Math.Abs(sum - 1) > SumTolerance)
            yaml.Report(Rules.Priors, "hypotheses", "a sum of 1", string.Create(CultureInfo.InvariantCulture, $"{sum:0.###}"));
        return found;
    }
}
