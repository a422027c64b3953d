using Manometer.Model;

namespace Manometer.Cases.Tests;

internal static class DiagnosticFile
{
    public static string File(this Diagnostic fault) => fault.Where.File;
}
