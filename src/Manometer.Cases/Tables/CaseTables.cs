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

    public static List<Forecast> Forecasts(ReadingContext context) => TableFile.Read(context, TableSchemas.Forecasts, row => Committed(row, new Forecast
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
        Words = Term(row, 19),
        Question = row.Pooled(20),
        Asserts = row.Word<ForecastStance>(21) ?? ForecastStance.Neither,
        Before = row.Number(22),
        Scale = row.Number(23, double.Epsilon),
        MonthsLow = row.Number(24, double.Epsilon, 6000),
        MonthsHigh = row.Number(25, double.Epsilon, 6000),
        Start = row.Date(26),
        Occurred = row.Date(27),
        Commit = row.Text(28),
    }));

    public static List<Judgement> Matrix(ReadingContext context, CaseHeader? header)
    {
        var seen = new HashSet<(string, string, string)>();
        return TableFile.Read(context, TableSchemas.Matrix, row =>
        {
            var cell = new Judgement
            {
                Id = row.Id(0),
                Analyst = row.Pooled(1) ?? "",
                Hypothesis = row.Pooled(2) ?? "",
                Evidence = row.Pooled(3) ?? "",
                Entry = row.Word<Consistency>(4) ?? Consistency.NotApplicable,
                Weight = row.Number(5, 0, 10),
                Note = row.Text(6),
            };
            var stories = header?.Hypotheses.Select(story => story.Id).ToList();
            if (cell.Hypothesis.Length > 0 && stories is not null && !stories.Contains(cell.Hypothesis))
                row.Report(Rules.UnknownReference, 2, "the id of a story of case.yaml" + (Nearest.To(cell.Hypothesis, stories) is { } near ? $"; did you mean '{near}'?" : ""), cell.Hypothesis);
            else if (row.Good(1, 2, 3) && !seen.Add((cell.Analyst, cell.Hypothesis, cell.Evidence)))
                row.Report(Rules.JudgedTwice, 3, "one judgement of an analyst on a story and an item of evidence", $"{cell.Analyst}, {cell.Hypothesis}, {cell.Evidence}: a second one", "keep one of the rows, or name another analyst");
            return cell;
        });
    }

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
            Sectors = row.Sectors(3),
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

    private static Forecast Committed(RowReader row, Forecast forecast)
    {
        if (forecast.MonthsLow is not null != forecast.MonthsHigh is not null && row.Good(24, 25))
            row.Report(Rules.Empty, forecast.MonthsLow is null ? 24 : 25, "months_low and months_high, or neither", "one of the two");
        else if (forecast.MonthsLow >= forecast.MonthsHigh)
            row.Report(Rules.OutOfRange, 25, "more than months_low", row.Raw(25).ToString());
        if (forecast.Commit is { } commit && !(commit.Length == 64 && commit.All(char.IsAsciiHexDigit)))
            row.Report(Rules.BadHash, 28, "64 hexadecimal digits", commit);
        else if (forecast.Commit is not null && row.Good(0, 1, 3, 4, 5, 6, 7, 8, 10, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26) && !string.Equals(forecast.Commit, ClaimText.Hash(forecast), StringComparison.OrdinalIgnoreCase))
            row.Report(Rules.ClaimChanged, 28, ClaimText.Hash(forecast), forecast.Commit, "restore the claim as it was registered; or, if the change is meant, write the new hash, and why, in the note");
        return forecast;
    }

    private static string? Term(RowReader row, int column)
    {
        var text = row.Text(column);
        if (text is not null && VerbalTerm.Find(text) is null)
        {
            var words = VerbalTerm.All.Select(term => term.Text).ToList();
            row.Report(Rules.NotAWord, column, (Synonyms.Of("forecasts.words", text) ?? Nearest.To(text, words)) is { } near ? $"a term of docs/case-folder/forecasts.md; did you mean '{near}'?" : "a term of docs/case-folder/forecasts.md", text);
        }

        return text;
    }

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
