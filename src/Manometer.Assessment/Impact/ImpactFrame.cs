using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What all methods need of a series: the values known, the scale they are read on, and rows to begin with.</summary>
internal sealed class ImpactFrame
{
    public ImpactFrame(Case @case, Series series, DateOnly asOf)
    {
        (Case, Series, AsOf) = (@case, series, asOf);
        Values = KnownValue.Of(series, asOf);
        IsRatio = !series.Unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase) && Values.TrueForAll(one => one.Value >= 0);
        HitsZero = IsRatio && Values.Exists(one => one.Value == 0);
    }

    public Case Case { get; }

    public Series Series { get; }

    public DateOnly AsOf { get; }

    public List<KnownValue> Values { get; }

    /// <summary>Read as ratios, in logarithms? Else as levels.</summary>
    public bool IsRatio { get; }

    public bool HitsZero { get; }

    public string Scale => IsRatio ? "ratio" : "level";

    public double In(double value) => IsRatio ? Elementary.Log(value) : value;

    public double Out(double value) => IsRatio ? Elementary.Exp(value) : value;

    /// <summary>A row without a result.</summary>
    public AssessedImpact Row(ImpactQuestion? question) => new()
    {
        Id = question is null ? Series.Name : $"{Series.Name}@{question.Start:yyyy-MM-dd}",
        Series = Series.Name,
        Title = Series.Panel is null ? Series.Title : $"{Series.Title}: {Series.MemberName ?? Series.Member}",
        Unit = Series.Unit,
        Pressure = Series.Pressure,
        Measures = question is null ? [] : [.. question.Measures.Select(one => one.Id)],
        Effect = question?.Effect ?? "tightens",
        Start = question?.Start,
        Before = question is null ? 0 : Values.Count(one => one.Middle < question.Start),
        After = question is null ? 0 : Values.Count(one => one.Middle >= question.Start),
        Reading = "refused",
    };

    public ImpactDraft Refuse(ImpactQuestion? question, string code, string reason, string? method = null) =>
        new(Row(question) with { Method = method, Refused = new ImpactRefusal(code, reason) });

    /// <summary>An effect on the scale of the computation as a share of the expected, where the scale is one of ratios.</summary>
    public ImpactEffect? Relative(double effect, double? low, double? high) =>
        IsRatio ? new ImpactEffect(Round(Out(effect) - 1), low is { } from ? Round(Out(from) - 1) : null, high is { } to ? Round(Out(to) - 1) : null) : null;

    /// <summary>Average in the series' unit, from observed and expected on the scale of the computation.</summary>
    public ImpactEffect Average(double observed, double expected, double? expectedLow, double? expectedHigh)
    {
        var was = Out(observed);
        return new ImpactEffect(Round(was - Out(expected)), expectedHigh is { } high ? Round(was - Out(high)) : null, expectedLow is { } low ? Round(was - Out(low)) : null, Round(was), Round(Out(expected)));
    }

    /// <summary>Six digits: what is drawn and told needs no more.</summary>
    public static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return value;
        var unit = 1.0;
        while (Math.Abs(value) * unit < 1e5 && unit < 1e15)
            unit *= 10;
        while (Math.Abs(value) * unit >= 1e6 && unit > 1e-15)
            unit /= 10;
        return unit >= 1 ? Math.Round(value * unit, MidpointRounding.AwayFromZero) / unit : Math.Round(value, MidpointRounding.AwayFromZero);
    }

    public static double? Round(double? value) => value is { } number ? Round(number) : null;

    /// <summary>What an interval says by itself, before placebos and the other rows are looked at.</summary>
    /// <param name="effect">The effect, on the scale of the computation.</param>
    /// <param name="low">Lower end of its interval.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="bound">The size it exceeds, either way, with a probability of at most 5 %.</param>
    /// <param name="news">Did the data narrow what was assumed?</param>
    public string Reading(double effect, double? low, double? high, double? bound, bool news = true)
    {
        if (!news)
            return "no-news";
        if (low is null || high is null)
            return "not-settled";
        if (low <= 0 && high >= 0)
            return bound <= (IsRatio ? ImpactRules.LargeRatio : Spread()) ? "none-seen" : "open";
        var towards = Series.Pressure * Math.Sign(effect);
        return towards > 0 ? "towards" : towards < 0 ? "away" : "not-settled";
    }

    // standard deviation of all values: a level has no quarter of itself
    private double Spread()
    {
        var mean = Values.Average(one => one.Value);
        return Math.Sqrt(Values.Sum(one => (one.Value - mean) * (one.Value - mean)) / Math.Max(1, Values.Count - 1));
    }
}
