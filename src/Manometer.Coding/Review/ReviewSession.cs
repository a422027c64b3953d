using Manometer.Model;

namespace Manometer.Coding;

/// <summary>A reviewer's walk through proposals: what comes next, what is decided, and the way back. Knows no terminal and no file.</summary>
public sealed class ReviewSession
{
    private readonly string _who;
    private readonly ReviewWords _words;
    private readonly LinkedList<Pending> _left = [];
    private readonly List<(ReviewDecision Decision, Pending Item)> _done = [];
    private readonly Dictionary<string, (ReviewDecision Decision, Pending? Item)> _earlier = new(StringComparer.Ordinal);

    /// <summary>A session.</summary>
    /// <param name="who">Who decides.</param>
    /// <param name="items">The proposals, in the order they are to be walked.</param>
    /// <param name="decisions">Decisions made before; what <paramref name="who"/> decided is not asked again.</param>
    /// <param name="words">The words the rows may use.</param>
    public ReviewSession(string who, IEnumerable<ReviewItem> items, IEnumerable<ReviewDecision> decisions, ReviewWords words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(words);
        (_who, _words) = (who, words);
        foreach (var own in ReviewDecision.Standing(decisions).Where(one => one.Who == who))
            _earlier[own.Key] = (own, null);
        foreach (var item in items)
            Begin(item);
    }

    /// <summary>The proposal to decide on now; null when none is left.</summary>
    public ReviewItem? Current => _left.First?.Value.Item;

    /// <summary>The row it would be, with the changes made; null when none is left.</summary>
    public ObservationDraft? Draft => _left.First?.Value.Draft;

    /// <summary>Proposals left, the current one counted.</summary>
    public int Left => _left.Count;

    /// <summary>The proposals left, the current one first.</summary>
    public IEnumerable<ReviewItem> Items => _left.Select(pending => pending.Item);

    /// <summary>Is there a decision of this reviewer, of this session or of an earlier one, that could be taken back?</summary>
    public bool CanUndo => _done.Count > 0 || _earlier.Count > 0;

    /// <summary>Decisions made in this session that stand.</summary>
    public IEnumerable<ReviewDecision> Decisions => _done.Select(one => one.Decision);

    /// <summary>Makes a proposal the current one.</summary>
    /// <returns>False when it is not among those left.</returns>
    public bool MoveTo(string key)
    {
        for (var node = _left.First; node is not null; node = node.Next)
            if (node.Value.Item.Key == key)
            {
                _left.Remove(node);
                _left.AddFirst(node);
                return true;
            }

        return false;
    }

    /// <summary>Puts the current proposal behind the others.</summary>
    public void Skip()
    {
        if (_left.First is { } node)
        {
            _left.RemoveFirst();
            _left.AddLast(node);
        }
    }

    /// <summary>Changes a cell of the row the current proposal would be.</summary>
    /// <returns>Why not; null when it was changed.</returns>
    public string? Edit(string column, string value)
    {
        if (_left.First is not { } node)
            return "nothing is left to decide on";
        if (ObservationDraft.FaultOf(column, value, _words) is { } fault)
            return fault;
        node.Value = node.Value with { Draft = node.Value.Draft.With(column, value) };
        return null;
    }

    /// <summary>Takes the changes of the current proposal back: it stands as it was proposed.</summary>
    public void Reset()
    {
        if (_left.First is { } node)
            node.Value = node.Value with { Draft = node.Value.Item.Draft };
    }

    /// <summary>Accepts the current proposal as it now stands.</summary>
    /// <returns>The decision, or why it cannot be accepted.</returns>
    public (ReviewDecision? Decision, string? Fault) Accept(string note = "")
    {
        if (_left.First is not { Value: var pending })
            return (null, "nothing is left to decide on");
        if (pending.Draft.Fault(_words) is { } fault)
            return (null, fault);
        return (Decide(ReviewVerdict.Accept, note), null);
    }

    /// <summary>Rejects the current proposal.</summary>
    /// <returns>The decision; null when none is left.</returns>
    public ReviewDecision? Reject(string note = "") => _left.First is null ? null : Decide(ReviewVerdict.Reject, note);

    /// <summary>Puts two proposals with the same passage in the place of the current one, to be changed and decided on each.</summary>
    /// <returns>The decision; null when none is left.</returns>
    public ReviewDecision? Split(string note = "")
    {
        if (_left.First is not { Value: var pending })
            return null;
        var decision = Decide(ReviewVerdict.Split, note);
        foreach (var part in Parts(pending.Item).Reverse())
            _left.AddFirst(new Pending(part, pending.Draft)); // with the changes made
        return decision;
    }

    /// <summary>Takes the last decision of this session back; its proposal is the current one again, with the changes made.</summary>
    /// <returns>The decision to take back, as an undoing; null when there is none.</returns>
    public ReviewDecision? Undo(string note = "") => _done.Count == 0 ? null : Undo(_done[^1].Decision.Key, note).Decision;

    /// <summary>Takes this reviewer's decision on a proposal back, of this session or of an earlier one; the proposal is the current one again, with the changes made.</summary>
    /// <param name="key">The proposal.</param>
    /// <param name="note">Why.</param>
    /// <returns>The decision to take back, as an undoing; or why there is none: nothing was decided on it, or the parts of a split one were decided on.</returns>
    public (ReviewDecision? Decision, string? Fault) Undo(string key, string note)
    {
        ArgumentNullException.ThrowIfNull(key);
        var at = _done.FindLastIndex(one => one.Decision.Key == key);
        if (at < 0 && !_earlier.ContainsKey(key))
            return (null, $"{_who} has made no decision on '{PrintableText.Line(key, 60)}' that could be taken back");
        var (decision, item) = at >= 0 ? (_done[at].Decision, _done[at].Item) : _earlier[key];
        if (decision.Verdict == ReviewVerdict.Split && _done.Select(one => one.Decision.Key).Concat(_earlier.Keys).FirstOrDefault(one => one.StartsWith(key + ".", StringComparison.Ordinal)) is { } part)
            return (null, $"the parts of '{key}' were decided on: take {part} back first");
        if (at >= 0)
            _done.RemoveAt(at);
        else
            _earlier.Remove(key);
        for (var node = _left.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Item.Key.StartsWith(key + ".", StringComparison.Ordinal))
                _left.Remove(node);
            node = next;
        }

        if (item is not null) // else it is no longer among the proposals
            _left.AddFirst(item);
        return (new ReviewDecision(_who, key, decision.Report, ReviewVerdict.Undo) { Note = note }, null);
    }

    // what was decided before is not asked again; of what was split, the parts are
    private void Begin(ReviewItem item) => Begin(new Pending(item, item.Draft));

    private void Begin(Pending pending)
    {
        if (!_earlier.TryGetValue(pending.Item.Key, out var before))
        {
            _left.AddLast(pending);
            return;
        }

        var changed = pending with { Draft = pending.Draft.With(before.Decision) };
        _earlier[pending.Item.Key] = before with { Item = changed };
        if (before.Decision.Verdict == ReviewVerdict.Split)
            foreach (var part in Parts(pending.Item))
                Begin(new Pending(part, changed.Draft));
    }

    private static ReviewItem[] Parts(ReviewItem item) => [item with { Key = item.Key + ".1" }, item with { Key = item.Key + ".2" }];

    private ReviewDecision Decide(ReviewVerdict verdict, string note)
    {
        var pending = _left.First!.Value;
        _left.RemoveFirst();
        var decision = new ReviewDecision(_who, pending.Item.Key, pending.Item.Report, verdict)
        {
            Span = pending.Item.Span,
            Note = note,
            Changed = verdict == ReviewVerdict.Reject ? [] : [.. ObservationDraft.Columns.Where(column => pending.Draft[column] != pending.Item.Draft[column])],
            Row = verdict == ReviewVerdict.Reject ? [] : [.. pending.Draft.Cells],
        };
        _done.Add((decision, pending));
        return decision;
    }

    private sealed record Pending(ReviewItem Item, ObservationDraft Draft);
}
