using System.CommandLine;

namespace Manometer.Cli;

/// <summary>The CASE argument every command shares.</summary>
internal static class CaseArgument
{
    public static Argument<string> Create() => new("CASE") { Description = "Folder of the case" };
}
