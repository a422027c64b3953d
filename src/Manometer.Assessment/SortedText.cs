namespace Manometer.Assessment;

/// <summary>Smallest and largest text by ordinal order.</summary>
internal static class SortedText
{
    public static string? Min(this IEnumerable<string> texts, StringComparer comparer) => texts.Min<string>(comparer);

    public static string? Max(this IEnumerable<string> texts, StringComparer comparer) => texts.Max<string>(comparer);

    public static string? Min<T>(this IEnumerable<T> items, Func<T, string> text, StringComparer comparer) => items.Select(text).Min<string>(comparer);

    public static string? Max<T>(this IEnumerable<T> items, Func<T, string> text, StringComparer comparer) => items.Select(text).Max<string>(comparer);
}
