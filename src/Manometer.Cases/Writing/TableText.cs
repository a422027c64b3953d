using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The text of each table of a case: the inverse of reading it.</summary>
internal static class TableText
{
    /// <summary>Every table that has rows, by path, and every series; the order of rows is kept.</summary>
    public static IReadOnlyList<(string Path, string Text)> Of(Case @case)
    {
        var tables = new List<(string, string)>();
        Add(TableSchemas.Sources, @case.Sources, Row);
        Add(TableSchemas.Reports, @case.Reports, Row);
        Add(TableSchemas.Observations, @case.Observations, Row);
        Add(TableSchemas.Measures, @case.Measures, Row);
        Add(TableSchemas.Places, @case.Places, Row);
        Add(TableSchemas.Forecasts, @case.Forecasts, Row);
        Add(TableSchemas.Mechanisms, @case.Mechanisms, Row);
        Add(TableSchemas.Rivals, @case.Rivals, Row);
        Add(TableSchemas.Challenges, @case.Challenges, Row);
        Add(TableSchemas.Matrix, @case.Matrix, Row);
        Add(TableSchemas.Links, @case.Links, Row);
        Add(TableSchemas.Appraisals, @case.Appraisals, Row);
        foreach (var (path, members) in Files(@case.Series))
            tables.Add((path, members is [{ Panel: null } alone]
                ? Text(TableSchemas.SeriesPoints, alone.Points, Row, Extras(@case, path))
                : Text(TableSchemas.PanelPoints, [.. members.SelectMany(member => member.Points.Select(point => (member.Member, point)))], row => [row.Member, .. Row(row.point)], Extras(@case, path))));
        return tables;

        void Add<T>(TableSchema schema, IReadOnlyList<T> rows, Func<T, string?[]> cells)
        {
            if (rows.Count > 0)
                tables.Add((schema.File, Text(schema, rows, cells, Extras(@case, schema.File))));
        }
    }

    /// <summary>The cells of every table but the series, by name of the table, in the order of its schema.</summary>
    public static IReadOnlyDictionary<string, IEnumerable<string?[]>> Cells(Case @case) => new Dictionary<string, IEnumerable<string?[]>>(StringComparer.Ordinal)
    {
        [TableSchemas.Sources.Name] = @case.Sources.Select(Row),
        [TableSchemas.Reports.Name] = @case.Reports.Select(Row),
        [TableSchemas.Observations.Name] = @case.Observations.Select(Row),
        [TableSchemas.Measures.Name] = @case.Measures.Select(Row),
        [TableSchemas.Places.Name] = @case.Places.Select(Row),
        [TableSchemas.Forecasts.Name] = @case.Forecasts.Select(Row),
        [TableSchemas.Mechanisms.Name] = @case.Mechanisms.Select(Row),
        [TableSchemas.Rivals.Name] = @case.Rivals.Select(Row),
        [TableSchemas.Challenges.Name] = @case.Challenges.Select(Row),
        [TableSchemas.Matrix.Name] = @case.Matrix.Select(Row),
        [TableSchemas.Links.Name] = @case.Links.Select(Row),
        [TableSchemas.Appraisals.Name] = @case.Appraisals.Select(Row),
    };

    /// <summary>Path of a series: the one it was read from, else one made of its name.</summary>
    public static string PathOf(Series series) => series.File.Length > 0 ? series.File : $"series/{series.Panel ?? series.Name}.csv";

    /// <summary>The files of the series, each with the one series it holds or the members of its panel, in the order of the case.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<Series> Members)> Files(IReadOnlyList<Series> series) =>
        [.. series.GroupBy(PathOf, StringComparer.Ordinal).Select(file => (file.Key, (IReadOnlyList<Series>)[.. file]))];

    private static List<ExtraColumn> Extras(Case @case, string path) => [.. @case.Extras.Where(extra => extra.File == path)];

    private static string Text<T>(TableSchema schema, IReadOnlyList<T> rows, Func<T, string?[]> cells, List<ExtraColumn> extras)
    {
        extras = extras.FindAll(extra => extra.Values.Count == rows.Count);
        var csv = new CsvWriter();
        foreach (var column in schema.Columns)
            csv.Cell(column.Name);
        foreach (var extra in extras)
            csv.Cell(extra.Name);
        csv.EndRow();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var cell in cells(rows[i]))
                csv.Cell(cell);
            foreach (var extra in extras)
                csv.Cell(extra.Values[i]);
            csv.EndRow();
        }

        return csv.ToString();
    }

    private static string?[] Row(Source row) =>
        [row.Id, row.Name, Word.Of(row.Kind), Word.Of(row.Reliability), row.OriginGroup, row.Lean == Lean.Unknown ? null : Word.Of(row.Lean), row.Language, row.Url, row.Note];

    private static string?[] Row(Report row) =>
        [row.Id, row.Source, row.Selector, row.Published.ToString(), row.Title, row.Url, row.Chain, row.Captured?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Sha256, row.Note];

    private static string?[] Row(Observation row) =>
    [
        row.Id, row.Report, row.Event, row.Origin, row.When.ToString(), row.Place, row.PlaceStated, row.Sector, row.Group, row.Indicator,
        Word.Of(row.Direction), Word.Of(row.Kind), Whole(row.StepOverride), row.StepReason,
        row.Magnitude is { Value: { } value } ? Number(value) : row.Magnitude is { Word: { } word } ? Word.Of(word) : null, row.Magnitude?.Unit,
        Word.Of(row.Attribution), row.Grade is { } grade ? Word.Of(grade) : null, Word.Of(row.Polarity), List(row.Measures), Whole(row.Credibility),
        row.Summary, row.Span, row.Coder, row.Note,
    ];

    private static string?[] Row(Measure row) =>
    [
        row.Id, row.Issuer, row.Name, row.Adopted.ToString(), row.Published?.ToString(), row.Effective?.ToString(), row.WinddownEnd?.ToString(), List(row.Sectors),
        List(row.Caps.Select(cap => Number(cap.Value)!)), List(row.Caps.Select(cap => cap.Unit)), Periods(row.Caps), List(row.Supersedes), List(row.Implements),
        Word.Of(row.Status), row.Summary, row.SourceUrl, Word.Of(row.Verification), row.Note, row.Effect == MeasureEffect.Tightens ? null : Word.Of(row.Effect),
    ];

    private static string?[] Row(Place row) =>
    [
        row.Id, row.Name, Number(row.Point?.Latitude), Number(row.Point?.Longitude), Word.Of(row.Level), row.Province, List(row.Countries), List(row.Variants), List(row.Native),
        Word.Of(row.Precision), row.Source, row.Note,
    ];

    private static string?[] Row(Forecast row) =>
    [
        row.Id, row.Who, row.Affiliation, row.MadeOn.ToString(), row.Claim, Word.Of(row.Effect), Word.Of(row.Kind), row.Horizon, Number(row.Probability),
        row.Elicitation == Elicitation.None ? null : Word.Of(row.Elicitation), Number(row.Predicted), Number(row.Actual), row.Unit, row.Criterion, Word.Of(row.Outcome), row.ResolvedOn?.ToString(),
        row.Basis, row.Url, row.Note, row.Words, row.Question, row.Asserts == ForecastStance.Neither ? null : Word.Of(row.Asserts), Number(row.Before), Number(row.Scale), Number(row.MonthsLow), Number(row.MonthsHigh),
        row.Start?.ToString(), row.Occurred?.ToString(), row.Commit,
    ];

    private static string?[] Row(Mechanism row) =>
        [row.Id, row.Cause, row.Effect, row.Sign > 0 ? "+" : "-", Number(row.LagMonths), row.By, row.Rationale, List(row.Evidence), row.Note];

    private static string?[] Row(Rival row) =>
        [row.Id, row.Name, row.When.ToString(), List(row.Sectors), List(row.Series), row.Pressure == 0 ? null : row.Pressure > 0 ? "+" : "-", row.Summary, row.SourceUrl, Word.Of(row.Verification), row.Note];

    private static string?[] Row(SeriesPoint row) =>
        [row.Date.ToString(), Number(row.Value), null, row.Source, row.Note];

    private static string?[] Row(Challenge row) =>
        [row.Id, row.Against, row.By, row.On?.ToString(), row.Text, Word.Of(row.Status), row.Answer, row.Url];

    private static string?[] Row(Judgement row) =>
        [row.Id, row.Analyst, row.Hypothesis, row.Evidence, Word.Of(row.Entry), Number(row.Weight), row.Note];

    private static string?[] Row(Link row) =>
        [row.Id, Word.Of(row.Kind), row.One, row.Other, Word.Of(row.Says), row.By, row.On?.ToString(), row.Reason, row.Withdrawn?.ToString()];

    private static string?[] Row(Appraisal row) =>
    [
        row.Id, row.Analyst, row.On?.ToString(), Word.Of(row.Question), row.Objective, Number(row.Probabilities[0]), Number(row.Probabilities[1]), Number(row.Probabilities[2]), Number(row.Probabilities[3]),
        row.Probabilities.Count > 4 ? Number(row.Probabilities[4]) : null, row.Rationale, List(row.Evidence), row.Note,
    ];

    private static string? Periods(IReadOnlyList<Cap> caps) => caps.Any(cap => cap.Period is not null) ? List(caps.Select(cap => cap.Period ?? "")) : null;

    private static string List(IEnumerable<string> items) => string.Join(';', items);

    private static string? Whole(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
