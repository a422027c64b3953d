using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The decisions that stand so far: what is one, and what is not.</summary>
internal sealed class StandingLinks
{
    private readonly Dictionary<(LinkKind, string), string> _parents = [];
    private readonly List<Link> _apart = [];
    private readonly Dictionary<(LinkKind, string, string), Link> _pairs = [];

    /// <summary>The identifier of a decision that contradicts this one; null when none does, and then it stands.</summary>
    public string? Against(Link link)
    {
        var pair = string.CompareOrdinal(link.One, link.Other) < 0 ? (link.Kind, link.One, link.Other) : (link.Kind, link.Other, link.One);
        if (_pairs.TryGetValue(pair, out var same) && same.Says != link.Says)
            return same.Id;
        if (link.Says == LinkSays.Same)
        {
            var (one, other) = (Root(link.Kind, link.One), Root(link.Kind, link.Other));
            foreach (var apart in _apart)
                if (apart.Kind == link.Kind && (Root(apart.Kind, apart.One), Root(apart.Kind, apart.Other)) is var (left, right) && ((left == one && right == other) || (left == other && right == one)))
                    return apart.Id;
            _parents[(link.Kind, one)] = other;
        }
        else if (link.Says == LinkSays.Different)
        {
            if (Root(link.Kind, link.One) == Root(link.Kind, link.Other))
                return _pairs.Values.First(earlier => earlier.Kind == link.Kind && earlier.Says == LinkSays.Same && Root(link.Kind, earlier.One) == Root(link.Kind, link.One)).Id;
            _apart.Add(link);
        }

        _pairs.TryAdd(pair, link);
        return null;
    }

    private string Root(LinkKind kind, string id)
    {
        while (_parents.TryGetValue((kind, id), out var parent) && parent != id)
            id = parent;
        return id;
    }
}
