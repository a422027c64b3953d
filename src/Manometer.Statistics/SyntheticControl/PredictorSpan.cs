namespace Manometer.Statistics;

/// <summary>A predictor as asked for: the mean of a variable over spans of time, both ends included.</summary>
internal sealed record PredictorSpan(string Variable, IReadOnlyList<(double From, double To)> Spans)
{
    public string NameIn(Panel panel) => (Variable.Length == 0 ? "outcome" : Variable) + " "
        + string.Join(", ", Spans.Select(span => span.From == span.To ? panel.TimeName(span.From) : $"{panel.TimeName(span.From)}..{panel.TimeName(span.To)}"));

    /// <summary>The mean over all cells of the spans; NaN where there is none.</summary>
    public double Of(Panel panel, int unit)
    {
        var (sum, count) = (0.0, 0);
        for (var t = 0; t < panel.Times.Count; t++)
            if (panel.Cell(Variable, unit, t) is var value && !double.IsNaN(value) && Spans.Any(span => panel.Times[t] >= span.From && panel.Times[t] <= span.To))
            {
                sum += value;
                count++;
            }

        return count > 0 ? sum / count : double.NaN;
    }
}
