namespace Manometer.Cases;

/// <summary>Finds the source of a document by the host of its address or its name, and adds one where there is none.</summary>
internal static class SourceRows
{
    private const string Unknown = "unknown";

    /// <summary>The identifier of the source; its row is added when it was not there, with reliability F: it cannot be judged until somebody judges it.</summary>
    public static string Of(IncomingReport report, TableEdit sources)
    {
        var host = report.Address is null ? "" : HostOf(report.Address);
        for (var row = 0; row < sources.Count; row++)
            if ((host.Length > 0 && HostOf(sources.Value(row, "url")) == host) || (report.Outlet is not null && sources.Value(row, "name").Equals(report.Outlet, StringComparison.OrdinalIgnoreCase)))
                return sources.Value(row, "id");
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
