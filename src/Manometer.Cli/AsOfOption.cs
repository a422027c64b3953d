using System.CommandLine;
using System.Globalization;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>The --as-of option the commands that assess share.</summary>
internal static class AsOfOption
{
    public static Option<DateOnly?> Create() => new("--as-of")
    {
        Description = "Use only what was published by this day, YYYY-MM-DD; default the end of the record",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(Edtf.TryParse(result.Tokens[0].Value, out var date) && date.LastDay is { } last
                ? $"--as-of wants one day: '{result.Tokens[0].Value}' ends on {last:yyyy-MM-dd}."
                : $"--as-of wants a day of the calendar, such as 2018-06-30, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
