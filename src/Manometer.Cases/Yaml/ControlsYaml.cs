using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads the negative controls of <c>case.yaml</c>. What they name in tables is checked once those are read.</summary>
internal sealed class ControlsYaml
{
    private readonly ReadingContext _context;
    private readonly YamlReader _yaml;
    private readonly IReadOnlyList<YamlNode.Scalar> _sectors;
    private readonly IReadOnlyList<YamlNode.Scalar> _places;
    private readonly IReadOnlyList<YamlNode.Scalar> _indicators;

    public ControlsYaml(ReadingContext context, YamlReader yaml)
    {
        (_context, _yaml) = (context, yaml.Knows("sectors", "places", "indicators", "reason"));
        _sectors = Terms("sectors");
        _indicators = Terms("indicators");
        _places = yaml.Scalars("places");
    }

    /// <summary>The controls; a sector that a measure aims at is left out, and told.</summary>
    public Controls Checked(IReadOnlyList<Measure> measures)
    {
        var places = _context.IdsOf("places");
        foreach (var place in _places)
            if (!places.Contains(place.Value) && !_context.Unread.Contains(TableSchemas.Places.File))
                _yaml.Report(Rules.FieldWrong, place, "the id of a place of places.csv" + Near(place.Value, places), place.Value);
        var sectors = new List<string>();
        foreach (var sector in _sectors)
            if (measures.FirstOrDefault(measure => measure.Sectors.Contains(sector.Value) || measure.Sectors.Contains("all")) is { } measure)
                _yaml.Report(Rules.ControlAimedAt, sector, "a sector no measure names", $"{sector.Value}, at which {measure.Id} aims");
            else
                sectors.Add(sector.Value);
        return new Controls
        {
            Sectors = sectors,
            Places = [.. _places.Select(place => place.Value)],
            Indicators = [.. _indicators.Select(indicator => indicator.Value)],
            Reason = _yaml.Text("reason"),
        };
    }

    private IReadOnlyList<YamlNode.Scalar> Terms(string part)
    {
        var found = _yaml.Scalars(part);
        foreach (var term in found)
            if (_context.Words.Find(part, term.Value) is null)
                _yaml.Report(Rules.FieldWrong, term, $"one of the {part} of the taxonomy" + Near(term.Value, _context.Words.Of(part)), term.Value);
        return found;
    }

    private static string Near(string word, IEnumerable<string> among) => Nearest.To(word, among) is { } near ? $"; did you mean '{near}'?" : "";
}
