namespace Manometer.Assessment;

/// <summary>Finds observations of one sector and place that point opposite ways in the same or the next month.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<Contradiction> Find(IReadOnlyList<AssessedObservation> views)
    {
        var found = new List<Contradiction>();
        foreach (var cell in views.Where(view => view.Step is not null && view.Months.Count > 0).GroupBy(view => (view.Sector, view.Place)))
        {
            var run = new List<AssessedObservation>();
            foreach (var view in cell)
            {
                if (run.Count > 0 && MonthsApart(run.Max(other => other.Months[^1], StringComparer.Ordinal), view.Months[0]) > 1)
                {
                    Keep(run, found);
                    run.Clear();
                }

                run.Add(view);
            }

            Keep(run, found);
        }

        return [.. found
            .OrderBy(item => item.FirstMonth, StringComparer.Ordinal)
            .ThenBy(item => item.Sector, StringComparer.Ordinal)
            .ThenBy(item => item.Place, StringComparer.Ordinal)];
    }

    private static void Keep(List<AssessedObservation> run, List<Contradiction> found)
    {
        var signs = run.Select(view => view.Step!.Value.Sign).Distinct().Count();
        if (signs < 2 || !run.Exists(view => view.Step!.Value.Sign > 0))
            return;
        found.Add(new Contradiction
        {
            Sector = run[0].Sector,
            Place = run[0].Place,
            FirstMonth = run.Min(view => view.Months[0], StringComparer.Ordinal)!,
            LastMonth = run.Max(view => view.Months[^1], StringComparer.Ordinal)!,
            Worsened = [.. run.Where(view => view.Step!.Value.Sign > 0).Select(view => view.Id)],
            Eased = [.. run.Where(view => view.Step!.Value.Sign < 0).Select(view => view.Id)],
            Unchanged = [.. run.Where(view => view.Step!.Value.Sign == 0).Select(view => view.Id)],
        });
    }

    private static int MonthsApart(string? earlier, string later) => earlier is null ? int.MaxValue : Number(later) - Number(earlier);

    private static int Number(string month) =>
        int.Parse(month.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture);
}
