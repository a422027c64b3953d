namespace Manometer.Assessment;

/// <summary>The verdict once more for the case that what is reported depends on the pressure itself: that hardship makes people report, or silences them.</summary>
internal static class SelectionReadings
{
    /// <summary>Logarithm of the rate of reporting per logit of pressure: with half a one it grows by two thirds with each logit, or falls by two fifths.</summary>
    public const double Factor = 0.5;

    private static readonly (double Factor, string Name)[] Ways = [(-Factor, "pressure silences reports"), (Factor, "pressure makes people report")];

    public static IReadOnlyList<LeaveOut> Of(StoryFits fits, StoryBoard board) =>
        [.. Ways.Select(way =>
        {
            var evidences = board.Pick(fits.LogEvidencesUnder(way.Factor));
            var bite = board.Bite(evidences, refused: false);
            return new LeaveOut { Kind = "reading", Id = way.Name, Reports = 0, Probability = bite.Probability, Low = bite.Low, High = bite.High, Word = bite.Word, LogEvidences = evidences };
        })];

    /// <summary>The bite over these readings too: the range is that of all of them, and the word that of the range.</summary>
    public static BiteVerdict Widened(BiteVerdict bite, IReadOnlyList<LeaveOut> readings)
    {
        if (bite.Probability is null || readings.Count == 0)
            return bite;
        var (low, high) = (Math.Min(bite.Low, readings.Min(one => one.Low)), Math.Max(bite.High, readings.Max(one => one.High)));
        return bite with { Low = low, High = high, Word = StoryBoard.WordOf(low, high), WithSelection = true };
    }

    /// <summary>The notice, where a reading changes the word.</summary>
    public static Notice? NoticeOf(BiteVerdict bite) =>
        bite.Word == bite.PlainWord ? null : new("SELECTION_MATTERS", $"If the number of reports depended on the pressure itself, priors and strengths of the evidence would no longer agree on \"{bite.PlainWord}\": the verdict is \"{bite.Word}\".");
}
