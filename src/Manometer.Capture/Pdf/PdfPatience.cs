namespace Manometer.Capture;

/// <summary>How long a PDF file may take.</summary>
/// <param name="Page">One page, and the opening of the file.</param>
/// <param name="File">All of it.</param>
internal readonly record struct PdfPatience(TimeSpan Page, TimeSpan File)
{
    /// <summary>30 seconds for a page, 5 minutes for a file.</summary>
    public static readonly PdfPatience Usual = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
}
