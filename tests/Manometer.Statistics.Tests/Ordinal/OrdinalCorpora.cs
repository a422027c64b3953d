namespace Manometer.Statistics.Tests;

/// <summary>Small corpora that hold everything the model can meet.</summary>
internal static class OrdinalCorpora
{
    /// <summary>Two families, cells known in part, shared events and origins, sets of steps, changes over 1, 2 and 7 months, three indicators, two interventions, two series, a copy of weight 0.</summary>
    public static OrdinalData Everything(ulong seed, int reports = 40)
    {
        var random = new Xoshiro256(seed);
        var cells = new[] { OrdinalCell.Of(0, 0), OrdinalCell.Of(1, 0), OrdinalCell.Of(2, 1), OrdinalCell.Of(0, -1), OrdinalCell.Of(-1, 2), OrdinalCell.Of(-1, -1) };
        const int Months = 12;
        var months = new int[20];
        var spans = new[] { 0, 0, 0, 1, 2, 7 };
        for (var e = 0; e < months.Length; e++)
            months[e] = random.NextInt(Months);
        var list = new List<OrdinalReport>();
        for (var i = 0; i < reports; i++)
        {
            var happening = random.NextInt(24) - 4;
            var month = happening >= 0 && i % 7 != 0 ? months[happening] : random.NextInt(Months);
            var low = random.NextInt(5) - 2;
            var high = low is 1 && random.NextInt(2) == 0 ? 2 : low;
            list.Add(new(random.NextInt(cells.Length), month, low, high, random.NextInt(4))
            {
                Span = spans[random.NextInt(spans.Length)],
                Event = happening,
                Origin = random.NextInt(12) - 6,
                Indicator = random.NextInt(3),
                Published = Math.Min(Months - 1, month + random.NextInt(3)),
                Weight = i % 11 == 5 ? 0 : 1,
            });
        }
        return new()
        {
            Months = Months,
            Families = [new("branch", 3), new("region", 3), new("only", 1)],
            Cells = [.. cells.Select(c => new OrdinalCell([.. c.Members, 0]))],
            Sources = [new(), new(0.95), new(0.3), new(0.5)],
            Indicators = 3,
            Reports = list,
            Series = [new("price", [new(0, 1), new(1, 3)], [(0, 0.1), (3, -0.4), (5, 1.1), (11, 2)], -1), new("rate", [new(2, 1)], [(2, 0.0), (9, 0.5)])],
            Interventions = [new("first", 3.5, [new(0, 1), new(2, 0.5)]), new("second", 6, [new(1, 1)])],
            BaselineMonths = 3,
        };
    }
}
