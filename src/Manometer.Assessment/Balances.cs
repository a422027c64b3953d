using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Counts steps by sign and gives the share of worsening ones with its interval, each independent origin counting once.</summary>
internal static class Balances
{
    /// <param name="stepped">Observations that carry a step; at least one.</param>
    public static Balance Of(IReadOnlyList<AssessedObservation> stepped)
    {
        var byOrigin = new SortedDictionary<string, (int Worsened, int All)>(StringComparer.Ordinal);
        int worsened = 0, eased = 0;
        foreach (var view in stepped)
        {
            var sign = view.Step!.Value.Sign;
            byOrigin.TryGetValue(view.Origin, out var counts);
            byOrigin[view.Origin] = (counts.Worsened + (sign > 0 ? 1 : 0), counts.All + 1);
            if (sign > 0)
                worsened++;
            else if (sign < 0)
                eased++;
        }

        var votes = 0.0;
        foreach (var (_, counts) in byOrigin)
            votes += (double)counts.Worsened / counts.All;
        var origins = byOrigin.Count;
        votes = Math.Min(votes, origins);
        var half = Jeffreys.Interval(votes, origins, 0.5);
        var ninety = Jeffreys.Interval(votes, origins, 0.9);
        return new Balance
        {
            Worsened = worsened,
            Unchanged = stepped.Count - worsened - eased,
            Eased = eased,
            Origins = origins,
            Share = origins == 0 ? 0 : votes / origins,
            Low50 = half.Low,
            High50 = half.High,
            Low90 = ninety.Low,
            High90 = ninety.High,
        };
    }

    /// <summary>The balance, or null when nothing carries a step.</summary>
    public static Balance? OfAny(IEnumerable<AssessedObservation> views)
    {
        var stepped = views.Where(view => view.Step is not null).ToList();
        return stepped.Count == 0 ? null : Of(stepped);
    }
}
