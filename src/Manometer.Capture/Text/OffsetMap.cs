namespace Manometer.Capture;

/// <summary>Where the characters of a text stand in what it was made from.</summary>
/// <remarks>
/// A list of runs: so many characters of the text come from so many units of the source. Where the units are a whole multiple of the characters, each character has its share; else the run is one
/// piece, such as a character reference. Maps are chained: text to markup to bytes. Cost of a look-up: the logarithm of the number of runs.
/// </remarks>
public sealed class OffsetMap
{
    private readonly Run[] _runs;
    private readonly OffsetMap? _below;

    private OffsetMap(Run[] runs, OffsetMap? below) => (_runs, _below) = (runs, below);

    /// <summary>The stretch of the source that holds a stretch of the text.</summary>
    /// <param name="start">First character, 0 or more.</param>
    /// <param name="end">Behind the last character; at least <paramref name="start"/>.</param>
    /// <returns>First unit of the source and the one behind the last. Characters put in between, such as line breaks between paragraphs, come from nowhere: the stretch shrinks to those that come from somewhere, and is empty when none does.</returns>
    public (int Start, int End) ToSource(int start, int end)
    {
        var first = Find(start);
        var last = Find(end - 1);
        if (last < 0 || _runs[last].At + _runs[last].Length <= start)
            return Below(Nearest(start), Nearest(start));
        if (first < 0 || _runs[first].At + _runs[first].Length <= start)
            first++;
        var from = _runs[first].StartOf(Math.Max(start, _runs[first].At));
        var to = _runs[last].EndOf(Math.Min(end, _runs[last].At + _runs[last].Length));
        return Below(from, Math.Max(from, to));
    }

    private (int Start, int End) Below(int start, int end) => _below is null ? (start, end) : _below.ToSource(start, end);

    private int Nearest(int at) => Find(at) is var run and >= 0 ? _runs[run].Source + _runs[run].SourceLength : 0;

    // the last run that begins at or before a character; -1 when none does
    private int Find(int at)
    {
        int low = 0, high = _runs.Length - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].At <= at)
                (found, low) = (middle, middle + 1);
            else
                high = middle - 1;
        }

        return found;
    }

    private readonly record struct Run(int At, int Length, int Source, int SourceLength)
    {
        private bool IsEven => SourceLength % Length == 0;

        public int StartOf(int at) => IsEven ? Source + (at - At) * (SourceLength / Length) : Source;

        public int EndOf(int end) => IsEven ? Source + (end - At) * (SourceLength / Length) : Source + SourceLength;
    }

    /// <summary>Makes a map, run by run.</summary>
    internal sealed class Builder
    {
        private readonly List<Run> _runs = [];

        /// <summary>Adds a run; one that goes on where the last ended, at the same width, is joined to it.</summary>
        public void Add(int at, int length, int source, int sourceLength)
        {
            if (length == 0)
                return;
            if (_runs.Count > 0 && _runs[^1] is var last && last.At + last.Length == at && last.Source + last.SourceLength == source
                && sourceLength % length == 0 && last.SourceLength % last.Length == 0 && sourceLength / length == last.SourceLength / last.Length)
                _runs[^1] = new Run(last.At, last.Length + length, last.Source, last.SourceLength + sourceLength);
            else
                _runs.Add(new Run(at, length, source, sourceLength));
        }

        /// <summary>The map, on top of the one of the source itself.</summary>
        public OffsetMap Build(OffsetMap? below = null) => new([.. _runs], below);
    }
}
