using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A case on disk: a folder of plain text (<c>docs/case-folder.md</c>).</summary>
public static partial class CaseFolder
{
    /// <summary>Reads and checks a case. Never throws for what is in the folder: every fault is a diagnostic.</summary>
    /// <param name="folder">Path of the folder, as the user gave it: diagnostics name it so.</param>
    public static CaseReading Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var faults = new FaultList(folder);
        try
        {
            if (!Directory.Exists(folder))
                FolderFaults.NoFolder(faults, folder);
            else if (File.Exists(Path.Combine(folder, CaseYaml.File)) || !FolderFaults.HoldsOrIsInACase(faults, folder))
                return CaseReader.Read(new DiskCaseFiles(folder), folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Rules.Unreadable, folder, "a folder that can be read", fault.Message);
        }

        return new CaseReading(null, faults.InOrder());
    }
}
