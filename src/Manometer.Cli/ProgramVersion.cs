using System.Reflection;

namespace Manometer.Cli;

/// <summary>Name and version of the program, as it goes into the provenance of every assessment.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } =
        "Manometer " + (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
}
