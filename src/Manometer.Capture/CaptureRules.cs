using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Every kind of fault met while capturing; <c>docs/capture.md</c> names each.</summary>
public static class CaptureRules
{
    /// <summary>Nothing of that name.</summary>
    public static readonly CaptureRule Missing = new("MAN0901", Severity.Error, "there is nothing of that name", "Neither a file, nor a folder, nor an address.");

    /// <summary>Larger than the limit.</summary>
    public static readonly CaptureRule TooLarge = new("MAN0902", Severity.Error, "it is larger than a document may be", "A document has at most 32 MB; an archive unpacks to at most 512 MB, what is attached to a mail to 64 MB. What is larger is no report, or was made to fill the memory.");

    /// <summary>Not a document.</summary>
    public static readonly CaptureRule NoForm = new("MAN0903", Severity.Error, "not a form that can be read", "Read are HTML, text, Markdown, RSS, Atom and JSON feeds, PDF, mails, WARC and WACZ.");

    /// <summary>A document without text.</summary>
    public static readonly CaptureRule NoText = new("MAN0904", Severity.Error, "no text in it", "A scanned PDF holds pictures of pages, and a page made by scripts holds nothing until they run. There is nothing to code; make the text readable first, with OCR or by saving the page from a browser.");

    /// <summary>Damaged.</summary>
    public static readonly CaptureRule Damaged = new("MAN0905", Severity.Error, "it is damaged", "The form is known but the bytes do not keep to it. What could be read up to there was read.");

    /// <summary>Bytes that are no characters.</summary>
    public static readonly CaptureRule BadCharacters = new("MAN0906", Severity.Warning, "bytes that are no characters of its encoding", "It mixes encodings or is cut. Those bytes stand as U+FFFD in the text; the capture keeps them as they are.");

    /// <summary>No date of publication.</summary>
    public static readonly CaptureRule NoDate = new("MAN0907", Severity.Warning, "no date of publication", "It was taken as published on or before the day of the capture. Give the date with --published, or correct `reports.csv`.");

    /// <summary>A date that cannot be.</summary>
    public static readonly CaptureRule FalseDate = new("MAN0908", Severity.Warning, "a date of publication that cannot be", "It is no date, lies after the capture, or before the first newspapers. It was not used.");

    /// <summary>Dates that differ.</summary>
    public static readonly CaptureRule DatesDiffer = new("MAN0909", Severity.Warning, "two dates of publication", "The document states dates that lie more than a week apart. The first in the order of trust was taken.");

    /// <summary>Marks that turn the direction of writing.</summary>
    public static readonly CaptureRule Directions = new("MAN0910", Severity.Warning, "marks that turn the direction of writing", "Such marks can make a text look otherwise than it reads. They were left in the capture, and are shown as U+FFFD.");

    /// <summary>An entry without text.</summary>
    public static readonly CaptureRule EntryEmpty = new("MAN0911", Severity.Warning, "an entry without text", "The feed gives only a title or a link. Add the address itself, or let --follow fetch the pages.");

    /// <summary>Too much of it.</summary>
    public static readonly CaptureRule TooMany = new("MAN0912", Severity.Error, "more documents than are taken at once", "At most 10,000 documents are taken out of one feed or archive, 100 attachments out of one mail, and eight mails within one another. The rest was left out.");

    /// <summary>The network failed.</summary>
    public static readonly CaptureRule NotFetched = new("MAN0913", Severity.Error, "it could not be fetched", "The host did not answer, or not with a document.");

    /// <summary>Robots are not welcome.</summary>
    public static readonly CaptureRule Robots = new("MAN0914", Severity.Error, "the site asks programs to keep out", "Its robots.txt bars the address (RFC 9309). Save the page from a browser and add the file.");

    /// <summary>A private address.</summary>
    public static readonly CaptureRule PrivateAddress = new("MAN0915", Severity.Error, "an address of a private network", "A link in a feed must not make this program ask machines of your own network. With --allow-private it may.");

    /// <summary>Not an address.</summary>
    public static readonly CaptureRule BadAddress = new("MAN0916", Severity.Error, "not an address that can be fetched", "Addresses begin with http:// or https:// and hold no password.");

    /// <summary>Too much time or memory.</summary>
    public static readonly CaptureRule TooMuch = new("MAN0917", Severity.Error, "it takes too much time or memory to read", "A page of a PDF file has 30 seconds, a file 5 minutes and 2 GB of memory: a few kilobytes can keep a reader busy for years. What was read by then is its text, the capture is whole; a file of which no page was read is left out. After three such files of one archive or mail its others are not tried.");

    /// <summary>All kinds, in order of code.</summary>
    public static IReadOnlyList<CaptureRule> All { get; } = [Missing, TooLarge, NoForm, NoText, Damaged, BadCharacters, NoDate, FalseDate, DatesDiffer, Directions, EntryEmpty, TooMany, NotFetched, Robots, PrivateAddress, BadAddress, TooMuch];
}
