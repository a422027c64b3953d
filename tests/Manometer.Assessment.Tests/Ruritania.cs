using Manometer.Model;

namespace Manometer.Assessment.Tests;

/// <summary>A small fictional case to be varied with <c>with</c>.</summary>
internal static class Ruritania
{
    public static Taxonomy Taxonomy { get; } = new()
    {
        Sectors = [new Term("trade", "Trade", ""), new Term("mining-coal", "Coal", ""), new Term("markets", "Markets", "")],
        Groups = [new Term("traders", "Traders", ""), new Term("miners", "Miners", "")],
        Indicators =
        [
            new IndicatorTerm("trade-volume", "Trade volume", "", -1, new Dictionary<string, int>()),
            new IndicatorTerm("price", "Price", "", 1, new Dictionary<string, int>()),
            new IndicatorTerm("other", "Other", "", 0, new Dictionary<string, int>()),
        ],
    };

    public static Case Case(params Observation[] observations) => new()
    {
        Header = new CaseHeader { Title = "Ruritania", Question = "Are they working?", TargetName = "Ruritania", TargetCountry = "RU", Period = Edtf.Parse("2016-01/2016-12"), AsOf = new DateOnly(2016, 12, 31) },
        Taxonomy = Taxonomy,
        Sources = [Source("gazette"), Source("herald"), Source("echo") with { OriginGroup = "gazette-group" }, Source("mirror") with { OriginGroup = "gazette-group" }],
        Reports = [Report("r-gazette", "gazette", "2016-06"), Report("r-herald", "herald", "2016-06"), Report("r-echo", "echo", "2016-06"), Report("r-mirror", "mirror", "2016-06"), Report("r-late", "gazette", "2016-12-31/2017-01-02")],
        Observations = observations,
        Places = [new Place { Id = "strelsau", Name = "Strelsau", Level = PlaceLevel.City }, new Place { Id = "ru", Name = "Ruritania", Level = PlaceLevel.Country }],
    };

    public static Source Source(string id) => new() { Id = id, Name = id, Url = "none seen" };

    public static Report Report(string id, string source, string published) => new() { Id = id, Source = source, Published = Edtf.Parse(published), Url = "none seen" };

    /// <summary>Trade fell in May 2016, says the Gazette.</summary>
    public static Observation Fall(string id = "o1", string report = "r-gazette", string when = "2016-05") => new()
    {
        Id = id, Report = report, When = Edtf.Parse(when), Place = "strelsau", Sector = "trade", Group = "traders", Indicator = "trade-volume",
        Direction = Direction.Down, Kind = ObservationKind.Change, Summary = "Trade fell",
    };

    public static Observation Rise(string id, string report = "r-herald", string when = "2016-05") => Fall(id, report, when) with { Direction = Direction.Up, Summary = "Trade rose" };

    public static Measure Measure(string id, string effective, params string[] sectors) => new()
    {
        Id = id, Issuer = "Council", Name = id, Adopted = Edtf.Parse(effective), Sectors = sectors, Status = MeasureStatus.InForce, Summary = id, SourceUrl = "none seen",
    };

    public static Series Prices(params (string Date, double? Value)[] points) => new()
    {
        Name = "bread", Title = "Bread", Unit = "crowns/kg", Sector = "markets", Role = SeriesRole.Outcome, Pressure = 1,
        Points = [.. points.Select(point => new SeriesPoint { Date = Edtf.Parse(point.Date), Value = point.Value })],
    };

    public static CaseAssessment Assess(this Case @case, string? asOf = null) =>
        Assessor.Assess(@case, new AssessmentOptions { Program = "test", AsOf = asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd") });
}
