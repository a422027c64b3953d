using System.CommandLine;
using System.Globalization;

namespace Manometer.Cli;

/// <summary>Options that take a number of a range; a wrong one is answered with what is wanted.</summary>
internal static class NumberOption
{
    /// <summary>A real number.</summary>
    /// <param name="name">The option, such as <c>--level</c>.</param>
    /// <param name="helpName">What help calls the number.</param>
    /// <param name="description">What it is.</param>
    /// <param name="allowed">Is a number allowed?</param>
    /// <param name="wanted">What is wanted, for the message: <c>a number, 0 or more</c>.</param>
    public static Option<double?> Real(string name, string helpName, string description, Func<double, bool> allowed, string wanted) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && allowed(number))
                return number;
            result.AddError($"{name} wants {wanted}, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(string name, string helpName, string description, int lowest, int highest = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
                return number;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} wants a whole number {(highest == int.MaxValue ? $"of {lowest} or more" : $"from {lowest} to {highest}")}, not '{result.Tokens[0].Value}'."));
            return null;
        },
    };
}
