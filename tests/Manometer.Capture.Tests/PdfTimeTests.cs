using System.Diagnostics;
using System.Globalization;
using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>A PDF file is read within a time, and what was read by then is kept.</summary>
public class PdfTimeTests
{
    private static readonly PdfPatience Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));

    [Fact]
    public void A_page_that_takes_for_ever_ends_the_reading_and_the_pages_before_it_stand()
    {
        var faults = new CaptureFaults("bomb.pdf");
        var began = Stopwatch.GetTimestamp();

        var draft = PdfReader.Read(Bomb(), faults, null, new PdfThread(), Short);

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 1, 60);
        Assert.Equal("Fuel is short.", draft?.Text.Text);
        var fault = Assert.Single(faults.Found);
        Assert.Equal("MAN0917", fault.Code);
        Assert.Contains("at page 2; the pages before it were read", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_says_nothing_is_ended_and_the_next_file_gets_another()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are of POSIX");
        using var worker = new PdfWorker("sleep", "1000");
        for (var i = 0; i < 2; i++)
        {
            var faults = new CaptureFaults("a.pdf");

            Assert.Null(PdfReader.Read(OtherFormsTests.Pdf("Fuel is short."), faults, null, worker, new PdfPatience(TimeSpan.FromSeconds(.3), TimeSpan.FromSeconds(9))));
            Assert.Equal("more than 0.3 seconds", Assert.Single(faults.Found).Found);
        }
    }

    [Fact]
    public void After_three_that_take_too_much_the_others_of_an_archive_are_not_tried()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are of POSIX");
        using var worker = new PdfWorker("sleep", "1000");
        var faults = new CaptureFaults("a.wacz");
        for (var i = 0; i < 4; i++)
            Assert.Null(PdfReader.Read(OtherFormsTests.Pdf("Fuel is short."), faults, $"https://a.example/{i}", worker, new PdfPatience(TimeSpan.FromSeconds(.1), TimeSpan.FromSeconds(9))));

        Assert.Equal(["more than 0.1 seconds", "more than 0.1 seconds", "more than 0.1 seconds", "three others of it took too much; this one was not tried"], faults.Found.Select(one => one.Found));
    }

    [Theory]
    [InlineData("false")] // it breaks
    [InlineData("echo", "nonsense")]
    [InlineData("no-such-program-anywhere")]
    public void A_worker_that_breaks_is_told(string program, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are of POSIX");
        using var worker = new PdfWorker(program, arguments);
        var faults = new CaptureFaults("a.pdf");

        Assert.Null(PdfReader.Read(OtherFormsTests.Pdf("Fuel is short."), faults, null, worker, Short));
        Assert.Equal("MAN0917", Assert.Single(faults.Found).Code);
    }

    [Fact]
    public void What_a_worker_serves_is_what_is_read_here()
    {
        byte[] sound = OtherFormsTests.Pdf("Fuel is short."), broken = "%PDF-1.4 nonsense"u8.ToArray();
        using var input = new MemoryStream([.. BitConverter.GetBytes(broken.Length), .. broken, .. BitConverter.GetBytes(sound.Length), .. sound]);
        using var output = new MemoryStream();

        PdfWorker.Serve(input, output);

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(["BadFile", "Opened", "Page", "End"], lines.Select(line => ((PdfPieceKind)int.Parse(line[8..9], CultureInfo.InvariantCulture)).ToString()));
        Assert.Contains("\"text\":\"Fuel is short.\"", lines[2], StringComparison.Ordinal);
    }

    // page 1 says something; page 2 draws a form that draws the next ten times, and so on: 10^30 drawings in four kilobytes
    private static byte[] Bomb()
    {
        const int depth = 30;
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 6 0 R >> >> >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 7 0 R /Resources << /XObject << /X 8 0 R >> >> >>",
            Stream("", "BT /F 12 Tf 50 700 Td (Fuel is short.) Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            Stream("", "/X Do"),
        };
        for (var i = 0; i < depth; i++)
            objects.Add(Stream($"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {(i + 1 < depth ? $"/XObject << /X {objects.Count + 2} 0 R >>" : "")} >>", i + 1 < depth ? string.Concat(Enumerable.Repeat("/X Do ", 10)) : "q Q"));
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        return Encoding.ASCII.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    private static string Stream(string fields, string content) => $"<< {fields} /Length {content.Length} >>\nstream\n{content}\nendstream";
}
