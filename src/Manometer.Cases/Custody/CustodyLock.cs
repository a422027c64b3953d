using System.Globalization;
using System.Text;

namespace Manometer.Cases;

/// <summary>Lets one process at a time write the custody log of a case. The system lets go of the lock when the process ends, however it ends.</summary>
internal sealed class CustodyLock : IDisposable
{
    private const string Folder = ".manometer";
    private const int BetweenTries = 25;

    private readonly FileStream _file;

    private CustodyLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="patience">How long to wait for another process.</param>
    /// <param name="holder">Who holds it, when it was not got.</param>
    /// <returns>The lock; null when another process kept it.</returns>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    public static CustodyLock? Take(string folder, TimeSpan patience, out string holder)
    {
        holder = "";
        var path = Path.Combine(folder, Folder, "custody.lock");
        var named = Path.Combine(folder, Folder, "custody.holder");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var tries = Math.Max(1, (int)(patience.TotalMilliseconds / BetweenTries)); ; tries--)
            try
            {
                var held = new CustodyLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                Name(named);
                return held;
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                if (tries <= 1)
                {
                    holder = HolderIn(named);
                    return null;
                }

                Thread.Sleep(BetweenTries);
            }
    }

    public void Dispose() => _file.Dispose();

    // 11 and 35: EWOULDBLOCK of Linux and of the BSDs; 32: sharing violation of Windows
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32;

    // only for the message of the one who waits; a crash leaves it behind, and nobody minds
    private static void Name(string path)
    {
        try
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)}) on {Environment.MachineName}"), new UTF8Encoding(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _ = fault; // the lock is held all the same
        }
    }

    private static string HolderIn(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
