namespace Manometer.Publishing.Page;

/// <summary>Decides which sections there are. A part of the assessment that is empty has none.</summary>
internal static class Sections
{
    public static IReadOnlyList<Section> Of(PageModel model, bool map)
    {
        var a = model.A;
        var sections = new List<Section>();
        Add(a.Cells.Count > 0, "pressure", "Pressure by sector and month", () => Findings.Pressure(model));
        Add(a.Pressure is { Rows.Count: > 0 }, "index", "Pressure index", () => VerdictWords.Index(a.Pressure!));
        Add(map || a.Places.Count > 0, "where", "Where", () => Findings.Where(model));
        Add(a.Years.Any(year => year.Balance is not null), "time", "Balance over time", () => Findings.Time(model));
        Add(a.Groups.Count > 0, "who", "Who pays", () => Findings.Who(model));
        Add(a.Observations.Count > 0, "chronology", "What happened", () => Findings.Chronology(model));
        Add(a.Measures.Count > 0, "measures", "The measures", () => Findings.Measures(model));
        Add(a.Impacts is not null, "impact", "What the measures did to the numbers", () => ImpactSay.Section(model));
        Add(a.Series.Count > 0, "series", "The numbers", () => Findings.Series(model));
        Add(a.Happenings.Count > 0, "witnesses", "Who confirms whom", () => Findings.Witnesses(model));
        Add(a.Contradictions.Count + a.Disputes.Count > 0, "contradictions", "Contradictions", () => Findings.Contradictions(model));
        Add(a.Hypotheses.Count > 0, "rivals", "Rival explanations", () => Findings.Rivals(model));
        Add(a.Matrix is not null, "matrix", "Evidence matrix", () => Findings.Matrix(model));
        Add(a.Verdict is { LeaveOneOut.Count: > 0 }, "fragile", "How fragile is this", () => VerdictWords.Fragile(a.Verdict!, model.Part));
        Add(a.Verdict is { } verdict && VerdictWords.IsAppraised(verdict), "outcome", "What came of it", () => VerdictWords.Appraised(a.Verdict!));
        Add(a.Forecasts.Count > 0, "forecasts", "Who was right", () => Findings.Forecasts(model));
        Add(a.Mechanisms.Count > 0, "mechanisms", "How it is supposed to work", () => Findings.Mechanisms(model));
        Add(a.Challenges.Count > 0, "objections", "Objections", () => Findings.Objections(model));
        Add(a.Observations.Count > 0, "gaps", "Where the record is silent", () => Findings.Gaps(model));
        Add(a.Sources.Any(source => source.Trust is not null), "sources", "The sources, one by one", () => Findings.Sources(model));
        Add(true, "data", "Data and method", () => "Every number on this page comes from the files listed here");
        return sections;

        void Add(bool present, string id, string name, Func<string> finding)
        {
            if (present)
                sections.Add(new Section(id, name, finding()));
        }
    }
}
