using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What is known while a case is read: its files, faults, words and the identifiers met so far.</summary>
internal sealed class ReadingContext(ICaseFiles files, string caseName, string? again = null)
{
    private const long LargestFile = 256L << 20;
    private const long LargestYaml = 4L << 20;

    // words compared before suggestions stop: half a second's worth, whatever the case holds
    private int _comparisons = 2_000_000;

    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, int), (string?, string?)> _orders = [];
    private readonly Dictionary<string, HashSet<string>> _ids = new(StringComparer.Ordinal);

    public string CaseName { get; } = caseName;

    public ICaseFiles Files { get; } = files;

    public FaultList Faults { get; } = new(caseName, again);

    public StringPool Pool { get; } = new();

    public List<CaseFile> Read { get; } = [];

    public List<ExtraColumn> Extras { get; } = [];

    /// <summary>Files that are there and could not be read: what refers to them is not called faulty.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    public TaxonomyWords Words { get; set; } = TaxonomyWords.Shipped;

    /// <summary>The negative controls of the header, which are checked once the tables are read; null: none are declared.</summary>
    public ControlsYaml? Controls { get; set; }

    /// <summary>Outlines of the target's first-level units.</summary>
    public IReadOnlyList<Province> Provinces { get; set; } = [];

    /// <summary>Country code of the target.</summary>
    public string Target { get; set; } = "";

    /// <summary>Coordinates of the places met so far that have any and are no whole province or country.</summary>
    public Dictionary<string, GeoPoint> Points { get; } = new(StringComparer.Ordinal);

    /// <summary>The word that was probably meant: by its sense, else by its spelling; null when none is near.</summary>
    /// <param name="wrong">What stands there.</param>
    /// <param name="words">The words there are.</param>
    /// <param name="vocabularies">Where to look for words of the same sense; see <see cref="Synonyms"/>.</param>
    public string? Meant(ReadOnlySpan<char> wrong, IReadOnlyCollection<string> words, params ReadOnlySpan<string> vocabularies)
    {
        foreach (var vocabulary in vocabularies)
            if (Synonyms.Of(vocabulary, wrong) is { } same && words.Contains(same))
                return same;
        return MayCompare(words.Count) ? Nearest.To(wrong, words) : null;
    }

    /// <summary>Tables whose header has errors: that the data package describes other columns is not told too.</summary>
    public HashSet<string> WrongHeaders { get; } = new(StringComparer.Ordinal);

    /// <summary>Reports with a chain of origin, and where it stands.</summary>
    public List<(Report Report, CellMark At)> Chains { get; } = [];

    /// <summary>When each report was published, of those whose date could be read, even where another cell of the row could not.</summary>
    public Dictionary<string, Edtf> Published { get; } = new(StringComparer.Ordinal);

    /// <summary>Which way round a column's dates are written: found once, then remembered.</summary>
    public (string? DayFirst, string? MonthFirst) OrderOfDates((string Table, string File, int Column) column, Func<(string? DayFirst, string? MonthFirst)> find)
    {
        if (!_orders.TryGetValue(column, out var order))
            _orders.Add(column, order = find());
        return order;
    }

    /// <summary>Identifiers of a table met so far.</summary>
    public HashSet<string> IdsOf(string table)
    {
        if (!_ids.TryGetValue(table, out var ids))
            _ids.Add(table, ids = new HashSet<string>(StringComparer.Ordinal));
        return ids;
    }

    /// <summary>All identifiers of all tables.</summary>
    public IEnumerable<HashSet<string>> AllIds => _ids.Values;

    /// <summary>The text of a file, with its faults of encoding reported and its hash noted; null when it is absent or cannot be read.</summary>
    public SourceText? Open(string path)
    {
        try
        {
            if (Files.Size(path) is not { } size)
                return null;
            var largest = path.EndsWith(".yaml", StringComparison.Ordinal) ? LargestYaml : LargestFile;
            if (size > largest)
            {
                Unread.Add(path);
                Faults.Add(Rules.TooLarge, path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at most {largest >> 20} MB"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{size >> 20} MB"), "keep bulk data as Parquet beside the table: docs/case-folder.md");
                return null;
            }

            var bytes = Files.Read(path);
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes.Length > 3 && ((bytes[1] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[2] == 0))))
            {
                // one fault, not one for each letter
                Unread.Add(path);
                Faults.Add(Rules.NotUtf8, path, "UTF-8", "UTF-16, which spreadsheets call Unicode text", "save the file as \"CSV UTF-8\", separated by commas");
                return null;
            }

            var text = SourceText.Decode(path, bytes);
            Read.Add(new CaseFile { Path = path, Bytes = bytes.LongLength, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) });
            if (text.HasByteOrderMark)
                Faults.Add(Rules.ByteOrderMark, text, 0, 1, "plain UTF-8", "UTF-8 with a byte order mark", Faults.WriteAnew(path));
            if (text.FirstBadByte >= 0)
                Faults.Add(Rules.NotUtf8, text, text.FirstBadByte, 1, "UTF-8", "other bytes, shown as \uFFFD", "save the file as UTF-8");
            var nul = text.Text.IndexOf('\0', StringComparison.Ordinal);
            if (nul >= 0)
                Faults.Add(Rules.NulByte, text, nul, 1, "text", "a NUL byte", "restore the file from a copy");
            return text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            Unread.Add(path);
            Faults.Add(Rules.Unreadable, path, "a file that can be read", fault.Message, "mend its permissions or restore it");
            return null;
        }
    }

    /// <summary>May a wrong word be compared with so many others? A case full of wrong words is not: finding the nearest of each would take minutes.</summary>
    public bool MayCompare(int words) => (_comparisons -= Math.Min(words, _comparisons)) > 0;

    /// <summary>The header of a table as it was read; empty when it was not.</summary>
    public IReadOnlyList<string> HeaderOf(string path) => _headers.TryGetValue(path, out var header) ? header : [];

    /// <summary>Notes the header of a table.</summary>
    public void NoteHeader(string path, IReadOnlyList<string> header) => _headers[path] = header;

    /// <summary>Notes how many rows of data a file had.</summary>
    public void NoteRows(string path, int rows)
    {
        var index = Read.FindIndex(file => file.Path == path);
        if (index >= 0)
            Read[index] = Read[index] with { Rows = rows };
    }
}
