using System.Globalization;

namespace Manometer.Capture;

/// <summary>What a site asks programs to leave alone: robots.txt (RFC 9309).</summary>
/// <remarks>The rules of the group that names the program, else of the group for all. The longest rule that fits decides; of two as long, the one that allows. <c>*</c> stands for any characters, <c>$</c> at the end for the end.</remarks>
internal sealed class RobotsRules
{
    /// <summary>Bytes that are read: 500 kB, as the RFC wants at least.</summary>
    public const int Largest = 500 << 10;

    private const int MostRules = 2_000;
    private const int LongestRule = 1_024;

    private readonly List<(bool Allow, string Path)> _rules = [];

    /// <summary>Everything may be asked for.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Nothing may.</summary>
    public static RobotsRules All { get; } = new() { _rules = { (false, "/") } };

    /// <summary>Time the site wants between two requests; null when it states none.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads the rules for a program.</summary>
    public static RobotsRules Parse(string text, string agent)
    {
        var (named, everybody) = (new RobotsRules(), new RobotsRules());
        var (isNamed, isEverybody, inAgents, anyNamed) = (false, false, false, false);
        foreach (var range in text.AsSpan().SplitAny('\r', '\n'))
        {
            var line = text.AsSpan(range);
            var comment = line.IndexOf('#');
            if (comment >= 0)
                line = line[..comment];
            var colon = line.IndexOf(':');
            if (colon <= 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            var field = line[..colon].Trim();
            if (field.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inAgents)
                    (isNamed, isEverybody) = (false, false);
                inAgents = true;
                isEverybody |= value.SequenceEqual("*");
                isNamed |= value.Equals(agent, StringComparison.OrdinalIgnoreCase);
                anyNamed |= isNamed;
                continue;
            }

            inAgents = false;
            foreach (var rules in (RobotsRules?[])[isNamed ? named : null, isEverybody ? everybody : null])
                rules?.Take(field, value);
        }

        return anyNamed ? named : everybody;
    }

    /// <summary>May an address of the site be asked for?</summary>
    /// <param name="pathAndQuery">Its path and query, such as <c>/a?b</c>.</param>
    public bool Allows(string pathAndQuery)
    {
        var (length, allow) = (-1, true);
        foreach (var (allows, path) in _rules)
            if (path.Length >= length && Fits(path, pathAndQuery) && (path.Length > length || allows))
                (length, allow) = (path.Length, allows);
        return allow;
    }

    private void Take(ReadOnlySpan<char> field, ReadOnlySpan<char> value)
    {
        var allow = field.Equals("allow", StringComparison.OrdinalIgnoreCase);
        if (allow || field.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            if (value.Length is > 0 and <= LongestRule && _rules.Count < MostRules)
                _rules.Add((allow, value.ToString()));
        }
        else if (field.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6)
        {
            Delay = TimeSpan.FromSeconds(seconds);
        }
    }

    // piece by piece from the left: the first place of each piece is the best
    private static bool Fits(string rule, ReadOnlySpan<char> path)
    {
        var whole = rule.EndsWith('$');
        var pieces = (whole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        path = path[pieces[0].Length..];
        for (var i = 1; i < pieces.Length; i++)
        {
            if (whole && i == pieces.Length - 1)
                return path.EndsWith(pieces[i], StringComparison.Ordinal);
            var at = path.IndexOf(pieces[i], StringComparison.Ordinal);
            if (at < 0)
                return false;
            path = path[(at + pieces[i].Length)..];
        }

        return !whole || path.IsEmpty;
    }
}
