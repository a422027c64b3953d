namespace Manometer.Cases;

/// <summary>Commands that a fault suggests, as they are typed at the root of the checkout.</summary>
internal static class NextCommand
{
    public static string Check(string caseName) => $"./manometer check {Quoted(caseName)}";

    public static string Describe(string caseName) => $"./manometer describe {Quoted(caseName)}";

    public static string New(string folder) => $"./manometer new {Quoted(folder)}";

    /// <summary>Writes every table anew: UTF-8, commas, line feeds.</summary>
    public static string WriteAnew(string caseName) => $"./manometer export {Quoted(caseName)} --format csv --out {Quoted(caseName.TrimEnd('/', '\\') + "-mended")}";

    /// <summary>A command about the custody of a case.</summary>
    public static string Custody(string command, string caseName) => $"./manometer {command} {Quoted(caseName)}";

    // a shell would take a name with a space for two
    private static string Quoted(string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '\\' or ':' or '~' or '+' or ',' or '@') && name[0] is not ('-' or '~')
            ? name
            : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
