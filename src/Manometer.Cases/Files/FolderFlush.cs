using System.Runtime.InteropServices;

namespace Manometer.Cases;

/// <summary>Brings the names in a folder to the disk: a renamed or new file is there after a loss of power only when its folder was flushed too.</summary>
internal static class FolderFlush
{
    private const int CloseOnExec = 0x80000; // O_CLOEXEC of Linux; O_RDONLY is 0
    private const int NotSupported = 22; // EINVAL: file systems without folders that can be flushed

    /// <summary>Flushes a folder; does nothing where the system has no such call (Windows writes names through).</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Of(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, OperatingSystem.IsLinux() ? CloseOnExec : 0);
        if (handle < 0)
            return; // a folder that may be written but not read
        try
        {
            if (Sync(handle) != 0 && Marshal.GetLastPInvokeError() is not NotSupported and var error)
                throw new IOException($"the folder {folder} could not be flushed to the disk: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
