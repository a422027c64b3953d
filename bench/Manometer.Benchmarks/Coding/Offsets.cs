namespace Manometer.Benchmarks.Coding;

/// <summary>Offsets in characters turned into offsets in UTF-16 units.</summary>
internal static class Offsets
{
    public static Func<int, int> ToUtf16(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return offset => offset;
        var units = new List<int>();
        for (var i = 0; i < text.Length; i++)
            if (!char.IsLowSurrogate(text[i]))
                units.Add(i);
        units.Add(text.Length);
        return offset => units[Math.Min(offset, units.Count - 1)];
    }
}
