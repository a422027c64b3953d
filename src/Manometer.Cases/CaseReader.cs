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
            MissingHeader(context);
        context.Target = header?.TargetCountry ?? "";
        context.Provinces = Boundaries.Read(context);
        var sources = CaseTables.Sources(context);
        var reports = CaseTables.Reports(context);
        var places = CaseTables.Places(context);
        var measures = MeasureTable.Read(context);
        var observations = ObservationTable.Read(context);
        var forecasts = CaseTables.Forecasts(context);
        var mechanisms = CaseTables.Mechanisms(context);
        using var package = new DataPackage(context);
        var series = package.ReadSeries();
        var rivals = CaseTables.Rivals(context);
        var challenges = CaseTables.Challenges(context);
        var matrix = CaseTables.Matrix(context, header);
        var links = LinkTable.Read(context);
        var appraisals = AppraisalTable.Read(context);
        package.CheckTables();
        SharedWitness.Check(context, sources, observations);
        UnknownFiles.Check(context, package.Paths);
        Captures.Check(context, reports);
        var read = header is null ? null : new Case
        {
            Header = context.Controls is { } controls ? header with { Controls = controls.Checked(measures) } : header,
            Taxonomy = context.Words.Taxonomy,
            Sources = sources,
            Reports = reports,
            Observations = observations,
            Measures = measures,
            Places = places,
            Provinces = context.Provinces,
            Forecasts = forecasts,
            Mechanisms = mechanisms,
            Rivals = rivals,
            Challenges = challenges,
            Matrix = matrix,
            Links = links,
            Appraisals = appraisals,
            Series = series,
            Files = [.. context.Read.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Credits = package.Credits(),
            Extras = context.Extras,
        };
        return new CaseReading(read, context.Faults.InOrder());
    }

    // `new` makes a case in an empty folder only
    private static void MissingHeader(ReadingContext context)
    {
        string[] slips = ["case.yml", "Case.yaml", "Case.yml", "CASE.YAML", "case.yaml.txt", "case.txt", "case.json"];
        if (Array.Find(slips, slip => context.Files.Size(slip) is not null) is { } slip)
            context.Faults.Add(Rules.FileMissing, CaseYaml.File, "a case folder with a case.yaml", slip, $"rename {slip} to {CaseYaml.File}, then: {NextCommand.Check(context.CaseName)}");
        else if (context.Files.List().Count == 0)
            context.Faults.Add(Rules.FileMissing, CaseYaml.File, "a case folder with a case.yaml", "an empty folder", $"to begin a case in it: {NextCommand.New(context.CaseName)}");
        else
            context.Faults.Add(Rules.FileMissing, CaseYaml.File, "a case folder with a case.yaml", "none", "write one as docs/case-folder.md shows; or name another folder, if this is none of a case");
    }
}
