using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What a case does not let the model say, in sentences.</summary>
internal static class ModelNotices
{
    public static IReadOnlyList<Notice> Of(ModelInput input, OrdinalFit? fit)
    {
        var notices = new List<Notice>();
        if (input.Data is null)
            notices.Add(new("NO_REPORTS", "No observation published by this date says which way pressure moved in a month of the model: there is no index and no verdict, not even a weak one."));
        if (fit is not null)
            notices.AddRange(fit.Warnings.Select(warning => new Notice(warning.Code, warning.Text)));
        if (input.Data is not null && input.Measures.Count == 0)
            notices.Add(new("NO_MEASURES", "No measure in force starts within the months of the model: nothing can be said of what measures did."));
        if (input.Measures.Broad > 0)
            notices.Add(new("BROAD_MEASURES", Text($"{Plural(input.Measures.Broad, "measure aims", "measures aim")} at every sector alike; they tell no sector from another and do not enter.")));
        if (input.TooCoarse > 0)
            notices.Add(new("DATES_TOO_COARSE", Text($"{Plural(input.TooCoarse, "observation is", "observations are")} dated more coarsely than one year and {(input.TooCoarse == 1 ? "does" : "do")} not enter.")));
        if (input.OutsideMonths > 0)
            notices.Add(new("OUTSIDE_MONTHS", Text($"{Plural(input.OutsideMonths, "observation speaks", "observations speak")} of months before the baseline or after the date and {(input.OutsideMonths == 1 ? "does" : "do")} not enter.")));
        if (input.Series.LeftOut > 0)
            notices.Add(new("SERIES_LEFT_OUT", Text($"{input.Series.LeftOut} series with a declared direction {(input.Series.LeftOut == 1 ? "does" : "do")} not enter: fewer than two values in the baseline, or fewer than eight by month.")));
        return notices;
    }

    /// <summary>A case, or a part of one, whose fit would take too much.</summary>
    public static Notice TooLarge(OrdinalException fault, string what = "There is no index and no verdict") => new(fault.Code, $"{what}: {fault.Message}.");

    private static string Plural(int count, string one, string many) => Text($"{count} {(count == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
