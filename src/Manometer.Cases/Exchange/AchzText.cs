using System.Text;
using System.Xml;
using System.Xml.Linq;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The XML of an ACHZ file: <c>MATRIX</c> with a <c>HYPOTHESIS</c> a story and an <c>EVIDENCE</c> an item, whose <c>VALUES</c> hold one entry a story, separated by commas.</summary>
internal static class AchzText
{
    // in order of the numbers of Consistency
    private static readonly string[] Words = ["NA", "I I", "I", "N", "C", "C C"];

    public static (List<Judgement> Cells, List<string> Faults) Read(string text, string analyst)
    {
        var (cells, faults) = (new List<Judgement>(), new List<string>());
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 64 << 20 });
            var matrix = XDocument.Load(reader).Root is { } root ? root.Name.LocalName == "MATRIX" ? root : root.Element("MATRIX") : null;
            if (matrix is null)
                return ([], ["there is no MATRIX in the file: is it the XML of an ACHZ file?"]);
            string[] stories = [.. matrix.Elements("HYPOTHESIS").Select(one => MatrixExchange.Folded((string?)one.Element("NAME")))];
            foreach (var item in matrix.Elements("EVIDENCE"))
                ReadItem(item, stories, analyst, cells, faults);
        }
        catch (XmlException fault)
        {
            return ([], [$"it is no XML: {fault.Message}"]);
        }

        return (cells, faults);
    }

    private static void ReadItem(XElement item, string[] stories, string analyst, List<Judgement> cells, List<string> faults)
    {
        var name = MatrixExchange.Folded((string?)item.Element("NAME"));
        var values = ((string?)item.Element("VALUES") ?? "").Split(',');
        if (values.Length != stories.Length)
        {
            faults.Add($"'{name}' has {values.Length} entries for {stories.Length} stories; it was left out");
            return;
        }

        var note = MatrixExchange.Folded((string?)item.Element("NOTES"));
        double? weight = string.Equals(MatrixExchange.Folded((string?)item.Element("CREDIBILITY")), "LOW", StringComparison.OrdinalIgnoreCase) ? 0.5 : null;
        for (var i = 0; i < values.Length; i++)
        {
            var entry = Array.IndexOf(Words, MatrixExchange.Folded(values[i]).Replace("CC", "C C", StringComparison.Ordinal).Replace("II", "I I", StringComparison.Ordinal));
            if (entry < 0)
                faults.Add($"'{values[i]}' of '{name}' is none of {string.Join(", ", Words)}; the entry was left out");
            else
                cells.Add(new Judgement { Id = "", Analyst = analyst, Hypothesis = stories[i], Evidence = name, Entry = (Consistency)entry, Weight = weight, Note = note.Length == 0 ? null : note });
        }
    }

    public static string Write(Case @case, List<Judgement> rows)
    {
        var entries = rows.ToDictionary(row => (row.Evidence, row.Hypothesis), row => row.Entry);
        var matrix = new XElement("MATRIX", @case.Header.Hypotheses.Select(story => new XElement("HYPOTHESIS", new XElement("NAME", Clean(story.Name)), new XElement("NOTES", Clean(story.Story)))));
        foreach (var item in rows.GroupBy(row => row.Evidence))
            matrix.Add(new XElement("EVIDENCE",
                new XElement("NAME", Clean(item.Key)),
                new XElement("NOTES", Clean(item.Select(row => row.Note).FirstOrDefault(note => note is not null) ?? "")),
                new XElement("TYPE", "OSINT"),
                new XElement("CREDIBILITY", item.Min(row => row.Weight ?? 1) < 1 ? "LOW" : "HIGH"),
                new XElement("VALUES", string.Join(',', @case.Header.Hypotheses.Select(story => Words[(int)entries.GetValueOrDefault((item.Key, story.Id))])))));
        var document = new XDocument(new XElement("ACH", new XElement("PROJECT-TITLE", Clean(@case.Header.Title)), new XElement("CLASSIFICATION", "U"), matrix));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            document.Save(writer);
        return text.Append('\n').ToString();
    }

    // characters XML cannot hold
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
