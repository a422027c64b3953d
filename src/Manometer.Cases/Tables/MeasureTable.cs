using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rows of <c>measures.csv</c>.</summary>
internal static class MeasureTable
{
    private const int Supersedes = 11;
    private const int Implements = 12;

    public static List<Measure> Read(ReadingContext context)
    {
        var links = new List<Links>();
        var measures = TableFile.Read(context, TableSchemas.Measures, row =>
        {
            var measure = Map(row);
            links.Add(new Links(measure, row.Mark(Supersedes), row.Mark(Implements)));
            return measure;
        });
        CheckLinks(context, links);
        return measures;
    }

    private static Measure Map(RowReader row)
    {
        var measure = new Measure
        {
            Id = row.Id(0),
            Issuer = row.Pooled(1) ?? "",
            Name = row.Text(2) ?? "",
            Adopted = row.Date(3) ?? default,
            Published = row.Date(4),
            Effective = row.Date(5),
            WinddownEnd = row.Date(6),
            Sectors = row.Sectors(7),
            Caps = Caps(row),
            Supersedes = row.LaterReferences(Supersedes),
            Implements = row.LaterReferences(Implements),
            Status = row.Word<MeasureStatus>(13) ?? MeasureStatus.InForce,
            Summary = row.Text(14) ?? "",
            SourceUrl = row.Url(15),
            Verification = row.Word<Verification>(16) ?? Verification.GeneralKnowledge,
            Note = row.Text(17),
            Effect = row.Word<MeasureEffect>(18) ?? MeasureEffect.Tightens,
        };
        CheckDates(row, measure);
        return measure;
    }

    // a date counts as too early only if the whole of it is: 2017-08 is not before 2017-08-05
    private static void CheckDates(RowReader row, Measure measure)
    {
        if (row.Good(3, 5) && measure.Effective is { } effective && effective.Before(measure.Adopted))
            row.Report(Rules.EffectiveBeforeAdopted, 5, $"{measure.Adopted} or later, when it was adopted", effective.ToString());
        if (row.Good(3, 5, 6) && measure.WinddownEnd is { } end && end.Before(measure.Effective ?? measure.Adopted))
            row.Report(Rules.WinddownBeforeEffective, 6, $"{measure.Effective ?? measure.Adopted} or later, when it takes effect", end.ToString());
        if (row.Good(15, 16) && measure.Verification == Verification.Checked && measure.SourceUrl == RowReader.NoneSeen)
            row.Report(Rules.CheckedAgainstNothing, 15, "the address it was checked against; or verification 'general-knowledge'", RowReader.NoneSeen);
        if (row.Good(3, 4) && measure.Published is { } published && published.Before(measure.Adopted))
            row.Report(Rules.PublishedBeforeAdopted, 4, $"{measure.Adopted} or later, when it was adopted", published.ToString());
    }

    private static List<Cap> Caps(RowReader row)
    {
        var (values, units, periods) = (row.List(8), row.List(9), row.List(10));
        if (values.Count > 0 && units.Count == 0)
            row.Report(Rules.CapWithoutUnit, 8, "a cap_unit for each ceiling", row.Raw(8).ToString());
        else if (values.Count != units.Count)
            row.Report(Rules.UnequalLists, 9, $"{values.Count} units, one for each ceiling", $"{units.Count}");
        else if (periods.Count > 1 && periods.Count != values.Count)
            row.Report(Rules.UnequalLists, 10, $"{values.Count} periods, one for each ceiling, or one for all", $"{periods.Count}");
        var caps = new List<Cap>();
        for (var i = 0; i < Math.Min(values.Count, units.Count); i++)
            if (RowReader.TryNumber(values[i], out var value))
                caps.Add(new Cap { Value = value, Unit = units[i], Period = periods.Count == 0 ? null : periods[Math.Min(i, periods.Count - 1)] });
            else
                row.Report(Rules.NotANumber, 8, "numbers separated by semicolons" + (MeantNumber.Of(values[i]) is { } meant ? $"; did you mean {meant}?" : ""), values[i]);
        return caps;
    }

    private static void CheckLinks(ReadingContext context, List<Links> rows)
    {
        var byId = new Dictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var row in rows)
            byId.TryAdd(row.Measure.Id, row.Measure);
        foreach (var (measure, supersedes, implements) in rows)
        {
            Check(measure, measure.Supersedes, supersedes, one => one.Supersedes);
            Check(measure, measure.Implements, implements, one => one.Implements);
        }

        void Check(Measure measure, IReadOnlyList<string> ids, CellMark at, Func<Measure, IReadOnlyList<string>> next)
        {
            var known = context.IdsOf(TableSchemas.Measures.Name);
            foreach (var id in ids.Where(id => !known.Contains(id)))
                context.Faults.Add(Rules.UnknownReference, at.Source, at.Position, at.Length, Nearest.To(id, known) is { } near ? $"an identifier of measures.csv; did you mean '{near}'?" : "an identifier of measures.csv", id);
            if (Circular(measure, byId, next))
                context.Faults.Add(Rules.Circle, at.Source, at.Position, at.Length, "a chain that ends", $"one that leads back to {measure.Id}");
        }
    }

    private static bool Circular(Measure from, Dictionary<string, Measure> byId, Func<Measure, IReadOnlyList<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next(from));
        while (open.TryPop(out var id))
        {
            if (id == from.Id)
                return true;
            if (seen.Add(id) && byId.TryGetValue(id, out var measure))
                foreach (var further in next(measure))
                    open.Push(further);
        }

        return false;
    }

    private readonly record struct Links(Measure Measure, CellMark Supersedes, CellMark Implements);
}
