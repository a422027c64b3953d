using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads and checks a case, wherever its files are.</summary>
internal static class CaseReader
{
    public static CaseReading Read(ICaseFiles files, string caseName)
    {
        var context = new ReadingContext(files, caseName);
        CaseHeader? header = null;
        if (context.Open(CaseYaml.File) is { } yaml)
            header = CaseYaml.Read(context, yaml);
        else if (context.Faults.Count == 0)
            context.Faults.Add(Rules.FileMissing, CaseYaml.File, "a case folder with a case.yaml", "none", $"manometer new {caseName}");
        context.Target = header?.TargetCountry ?? "";
        context.Provinces = Boundaries.Read(context);
        var sources = CaseTables.Sources(context);
        var reports = CaseTables.Reports(context);
        var places = CaseTables.Places(context);
        var measures = MeasureTable.Read(context);
        var observations = ObservationTable.Read(context, ById(reports));
        var forecasts = CaseTables.Forecasts(context);
        var mechanisms = CaseTables.Mechanisms(context);
        using var package = new DataPackage(context);
        var series = package.ReadSeries();
        var challenges = CaseTables.Challenges(context);
        package.CheckTables();
        Captures.Check(context, reports);
        var read = header is null ? null : new Case
        {
            Header = header,
            Taxonomy = context.Words.Taxonomy,
            Sources = sources,
            Reports = reports,
            Observations = observations,
            Measures = measures,
            Places = places,
            Provinces = context.Provinces,
            Forecasts = forecasts,
            Mechanisms = mechanisms,
            Challenges = challenges,
            Series = series,
            Files = [.. context.Read.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Credits = package.Credits(),
            Extras = context.Extras,
        };
        return new CaseReading(read, context.Faults.InOrder());
    }

    private static Dictionary<string, Report> ById(List<Report> reports)
    {
        var byId = new Dictionary<string, Report>(reports.Count, StringComparer.Ordinal);
        foreach (var report in reports)
            byId.TryAdd(report.Id, report);
        return byId;
    }
}
