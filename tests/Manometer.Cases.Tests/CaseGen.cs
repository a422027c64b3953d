using CsCheck;
using Manometer.Model;

namespace Manometer.Cases.Tests;

/// <summary>Cases of any content the tables allow, with texts that are hard on a CSV and a YAML writer.</summary>
internal static class CaseGen
{
    private static readonly Gen<string> Letters = Gen.Char["abcXYZ 0189,;\"'\n:#-{}[]&*!|>%@\\éß가나"].Array[1, 12].Select(letters => new string(letters).Trim()).Where(text => text.Length > 0 && !text.Contains('\uFFFD', StringComparison.Ordinal));
    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Letters.Select(text => (string?)text));
    private static readonly Gen<string> ListItem = Gen.Char["abcXYZ 019é가\"',-"].Array[1, 8].Select(letters => new string(letters).Trim()).Where(text => text.Length > 0);
    private static readonly Gen<Edtf> Dates = Gen.Int[0, 7].Select(i => Edtf.Parse(new[] { "2021-09-14", "2021-09", "2021", "2021-09~", "2021-22", "2021-07/2021-09", "../2021-09", "[2021-03,2021-05]" }[i]));

    public static readonly Gen<Case> Any = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[0, 4], (observations, measures, others) => (observations, measures, others))
        .SelectMany(size => Gen.Select(
            Header,
            Observations(size.observations),
            Measures(size.measures),
            Places(size.others),
            Forecasts(size.others),
            Challenges(size.others),
            Series(size.others)).Select(parts => new Case
            {
                Header = parts.Item1,
                Taxonomy = TaxonomyFile.Shipped,
                Sources = [new Source { Id = "s1", Name = "Gazette, \"The\"", Kind = SourceKind.Outlet, Reliability = Admiralty.Reliability.C, Url = "none seen" }],
                Reports = [new Report { Id = "r1", Source = "s1", Published = Edtf.Parse("2022-01"), Url = "gazette.example/1" }],
                Observations = parts.Item2,
                Measures = parts.Item3,
                Places = parts.Item4,
                Forecasts = parts.Item5,
                Rivals = [.. parts.Item7.Take(1).Select(series => new Rival { Id = "v1", Name = series.Title, When = Edtf.Parse("2021-04/.."), Sectors = ["all"], Series = [series.Panel ?? series.Name], Pressure = series.Pressure, Summary = series.Title, SourceUrl = "none seen", Verification = Verification.GeneralKnowledge })],
                Mechanisms = [.. parts.Item2.Take(1).Select(o => new Mechanism { Id = "e1", Cause = "a", Effect = "b", Sign = -1, LagMonths = 2.5, Rationale = "why", Evidence = [o.Id] })],
                Challenges = parts.Item6,
                Appraisals = [.. parts.Item6.Take(2).Select((c, i) => new Appraisal { Id = $"a{i}", Analyst = "jd", On = i == 0 ? null : Edtf.Parse("2022-06"), Question = i == 0 ? AppraisalQuestion.Contribution : AppraisalQuestion.Signal, Objective = i == 0 ? null : c.Text, Probabilities = i == 0 ? [0.25, 0.5, 0.125, 0.125] : [0.5, 0, 0.25, 0, 0.25], Rationale = c.Text, Evidence = [.. parts.Item2.Take(2).Select(o => o.Id)] })],
                Series = parts.Item7,
            }));

    private static Gen<CaseHeader> Header => Gen.Select(Letters, Letters, Maybe, (title, question, summary) => new CaseHeader
    {
        Title = title, Question = question, Summary = summary, TargetName = "Ruritania", TargetCountry = "XR", Period = Edtf.Parse("2021-01/2022-12"), AsOf = new DateOnly(2022, 12, 31), HseSplit = summary is null ? 0.5 : 0.25,
        Controls = summary is null ? Controls.None : new Controls { Indicators = [TaxonomyFile.Shipped.Indicators[0].Id], Reason = summary },
        Hypotheses = [new Hypothesis { Id = "H0", Name = title, Story = question, Prior = 0.25 }, new Hypothesis { Id = "H1", Name = "x", Story = "y", Prior = 0.75 }],
    });

    private static Gen<Observation[]> Observations(int count) => Gen.Select(Letters, Maybe, Dates, Gen.Int[0, 6], Gen.Int[0, 10_000]).Array[count].Select(rows => rows.Select((row, i) => new Observation
    {
        Id = $"o{i}", Report = "r1", When = row.Item3, Sector = TaxonomyFile.Shipped.Sectors[row.Item4].Id, Group = row.Item4 % 2 == 0 ? "traders" : null, Indicator = TaxonomyFile.Shipped.Indicators[row.Item4].Id,
        Direction = (Direction)(row.Item4 % 3), Kind = ObservationKind.Change, StepOverride = row.Item4 == 1 ? -1 : null, StepReason = row.Item4 == 1 ? row.Item1 : null,
        Magnitude = row.Item4 == 2 ? new Magnitude(row.Item5 / 8.0, "percent") : row.Item4 == 3 ? new Magnitude(MagnitudeWord.Large) : null,
        Attribution = row.Item4 > 3 ? Attribution.OtherCause : Attribution.None, Grade = row.Item4 > 3 ? AttributionGrade.Denied : null, Credibility = row.Item4 == 0 ? null : row.Item4 % 6 + 1,
        Summary = row.Item1 + i, Note = row.Item2, Span = row.Item4 == 5 ? "1-22" : null,
    }).ToArray());

    private static Gen<Measure[]> Measures(int count) => Gen.Select(Letters, ListItem, Gen.Int[0, 5], Gen.Double[-1e6, 1e6]).Array[count].Select(rows => rows.Select((row, i) => new Measure
    {
        Id = $"m{i}", Issuer = row.Item1, Name = row.Item1, Adopted = Edtf.Parse("2021-06-01"), Effective = row.Item3 > 2 ? Edtf.Parse("2021-06-15") : null, WinddownEnd = row.Item3 == 5 ? Edtf.Parse("2021-08") : null,
        Sectors = row.Item3 == 0 ? ["all"] : ["trade", "fuel"], Status = (MeasureStatus)row.Item3, Summary = row.Item1, SourceUrl = "none seen", Verification = Verification.Checked, Effect = (MeasureEffect)(row.Item3 % 2),
        Caps = row.Item3 == 4 ? [new Cap { Value = row.Item4, Unit = row.Item2, Period = "2022" }, new Cap { Value = 1, Unit = "t", Period = "2023" }] : [],
        Supersedes = i > 0 && row.Item3 == 1 ? [$"m{i - 1}"] : [],
    }).ToArray());

    private static Gen<Place[]> Places(int count) => Gen.Select(Letters, ListItem, Gen.Double[-90, 90]).Array[count].Select(rows => rows.Select((row, i) => new Place
    {
        Id = $"p{i}", Name = row.Item1, Level = PlaceLevel.City, Point = i % 2 == 0 ? new GeoPoint(row.Item3, row.Item3 * 2) : null, Countries = ["XR", "XF"], Variants = [row.Item2], Precision = Precision.Exact,
    }).ToArray());

    private static Gen<Forecast[]> Forecasts(int count) => Gen.Select(Letters, Gen.Double[0, 1], Gen.Int[0, 5]).Array[count].Select(rows => rows.Select((row, i) => new Forecast
    {
        Id = $"f{i}", Who = row.Item1, MadeOn = Edtf.Parse("2021"), Claim = row.Item1, Effect = ForecastEffect.Policy, Kind = (ForecastKind)row.Item3, Horizon = "open", Probability = row.Item2,
        Elicitation = Elicitation.Words, Outcome = (ForecastOutcome)row.Item3, Url = "none seen",
        Words = row.Item3 == 2 ? "will" : null, Question = row.Item3 == 3 ? row.Item1 : null, Asserts = (ForecastStance)(row.Item3 % 3), Before = row.Item3 == 1 ? -row.Item2 : null, Scale = row.Item3 == 1 ? 1 + row.Item2 : null,
        MonthsLow = row.Item3 == 5 ? 12 : null, MonthsHigh = row.Item3 == 5 ? 36.5 : null, Start = row.Item3 == 5 ? Edtf.Parse("2020-07") : null, Occurred = row.Item3 == 4 ? Edtf.Parse("2022") : null,
    }).ToArray());

    private static Gen<Challenge[]> Challenges(int count) => Gen.Select(Letters, Maybe).Array[count].Select(rows => rows.Select((row, i) => new Challenge
    {
        Id = $"c{i}", Against = "case", By = row.Item1, Text = row.Item1, Status = row.Item2 is null ? ChallengeStatus.Open : ChallengeStatus.Answered, Answer = row.Item2, Url = "none seen",
    }).ToArray());

    // every second one is a panel of up to four members
    private static Gen<Series[]> Series(int count) => Gen.Select(Letters, Gen.Double[-1e9, 1e9], Gen.Int[3, 4]).Array[count].Select(rows => rows.SelectMany((row, i) => i % 2 == 0 ? [Alone(row.Item1, row.Item2, i)] : Panel(row.Item1, row.Item2, row.Item3, i)).ToArray());

    private static Series Alone(string text, double value, int i) => new()
    {
        Name = $"x{i}", File = $"series/x{i}.csv", Title = text, Unit = text, Role = SeriesRole.Control, Pressure = i % 3 - 1,
        Points = [new SeriesPoint { Date = Edtf.Parse("2021-01"), Value = value }, new SeriesPoint { Date = Edtf.Parse("2021-02"), Note = text }],
    };

    private static Series[] Panel(string text, double value, int members, int i) => [.. Enumerable.Range(0, members).Select(m => Alone(text, value + m, i) with
    {
        Name = $"x{i}.M{m}", Panel = $"x{i}", Member = $"M{m}", MemberName = m % 2 == 0 ? text : null, Treated = m == 0, Excluded = m == 3 ? text : null,
        Role = m == 0 ? SeriesRole.Outcome : m == 3 ? SeriesRole.Context : SeriesRole.Control,
    })];
}
