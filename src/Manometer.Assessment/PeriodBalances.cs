using System.Globalization;

namespace Manometer.Assessment;

/// <summary>Balances by year and by quarter, every one of the period in turn, those without an observation too.</summary>
internal static class PeriodBalances
{
    public static IReadOnlyList<PeriodBalance> Years(IReadOnlyList<AssessedObservation> views, IReadOnlyList<string> months) => Of(views, months, Year);

    public static IReadOnlyList<PeriodBalance> Quarters(IReadOnlyList<AssessedObservation> views, IReadOnlyList<string> months) => Of(views, months, Quarter);

    private static IReadOnlyList<PeriodBalance> Of(IReadOnlyList<AssessedObservation> views, IReadOnlyList<string> months, Func<DateOnly, string> name)
    {
        var byPeriod = views
            .Where(view => view is { First: { } first, Last: { } last } && name(first) == name(last))
            .ToLookup(view => name(view.First!.Value), StringComparer.Ordinal);
        return [.. months
            .Select(month => name(DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Distinct(StringComparer.Ordinal)
            .Select(period => new PeriodBalance { Period = period, Balance = Balances.OfAny(byPeriod[period]), Observations = byPeriod[period].Count() })];
    }

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}");
}
