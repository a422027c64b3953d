namespace Manometer.Cases;

/// <summary>Finds the source of a document by the host of its address or its name, and adds one where there is none.</summary>
internal static class SourceRows
{
    /// <summary>The source of those that name none.</summary>
    public const string Unknown = "unknown";

    private const int ShortestName = 5; // letters by which a source is known in the head of a text

    /// <summary>The identifier of the source; its row is added when it was not there, with reliability F: it cannot be judged until somebody judges it.</summary>
    public static string Of(IncomingReport report, TableEdit sources)
    {
        var host = report.Address is null ? "" : HostOf(report.Address);
        for (var row = 0; row < sources.Count; row++)
            if ((host.Length > 0 && HostOf(sources.Value(row, "url")) == host) || (report.Outlet is not null && sources.Value(row, "name").Equals(report.Outlet, StringComparison.OrdinalIgnoreCase)))
                return sources.Value(row, "id");
        if (host.Length == 0 && report.Outlet is null && NamedIn(report.Head, sources) is { } named)
            return named;
        var name = report.Outlet ?? (host.Length > 0 ? host : null);
        if (name is null && sources.Find("id", Unknown) >= 0)
            return Unknown;
        var id = NewId(Slug(name ?? Unknown), sources);
        sources.Append(new Dictionary<string, string?>
        {
            ["id"] = id,
            ["name"] = name ?? "Unknown source",
            ["kind"] = name is null ? "other" : "outlet",
            ["reliability"] = "F",
            ["language"] = report.Language,
            ["url"] = host.Length > 0 ? host : "none seen",
            ["note"] = "added with its first capture; grade it",
        });
        return id;
    }

    // the one source whose name stands in the head, as a whole; of two that do, neither
    private static string? NamedIn(string head, TableEdit sources)
    {
        string? found = null;
        for (var row = 0; row < sources.Count; row++)
        {
            var (id, name) = (sources.Value(row, "id"), sources.Value(row, "name").Trim());
            if (name.Length < ShortestName || id == Unknown || head.IndexOf(name, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)
                || at > 0 && char.IsLetterOrDigit(head[at - 1]) || at + name.Length < head.Length && char.IsLetterOrDigit(head[at + name.Length]))
                continue;
            if (found is not null)
                return null;
            found = id;
        }

        return found;
    }

    private static string HostOf(string address)
    {
        var bare = ReportIntake.Bare(address);
        return bare.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? bare[..slash] : bare;
    }

    private static string NewId(string wanted, TableEdit sources)
    {
        var id = wanted;
        for (var number = 2; sources.Find("id", id) >= 0; number++)
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return id;
    }

    private static string Slug(string name)
    {
        var slug = DataPackageText.Slug(name);
        while (slug.Contains("--", StringComparison.Ordinal))
            slug = slug.Replace("--", "-", StringComparison.Ordinal);
        return slug.Length > 40 ? slug[..40].Trim('-', '.') : slug == "case" || !char.IsAsciiLetterOrDigit(slug[0]) ? "source" : slug;
    }
}
