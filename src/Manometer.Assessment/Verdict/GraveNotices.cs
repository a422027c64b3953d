namespace Manometer.Assessment;

/// <summary>The limits a number of the verdict must not stand without: the record is thin, of one voice or one month, or all on one side of the measures.</summary>
public static class GraveNotices
{
    private static readonly string[] Codes = ["FEW_REPORTS", "ONE_SOURCE", "ONE_SOURCE_DOMINATES", "ONE_MONTH", "NOTHING_BEFORE", "NOTHING_AFTER", "CONTROLS_MOVED", "SELECTION_MATTERS"];

    /// <summary>Those of a verdict, in its order.</summary>
    public static IEnumerable<Notice> Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Warnings.Where(notice => Codes.Contains(notice.Code));
    }
}
