using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rebuilds the files of a case as its custody log knew them on a day: what was believed then, not what is believed now of then.</summary>
public static class CustodyRestore
{
    /// <summary>Writes the files as they were at the end of a day into a folder that is absent or empty.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="known">The day, UTC.</param>
    /// <param name="output">Folder to make.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static CustodyRestoration Run(string folder, DateOnly known, string output)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(output);
        var faults = new FaultList(folder, NextCommand.Custody("verify", folder));
        if (!Directory.Exists(folder))
        {
            FolderFaults.NoFolder(faults, folder);
            return new CustodyRestoration([], null, faults.InOrder());
        }

        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
        {
            faults.Add(Rules.FolderNotEmpty, output, "a folder that is absent or empty", File.Exists(output) ? "a file of that name" : "a folder with files in it", "choose another name");
            return new CustodyRestoration([], null, faults.InOrder());
        }

        var files = new DiskCaseFiles(folder);
        if (files.Size(CustodyChain.File) is null)
        {
            faults.Add(Rules.NoLog, CustodyChain.File, "a custody log", "none", $"to begin one with the case as it is: {NextCommand.Custody("record", folder)} --who NAME --note \"taken over as it was\"");
            return new CustodyRestoration([], null, faults.InOrder());
        }

        var chain = CustodyChain.Read(files.Read(CustodyChain.File), faults, folder);
        if (chain.IsBroken)
            return new CustodyRestoration([], null, faults.InOrder());
        var count = CustodyHistory.CountBy(chain.Records, known);
        if (count == 0)
        {
            faults.Add(Rules.NothingKnown, CustodyChain.File, string.Create(CultureInfo.InvariantCulture, $"a record by {known:yyyy-MM-dd}"), chain.Records.Count == 0 ? "no record" : $"the first of {CustodyLine.Text(chain.Records[0].At)}", "name a later day");
            return new CustodyRestoration([], null, faults.InOrder());
        }

        return Write(files, chain, count, output, faults);
    }

    private static CustodyRestoration Write(DiskCaseFiles files, CustodyChain chain, int count, string output, FaultList faults)
    {
        var written = new List<string>();
        Directory.CreateDirectory(output);
        foreach (var (name, _) in CustodyHistory.StateAfter(chain.Records, count))
        {
            if (!CustodyFiles.IsFollowed(name) || name.Contains("..", StringComparison.Ordinal))
                faults.Add(Rules.NotRebuilt, name, "a file of a case", "another name", "nothing: it is not written");
            else if (CustodyHistory.Rebuild(commitment => files.Size(CustodyDetail.PathOf(commitment)) is null ? null : files.Read(CustodyDetail.PathOf(commitment)), chain.Records, count, name, out var why) is { } content)
            {
                AtomicFile.Write(Path.Combine(output, name), content);
                written.Add(name);
            }
            else
                faults.Add(Rules.NotRebuilt, name, "its content at that time", why, "put back the details from a copy, if they were not redacted");
        }

        return new CustodyRestoration(written, chain.Records[count - 1], faults.InOrder());
    }
}
