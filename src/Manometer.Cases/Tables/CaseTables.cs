using Manometer.Model;

namespace Manometer.Cases;

/// <summary>How each table's row becomes a word of the model. Column numbers follow <see cref="TableSchemas"/>.</summary>
internal static class CaseTables
{
    public static List<Source> Sources(ReadingContext context) => TableFile.Read(context, TableSchemas.Sources, row => new Source
    {
        Id = row.Id(0),
        Name = row.Text(1) ?? "",
        Kind = row.Word<SourceKind>(2) ?? SourceKind.Other,
        Reliability = row.Word<Admiralty.Reliability>(3) ?? Admiralty.Reliability.F,
        OriginGroup = row.Pooled(4),
        Lean = row.Word<Lean>(5) ?? Lean.Unknown,
        Language = row.Pooled(6),
        Url = row.Url(7),
        Note = row.Text(8),
    });

    public static List<Report> Reports(ReadingContext context) => TableFile.Read(context, TableSchemas.Reports, row =>
    {
        var hash = row.Text(8);
        if (hash is not null && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigit)))
            row.Report(Rules.BadHash, 8, "64 hexadecimal digits", hash);
        var report = new Report
        {
            Id = row.Id(0),
            Source = row.Reference(1) ?? "",
            Selector = row.Reference(2),
            Published = row.Date(3) ?? default,
            Title = row.Text(4),
            Url = row.Url(5),
            Chain = row.Pooled(6),
            Captured = row.Day(7),
            Sha256 = hash?.ToLowerInvariant(),
            Note = row.Text(9),
        };
        if (row.Good(0, 3))
            context.Published.TryAdd(report.Id, report.Published);
        if (report.Chain is not null && row.Good(0, 1, 3))
            context.Chains.Add((report, row.Mark(6)));
        return report;
    });

    public static List<Place> Places(ReadingContext context) => TableFile.Read(context, TableSchemas.Places, row =>
    {
        var latitude = row.Number(2, -180, 180);
        var longitude = row.Number(3, -180, 180);
        if (latitude is < -90 or > 90)
        {
            var swapped = longitude is >= -90 and <= 90;
            row.Report(swapped ? Rules.Swapped : Rules.OutOfRange, 2, "-90 to 90", row.Raw(2).ToString(), swapped ? "exchange the two cells" : null);
        }

        if (latitude is null != longitude is null && row.Raw(2).IsEmpty != row.Raw(3).IsEmpty)
            row.Report(Rules.Empty, latitude is null ? 2 : 3, "latitude and longitude, or neither", "one of the two");
        var place = new Place
        {
            Id = row.Id(0),
            Name = row.Text(1) ?? "",
            Point = latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null,
            Level = row.Word<PlaceLevel>(4) ?? PlaceLevel.Site,
            Province = row.Pooled(5),
            Countries = row.Countries(6),
            Variants = row.List(7),
            Native = row.List(8),
            Precision = row.Word<Precision>(9) ?? Precision.Approximate,
            Source = row.Pooled(10),
            Note = row.Text(11),
        };
        if (row.Good(0, 2, 3, 4, 5, 6))
            ProvinceCheck.OfPlace(row, 5, place);
        return place;
    });

    public static List<Forecast> Forecasts(ReadingContext context) => TableFile.Read(context, TableSchemas.Forecasts, row => new Forecast
    {
        Id = row.Id(0),
        Who = row.Text(1) ?? "",
        Affiliation = row.Text(2),
        MadeOn = row.Date(3) ?? default,
        Claim = row.Text(4) ?? "",
        Effect = row.Word<ForecastEffect>(5) ?? ForecastEffect.Economic,
        Kind = row.Word<ForecastKind>(6) ?? ForecastKind.Vague,
        Horizon = Horizon(row, 7),
        Probability = row.Number(8, 0, 1),
        Elicitation = row.Word<Elicitation>(9) ?? Elicitation.None,
        Predicted = row.Number(10),
        Actual = row.Number(11),
        Unit = row.Text(12),
        Criterion = row.Text(13),
        Outcome = row.Word<ForecastOutcome>(14) ?? ForecastOutcome.Unresolved,
        ResolvedOn = row.Date(15),
        Basis = row.Text(16),
        Url = row.Url(17),
        Note = row.Text(18),
    });

    public static List<Mechanism> Mechanisms(ReadingContext context) => TableFile.Read(context, TableSchemas.Mechanisms, row => new Mechanism
    {
        Id = row.Id(0),
        Cause = row.Text(1) ?? "",
        Effect = row.Text(2) ?? "",
        Sign = Sign(row, 3, "mechanisms.sign"),
        LagMonths = row.Number(4, 0, 600),
        By = row.Reference(5),
        Rationale = row.Text(6) ?? "",
        Evidence = row.References(7),
        Note = row.Text(8),
    });

    public static List<Rival> Rivals(ReadingContext context) => TableFile.Read(context, TableSchemas.Rivals, row =>
    {
        var rival = new Rival
        {
            Id = row.Id(0),
            Name = row.Text(1) ?? "",
            When = row.Date(2) ?? default,
            Sectors = row.Words(3, "sectors", alsoAllowed: "all"),
            Series = row.References(4),
            Pressure = row.IsEmpty(5) ? 0 : Sign(row, 5, "rivals.pressure"),
            Summary = row.Text(6) ?? "",
            SourceUrl = row.Url(7),
            Verification = row.Word<Verification>(8) ?? Verification.GeneralKnowledge,
            Note = row.Text(9),
        };
        if (row.Good(7, 8) && rival.Verification == Verification.Checked && rival.SourceUrl == RowReader.NoneSeen)
            row.Report(Rules.CheckedAgainstNothing, 7, "the address it was checked against; or verification 'general-knowledge'", RowReader.NoneSeen);
        return rival;
    });

    public static List<Challenge> Challenges(ReadingContext context) => TableFile.Read(context, TableSchemas.Challenges, row =>
    {
        var status = row.Word<ChallengeStatus>(5) ?? ChallengeStatus.Open;
        var answer = row.Text(6);
        if (answer is null && status != ChallengeStatus.Open)
            row.Report(Rules.AnswerMissing, 5, "an answer, or status 'open'", Word.Of(status));
        return new Challenge
        {
            Id = row.Id(0),
            Against = row.Reference(1) ?? "",
            By = row.Text(2) ?? "",
            On = row.Date(3),
            Text = row.Text(4) ?? "",
            Status = status,
            Answer = answer,
            Url = row.Url(7),
        };
    });

    private static string? Horizon(RowReader row, int column)
    {
        var text = row.Text(column);
        if (text is not (null or "open") && !Edtf.TryParse(text, out _))
            row.NotADate(column, text, "a date in EDTF, or 'open'", "a date in EDTF, or 'open'", "");
        return text;
    }

    private static int Sign(RowReader row, int column, string vocabulary)
    {
        var text = row.Raw(column);
        if (text.SequenceEqual("+"))
            return 1;
        if (text.SequenceEqual("-"))
            return -1;
        row.Report(text.IsEmpty ? Rules.Empty : Rules.NotAWord, column, Synonyms.Of(vocabulary, text) is { } meant ? $"+ or -; did you mean '{meant}'?" : "+ or -", text.IsEmpty ? "nothing" : text.ToString());
        return 1;
    }
}
