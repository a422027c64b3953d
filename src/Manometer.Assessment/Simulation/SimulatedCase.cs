using System.Globalization;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A simulated corpus as a case of a country that does not exist: months from January 2016, one measure, one observation a report.</summary>
/// <remarks>A copy that was found out shares event, origin and step with what it copies; one that was not has an origin of its own, as it would in life.</remarks>
public static class SimulatedCase
{
    private const int FirstMonth = 2016 * 12;

    /// <summary>The eight worlds of the benchmark by name.</summary>
    public static IReadOnlyDictionary<string, OrdinalWorld> Worlds { get; } = new SortedDictionary<string, OrdinalWorld>(StringComparer.Ordinal)
    {
        ["null"] = OrdinalWorld.Null,
        ["bite"] = OrdinalWorld.WithEffect,
        ["copying"] = OrdinalWorld.Copying,
        ["fabricator"] = OrdinalWorld.Fabricator,
        ["lean-drift"] = OrdinalWorld.DriftingLeans,
        ["one-outlet"] = OrdinalWorld.OneSource,
        ["other-cause"] = OrdinalWorld.OtherCause,
        ["gaps"] = OrdinalWorld.Gaps,
    };

    /// <summary>The corpus as a case.</summary>
    /// <param name="simulation">What was drawn.</param>
    /// <param name="taxonomy">Vocabulary; its first sectors take the part of the simulated ones.</param>
    /// <param name="title">Title of the case.</param>
    /// <exception cref="ArgumentException">More sectors than the taxonomy has.</exception>
    public static Case Of(OrdinalSimulation simulation, Taxonomy taxonomy, string title)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(taxonomy);
        var (data, world) = (simulation.Data, simulation.World);
        if (world.FamilySizes[0] > taxonomy.Sectors.Count)
            throw new ArgumentException("the world has more sectors than the taxonomy", nameof(simulation));
        string Sector(int cell) => taxonomy.Sectors[data.Cells[cell].Members[0]].Id;
        var last = FirstMonth + data.Months - 1;
        var start = FirstMonth + (int)world.Start;
        return new Case
        {
            Header = new CaseHeader
            {
                Title = title,
                Question = "Are the sanctions on Ruritania working?",
                TargetName = "Ruritania",
                TargetCountry = "XR",
                Period = Edtf.Parse($"{Months.Name(FirstMonth)}/{Months.Name(last)}"),
                AsOf = new DateOnly(last / 12, last % 12 + 1, DateTime.DaysInMonth(last / 12, last % 12 + 1)),
                Baseline = Edtf.Parse($"{Months.Name(FirstMonth)}/{Months.Name(FirstMonth + 11)}"),
                Summary = "Drawn by chance from a world whose truth stands in truth.json. No such country, no such reports.",
            },
            Taxonomy = taxonomy,
            Sources = [.. Enumerable.Range(0, data.Sources.Count).Select(k => new Source { Id = Named("s", k), Name = Named("Source ", k), Kind = SourceKind.Outlet, Reliability = Admiralty.Reliability.C, Url = "none seen" })],
            Reports = [.. data.Reports.Select((report, i) => new Report { Id = Named("r", i), Source = Named("s", report.Source), Published = Edtf.Parse(Months.Name(FirstMonth + Math.Max(report.Month, report.Published))), Url = "none seen" })],
            Observations = [.. data.Reports.Select((report, i) => new Observation
            {
                Id = Named("o", i),
                Report = Named("r", i),
                Event = report.Event < 0 ? null : Named("e", report.Event),
                Origin = Named("w", simulation.Truth.CopyOf[i] is >= 0 and var copied && report.Weight == 0 ? copied : i),
                When = Edtf.Parse(Months.Name(FirstMonth + report.Month)),
                Sector = Sector(report.Cell),
                Indicator = "other",
                Direction = Direction.None,
                Kind = ObservationKind.Level,
                StepOverride = report.Low,
                StepReason = "drawn",
                Attribution = Attribution.None,
                Credibility = 3,
                Summary = string.Create(CultureInfo.InvariantCulture, $"Simulated report of step {report.Low}"),
            })],
            Measures =
            [
                new Measure
                {
                    Id = "m1",
                    Issuer = "Council of States",
                    Name = "The simulated measure",
                    Adopted = Edtf.Parse(Months.Name(start)),
                    Effective = Edtf.Parse(Months.Name(start) + "-01"),
                    Sectors = [.. Enumerable.Range(0, world.Targeted).Select(s => taxonomy.Sectors[s].Id)],
                    Summary = "Aims at the first sectors of the world",
                    SourceUrl = "none seen",
                },
            ],
        };
    }

    private static string Named(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number + 1}");
}
