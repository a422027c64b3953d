namespace Manometer.Publishing;

/// <summary>An address of a case as other programs want it.</summary>
internal static class ExchangeAddress
{
    /// <summary>With its scheme, https where it has none; null for <c>none seen</c>.</summary>
    public static string? Of(string url) => url == "none seen" ? null : url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
}
