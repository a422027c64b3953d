using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Publishing.Tests;

/// <summary>A fictional case with something in every table, of any size.</summary>
internal static class Ruritania
{
    private static readonly string[] Sectors = ["mining-coal", "mining-metals", "fisheries", "textiles", "construction", "real-estate", "electricity", "food", "markets", "trade", "smuggling", "finance", "currency", "military"];
    private static readonly string[] Groups = ["elites", "traders", "merchants", "miners", "soldiers", "officials", "farmers", "residents"];
    private static readonly string[] Towns = ["strelsau", "zenda", "hentzau", "tarlenheim", "hofbau"];
    private static readonly string[] Reports = ["r-gazette", "r-herald", "r-echo", "r-bank", "r-letter", "r-digest"];

    public static IReadOnlyList<Province> Outlines { get; } =
    [
        Province("Upper Ruritania", "RU-01", (14.0, 50.0), (15.2, 50.1), (15.4, 50.9), (14.6, 51.2), (13.9, 50.8)),
        Province("Lower Ruritania", "RU-02", (14.0, 50.0), (15.2, 50.1), (15.5, 49.5), (14.7, 49.1), (13.8, 49.4)),
    ];

    public static CaseAssessment Assessment(int observations = 80) =>
        Assessor.Assess(Case(observations), new AssessmentOptions { Program = "Manometer 0.1.0", AsOf = new DateOnly(2018, 12, 31) });

    public static CaseAssessment Assess(this Case @case) =>
        Assessor.Assess(@case, new AssessmentOptions { Program = "Manometer 0.1.0", AsOf = new DateOnly(2018, 12, 31) });

    public static Case Bare() => new()
    {
        Header = Header() with { Hypotheses = [] },
        Taxonomy = Taxonomy(),
    };

    public static Case Case(int observations = 80) => new()
    {
        Header = Header(),
        Taxonomy = Taxonomy(),
        Sources =
        [
            Source("gazette", "Strelsau Gazette", Admiralty.Reliability.C, SourceKind.Outlet),
            Source("herald", "Northern Herald", Admiralty.Reliability.B, SourceKind.Outlet) with { OriginGroup = "wire" },
            Source("echo", "Border Echo", Admiralty.Reliability.D, SourceKind.Outlet) with { OriginGroup = "wire" },
            Source("bank", "Bank of Ruritania", Admiralty.Reliability.B, SourceKind.Statistics),
            Source("letter", "A traveller's letters", Admiralty.Reliability.F, SourceKind.Witness),
            Source("digest", "The Sanctions Digest", Admiralty.Reliability.C, SourceKind.Selector) with { Lean = Lean.More, Note = "Argues that the sanctions work." },
        ],
        Reports =
        [
            .. Reports.Select((id, i) => new Report
            {
                Id = id, Source = id[2..], Published = Edtf.Parse(i % 2 == 0 ? "2018-12" : "2018-11-09"), Url = i == 4 ? "none seen" : $"https://{id[2..]}.example/reports/{i}",
                Selector = i is 0 or 1 or 2 ? "digest" : null, Title = i == 1 ? "Winter on the border" : null, Chain = i == 2 ? "trader in Zenda > Border Echo > The Sanctions Digest" : null,
            }),
        ],
        Observations = [.. Enumerable.Range(0, observations).Select(Observation)],
        Measures =
        [
            Measure("C-1", "Council", "Resolution 1", "2016-03-02", "mining-coal") with { Caps = [new Cap { Value = 7_500_000, Unit = "t", Period = "2017" }] },
            Measure("C-2", "Council", "Resolution 2 on textiles and fish", "2017-08-05", "textiles", "fisheries") with { WinddownEnd = Edtf.Parse("2017-12-10"), Supersedes = ["C-1"] },
            Measure("N-7", "Neighbour", "Notice 7", "2017-08-14", "textiles") with { Implements = ["C-2"], Verification = Verification.GeneralKnowledge },
            Measure("C-3", "Council", "Resolution 3", "2017-12-22", "all"),
        ],
        Places =
        [
            Place("ru", "Ruritania", PlaceLevel.Country, null), Place("strelsau", "Strelsau", PlaceLevel.City, new GeoPoint(49.9, 14.5)), Place("zenda", "Zenda", PlaceLevel.City, new GeoPoint(50.7, 14.8)),
            Place("hentzau", "Hentzau", PlaceLevel.City, new GeoPoint(49.4, 14.2)), Place("tarlenheim", "Tarlenheim", PlaceLevel.Site, new GeoPoint(50.4, 15.0)), Place("hofbau", "Hofbau", PlaceLevel.City, new GeoPoint(49.6, 15.2)),
        ],
        Provinces = Outlines,
        Forecasts =
        [
            Forecast("f1", "A. Rassendyll", "The crown falls by a third within two months of the ban.", ForecastEffect.Economic, ForecastOutcome.False) with { Predicted = 12, Actual = 8.1, Unit = "crowns/USD", Kind = ForecastKind.Numeric },
            Forecast("f2", "F. von Tarlenheim", "Exports fall by half in 2018.", ForecastEffect.Economic, ForecastOutcome.True) with { Words = "will", Asserts = ForecastStance.Effect, Criterion = "Customs", Question = "exports" },
            Forecast("f4", "A. Rassendyll", "Exports do not fall.", ForecastEffect.Economic, ForecastOutcome.False) with { Words = "expect", Asserts = ForecastStance.NoEffect, Criterion = "Customs", Question = "exports", Commit = new string('0', 64) },
            .. Enumerable.Range(5, 5).Select(i => Forecast($"f{i}", "R. Hentzau", $"Thing {i} falls.", ForecastEffect.Economic, i % 3 == 0 ? ForecastOutcome.False : ForecastOutcome.True) with { Words = "likely", Asserts = ForecastStance.Effect, Criterion = "Customs" }),
            Forecast("f3", "Col. Sapt", "The king returns to the table within a year.", ForecastEffect.Policy, ForecastOutcome.Open) with { Horizon = "2019-06" },
        ],
        Matrix =
        [
            new Judgement { Id = "x1", Analyst = "jd", Hypothesis = "none", Evidence = "obs-003", Entry = Consistency.Consistent },
            new Judgement { Id = "x2", Analyst = "jd", Hypothesis = "bite", Evidence = "obs-003", Entry = Consistency.VeryInconsistent },
            new Judgement { Id = "x3", Analyst = "ann", Hypothesis = "bite", Evidence = "obs-003", Entry = Consistency.Neutral },
            new Judgement { Id = "x4", Analyst = "ann", Hypothesis = "none", Evidence = "c1", Entry = Consistency.Inconsistent },
        ],
        Mechanisms =
        [
            Mechanism("m1", "export ban", "export earnings", -1, "obs-000", "obs-007"), Mechanism("m2", "export earnings", "traders' cash", 1, "obs-003"), Mechanism("m3", "traders' cash", "officials' loyalty", 1),
            Mechanism("m4", "export ban", "smuggling", 1, "obs-010"),
        ],
        Challenges =
        [
            new Challenge { Id = "c1", Against = "obs-003", By = "a reader", Text = "Two of the three witnesses may be the same man.", Url = "none seen", Status = ChallengeStatus.Open },
            new Challenge { Id = "c2", Against = "case", By = "the coder", Text = "A harvest failed in the same year.", Answer = "True, and coded as another cause where a report says so.", Url = "https://reader.example/2", Status = ChallengeStatus.Answered },
        ],
        Series =
        [
            Series("bread", "Price of bread in Strelsau", "crowns/kg", SeriesRole.Outcome, 1, 5.0, 5.2, 4.9, 5.1, null, 5.05, 5.1, 5.0, 4.95, 5.1, 5.0),
            Series("exports", "Exports to the neighbour", "million USD", SeriesRole.Outcome, -1, 210, 205, 220, 190, 200, 120, 60, null, 20, 18, 15),
            Series("rain", "Rain in Zenda", "mm", SeriesRole.Control, 0, 40, 61, 12, 33, 50, 48, 20, 61, 70, 40, 30),
            Series("population", "Population", "million", SeriesRole.Context, 0, 4.1),
        ],
        Files = [new CaseFile { Path = "case.yaml", Bytes = 812, Sha256 = new string('a', 64) }, new CaseFile { Path = "observations.csv", Bytes = 12_345, Rows = observations, Sha256 = new string('b', 64) }],
        Credits = [new Credit { Title = "Strelsau Gazette, facts only", Licence = "own words", Url = "https://gazette.example/" }],
    };

    private static CaseHeader Header() => new()
    {
        Title = "Ruritania 2016-2018", Question = "Are the sanctions on Ruritania working?", TargetName = "Ruritania", TargetCountry = "RU",
        Period = Edtf.Parse("2016-01/2018-12"), Summary = "A fictional country, its fictional neighbours, and what is said about its trade.",
        Hypotheses =
        [
            new Hypothesis { Id = "none", Name = "No effect", Story = "The sanctions changed nothing that matters.", Prior = 0.3 },
            new Hypothesis { Id = "bite", Name = "They bite", Story = "Trade and incomes fall because of the sanctions.", Prior = 0.4 },
            new Hypothesis { Id = "harvest", Name = "Other cause", Story = "Harvests and overbuilding explain what is seen.", Prior = 0.3 },
        ],
    };

    private static Taxonomy Taxonomy() => new()
    {
        Sectors = [.. Sectors.Append("health").Select(id => new Term(id, char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' '), ""))],
        Groups = [.. Groups.Select(id => new Term(id, char.ToUpperInvariant(id[0]) + id[1..], ""))],
        Indicators = [new IndicatorTerm("income", "Income", "", -1, new Dictionary<string, int>()), new IndicatorTerm("price", "Price", "", 1, new Dictionary<string, int>())],
    };

    /// <summary>A fixed pattern: mostly worsening, more of it later, some easing, acts and context in between, months 9 and 21 silent.</summary>
    private static Observation Observation(int i)
    {
        var month = i * 7 % 36;
        if (month is 8 or 20)
            month++;
        var cause = i % 9;
        return new Observation
        {
            Id = $"obs-{i:000}", Report = Reports[i % 6], When = Edtf.Parse($"{2016 + month / 12}-{month % 12 + 1:00}"),
            Place = i % 4 == 0 ? "ru" : Towns[i * 5 % 7 % 5], PlaceStated = i == 3 ? "Zenda, Lower Ruritania" : null, Sector = Sectors[i * 11 % 17 % 14], Group = i % 5 == 1 ? null : Groups[i * 3 % 8],
            Indicator = "income", Direction = i % 10 == 2 ? Direction.Up : i % 10 == 6 ? Direction.None : Direction.Down,
            Kind = i % 17 == 16 ? ObservationKind.Act : i % 19 == 18 ? ObservationKind.Context : ObservationKind.Change,
            Magnitude = i % 8 == 3 ? new Magnitude(-50, "percent") : null,
            Attribution = cause < 5 ? Attribution.Sanctions : cause == 5 ? Attribution.OtherCause : Attribution.None,
            Grade = cause switch { 0 => AttributionGrade.Asserted, 1 or 2 => AttributionGrade.Inferred, 3 => AttributionGrade.Concurrent, 4 => AttributionGrade.Denied, 5 => AttributionGrade.Asserted, _ => null },
            Measures = i % 6 == 0 ? ["C-2"] : [], Credibility = i % 6 + 1,
            Summary = $"What is earned in this trade {(i % 10 == 2 ? "rose" : "fell")}, says somebody who sells there and has counted for some years; observation {i}.",
            Note = i % 11 == 4 ? "The report gives no figure." : null,
        };
    }

    private static Source Source(string id, string name, Admiralty.Reliability reliability, SourceKind kind) =>
        new() { Id = id, Name = name, Reliability = reliability, Kind = kind, Url = $"https://{id}.example/" };

    private static Measure Measure(string id, string issuer, string name, string adopted, params string[] sectors) =>
        new() { Id = id, Issuer = issuer, Name = name, Adopted = Edtf.Parse(adopted), Sectors = sectors, Status = MeasureStatus.InForce, Summary = $"Bans what {name} names.", SourceUrl = "https://council.example/" + id };

    private static Place Place(string id, string name, PlaceLevel level, GeoPoint? point) =>
        new() { Id = id, Name = name, Level = level, Point = point, Countries = ["RU"] };

    private static Forecast Forecast(string id, string who, string claim, ForecastEffect effect, ForecastOutcome outcome) =>
        new() { Id = id, Who = who, MadeOn = Edtf.Parse("2017-09"), Claim = claim, Effect = effect, Outcome = outcome, Url = "none seen" };

    private static Mechanism Mechanism(string id, string cause, string effect, int sign, params string[] evidence) =>
        new() { Id = id, Cause = cause, Effect = effect, Sign = sign, Rationale = $"{cause} acts on {effect}.", Evidence = evidence, By = "digest", LagMonths = evidence.Length };

    private static Series Series(string name, string title, string unit, SeriesRole role, int pressure, params double?[] quarters) => new()
    {
        Name = name, Title = title, Unit = unit, Role = role, Pressure = pressure, Sector = "textiles", Place = "strelsau",
        Points = [.. quarters.Select((value, i) => new SeriesPoint { Date = Edtf.Parse($"{2016 + i / 4}-{i % 4 * 3 + 1:00}"), Value = value, Source = "Bank of Ruritania" })],
    };

    private static Province Province(string name, string code, params (double Longitude, double Latitude)[] ring) =>
        new() { Name = name, Code = code, Rings = [[.. ring.Append(ring[0]).Select(point => new GeoPoint(point.Latitude, point.Longitude))]] };
}
