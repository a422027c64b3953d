using System.Runtime.CompilerServices;
using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Gathers documents from addresses, files and folders, one after the other.</summary>
/// <param name="fetcher">Asks the network; files need it not.</param>
/// <param name="today">The day of the capture.</param>
/// <param name="follow">Are the pages fetched that the entries of a feed lead to?</param>
/// <param name="isCaptured">Was an address, in its bare form, captured before? It is not fetched again.</param>
/// <param name="bare">The bare form of an address, by which two are the same.</param>
public sealed class Gathering(Fetcher fetcher, DateOnly today, bool follow, Func<string, bool> isCaptured, Func<string, string> bare)
{
    private const int DeepestFolder = 8;

    /// <summary>Gathers; each thing named gives its documents as soon as it is read.</summary>
    /// <param name="what">Addresses, files and folders.</param>
    /// <param name="cancel">Stops between two.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async IAsyncEnumerable<Gathered> Of(IEnumerable<string> what, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(what);
        foreach (var one in what)
            if (Fetcher.IsAddress(one))
                await foreach (var gathered in OfAddress(one, follow, cancel))
                    yield return gathered;
            else
                foreach (var file in FilesOf(one))
                {
                    cancel.ThrowIfCancellationRequested();
                    var (documents, diagnostics, links) = OfFile(file, isNamed: file == one);
                    if (!follow || links.Count == 0)
                    {
                        yield return new Gathered(documents, diagnostics, 0) { File = Path.GetFileName(file) };
                        continue;
                    }

                    foreach (var link in links)
                        await foreach (var gathered in OfAddress(link, mayFollow: false, cancel))
                            yield return gathered;
                }
    }

    private async IAsyncEnumerable<Gathered> OfAddress(string address, bool mayFollow, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (isCaptured(bare(address)))
        {
            yield return new Gathered([], [], 1);
            yield break;
        }

        var fetched = await fetcher.Get(address, cancel);
        if (fetched.Content is null)
        {
            yield return new Gathered([], [fetched.Fault!], 0);
            yield break;
        }

        var (documents, diagnostics, links) = CaptureReader.Read(fetched.Address.AbsoluteUri, fetched.Content, fetched.MediaType, today);
        if (mayFollow && links.Count > 0)
        {
            foreach (var link in links)
                await foreach (var gathered in OfAddress(link, mayFollow: false, cancel))
                    yield return gathered;
            yield break;
        }

        if (links.Count == 0 && documents is [var page]) // known by the address that was asked for, so that it is known the next time
            documents = [page with { Address = address }];
        yield return new Gathered(documents, diagnostics, 0);
    }

    private CaptureReading OfFile(string path, bool isNamed)
    {
        var faults = new CaptureFaults(path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                faults.Add(CaptureRules.Missing, "a file, a folder or an address that begins with https://", "nothing", "look at the spelling");
            else if (file.Length > CaptureReader.LargestArchive)
                faults.Add(CaptureRules.TooLarge, "at most 32 MB, an archive 512 MB", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Length >> 20} MB"), "cut it into parts");
            else if (CaptureReader.Read(path, File.ReadAllBytes(path), null, today) is var reading)
                return isNamed || !reading.Diagnostics.All(one => one.Code == CaptureRules.NoForm.Code) ? reading : reading with { Diagnostics = [] }; // a folder may hold pictures
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(CaptureRules.Missing, "a file that can be read", fault.Message, "look at who may read it");
        }

        return new CaptureReading([], faults.Found, []);
    }

    // the files of a folder in order of name; links to folders and hidden files are left out
    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, IgnoreInaccessible = true })
            .Order(StringComparer.Ordinal);
    }
}
