using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rows of <c>observations.csv</c>.</summary>
internal static class ObservationTable
{
    public static List<Observation> Read(ReadingContext context)
    {
        var twins = new HashSet<Observation>(SameClaim.Instance);
        return TableFile.Read(context, TableSchemas.Observations, row => Map(row, twins));
    }

    private static Observation Map(RowReader row, HashSet<Observation> twins)
    {
        var observation = new Observation
        {
            Id = row.Id(0),
            Report = row.Reference(1) ?? "",
            Event = row.Pooled(2),
            Origin = row.Pooled(3),
            When = row.Date(4) ?? default,
            Place = row.Reference(5),
            PlaceStated = row.Pooled(6),
            Sector = row.Term(7, "sectors") ?? "other",
            Group = row.Term(8, "groups"),
            Indicator = row.Term(9, "indicators") ?? "other",
            Direction = row.Word<Direction>(10) ?? Direction.None,
            Kind = row.Word<ObservationKind>(11) ?? ObservationKind.Level,
            StepOverride = row.Integer(12, -2, 2),
            StepReason = row.Text(13),
            Magnitude = MagnitudeOf(row),
            Attribution = row.Word<Attribution>(16) ?? Attribution.None,
            Grade = row.Word<AttributionGrade>(17),
            Polarity = row.Word<Polarity>(18) ?? Polarity.Asserted,
            Measures = row.References(19),
            Credibility = row.Integer(20, 1, 6),
            Summary = row.Text(21) ?? "",
            Span = SpanOf(row),
            Coder = row.Pooled(23),
            Note = row.Text(24),
        };
        CheckSense(row, observation, twins);
        return observation;
    }

    private static void CheckSense(RowReader row, Observation observation, HashSet<Observation> twins)
    {
        var carries = observation.Kind is ObservationKind.Level or ObservationKind.Change && observation.Polarity is Polarity.Asserted or Polarity.Negated;
        if (row.Good(12, 13) && observation.StepOverride is { } step && observation.StepReason is null)
            row.Report(Rules.StepWithoutReason, 12, "a step_reason", $"a step of {step} without one");
        if (row.Good(11, 12, 18) && observation.StepOverride is not null && !carries)
            row.Report(Rules.StepOnBackground, 12, "no step", $"a step on kind '{Word.Of(observation.Kind)}', polarity '{Word.Of(observation.Polarity)}'");
        if (row.Good(7, 9, 10, 11, 12, 18) && carries && observation is { StepOverride: null, Indicator: "other" } && observation.Direction != Direction.None && row.Context.Words.Taxonomy.DerivedStep(observation) is null)
            row.Report(Rules.NoSay, 9, $"an indicator with a sign, or a step and its reason: is '{Word.Of(observation.Direction)}' more pressure, or less?", observation.Indicator);
        if (row.Good(16, 17) && observation.Attribution == Attribution.None && observation.Grade is { } grade)
            row.Report(Rules.TieIncomplete, 17, "no grade, because attribution is 'none'", Word.Of(grade));
        if (row.Good(16, 17) && observation.Attribution != Attribution.None && observation.Grade is null)
            row.Report(Rules.TieIncomplete, 16, "a grade: asserted, inferred, concurrent or denied", $"attribution '{Word.Of(observation.Attribution)}' without one");
        if (row.Good(10, 11, 14, 15) && observation.Magnitude is { Value: { } value } && Against(observation, value))
            row.Report(Rules.SignAgainstDirection, 14, string.Create(CultureInfo.InvariantCulture, $"{-value}, or direction '{(value < 0 ? "down" : "up")}'"), string.Create(CultureInfo.InvariantCulture, $"{value} with direction '{Word.Of(observation.Direction)}'"));
        if (row.Good(1, 4, 18) && observation.Polarity is Polarity.Asserted or Polarity.Negated
            && row.Context.Published.TryGetValue(observation.Report, out var date)
            && date.LastDay is { } published && observation.When.FirstDay is { } happened && happened > published)
            row.Report(Rules.ReportedBeforeHappening, 4, $"{date} or earlier, when {observation.Report} was published; or polarity 'forecast'", observation.When.ToString());
        if (row.Good(5, 6))
            ProvinceCheck.OfStatement(row, 6, observation);
        if (!row.Failed && !twins.Add(observation))
            row.Report(Rules.RowTwice, 0, "each claim once", observation.Id);
    }

    // a level that is down may stand at any number: one hour of electricity a day
    private static bool Against(Observation observation, double value) => observation.Direction switch
    {
        Direction.Up => value < 0 && (observation.Kind == ObservationKind.Change || observation.Magnitude?.Unit == "percent"),
        Direction.Down => value > 0 && observation.Kind == ObservationKind.Change,
        _ => false,
    };

    private static Magnitude? MagnitudeOf(RowReader row)
    {
        var text = row.Raw(14);
        if (text.IsEmpty)
            return null;
        if (Word.TryParse<MagnitudeWord>(text, out var word))
            return new Magnitude(word);
        if (!RowReader.TryNumber(text, out var number))
        {
            row.Report(Rules.NotANumber, 14, "a number, or slight, moderate, large" + Meant(row, text), text.ToString());
            return null;
        }

        if (row.Pooled(15) is { } unit)
        {
            if (Synonyms.Of("observations.unit", unit) is { } usual)
                row.Report(Rules.UnitName, 15, usual, unit);
            return new Magnitude(number, unit);
        }

        row.Report(Rules.MagnitudeWithoutUnit, 14, "a unit beside the number, such as percent", text.ToString());
        return null;
    }

    private static string Meant(RowReader row, ReadOnlySpan<char> text) => MeantNumber.Parts(text) switch
    {
        (var number, "") => $"; did you mean {number}?",
        (var number, var unit) => $"; did you mean magnitude {number} and unit '{unit}'?",
        _ => row.Context.Meant(text, Word.All<MagnitudeWord>(), "observations.magnitude") is { } word ? $"; did you mean '{word}'?" : "",
    };

    private static string? SpanOf(RowReader row)
    {
        var text = row.Raw(22);
        if (text.IsEmpty)
            return null;
        var dash = text.IndexOf('-');
        if (dash > 0 && long.TryParse(text[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && long.TryParse(text[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end)
            return text.ToString();
        row.Report(Rules.BadSpan, 22, "start-end in bytes, such as 120-188", text.ToString());
        return null;
    }

    // all that a claim says, but for its identifier and remarks
    private sealed class SameClaim : IEqualityComparer<Observation>
    {
        public static readonly SameClaim Instance = new();

        public bool Equals(Observation? x, Observation? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null
                && x.Report == y.Report && x.Summary == y.Summary && x.When.Equals(y.When) && x.Place == y.Place && x.Sector == y.Sector && x.Indicator == y.Indicator && x.Group == y.Group
                && x.Direction == y.Direction && x.Kind == y.Kind && x.Polarity == y.Polarity && x.Attribution == y.Attribution);

        public int GetHashCode(Observation obj) => HashCode.Combine(obj.Report, obj.When, obj.Place, obj.Sector, obj.Indicator, obj.Group, obj.Summary);
    }
}
