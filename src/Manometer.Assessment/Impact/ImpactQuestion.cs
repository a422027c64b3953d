using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>One date in question: measures that begin together.</summary>
internal sealed record ImpactQuestion(DateOnly Start, IReadOnlyList<Measure> Measures)
{
    /// <summary>The day the first of them took effect: before <see cref="Start"/> where they were wound down. What lies between is on neither side.</summary>
    public DateOnly Begun => Measures.Select(MeasureMatching.StartOf).OfType<DateOnly>().Where(day => day < Start).DefaultIfEmpty(Start).Min();

    /// <summary>+1 when all tighten, -1 when all ease, 0 when they differ.</summary>
    public int Sign => Measures.All(one => one.Effect == MeasureEffect.Tightens) ? 1 : Measures.All(one => one.Effect == MeasureEffect.Eases) ? -1 : 0;

    public string Effect => Sign switch { > 0 => "tightens", < 0 => "eases", _ => "mixed" };
}
