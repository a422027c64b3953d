using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Puts decisions on what is one into <c>links.csv</c>, and withdraws them; each with its record in the custody log.</summary>
public static class LinkLedger
{
    /// <summary>What kind of decision two identifiers of a case can be joined by: an event for observations, an origin for reports; null when they are neither both the one nor both the other.</summary>
    public static LinkKind? KindOf(Case @case, string one, string other)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Observations.Any(row => row.Id == one) && @case.Observations.Any(row => row.Id == other) ? LinkKind.Event
            : @case.Reports.Any(row => row.Id == one) && @case.Reports.Any(row => row.Id == other) ? LinkKind.Origin
            : null;
    }

    /// <summary>The decision that stands against this one; null for none.</summary>
    public static Link? Against(Case @case, Link link)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(link);
        var standing = new StandingLinks();
        foreach (var earlier in @case.Links.Where(earlier => earlier.Withdrawn is null))
            _ = standing.Against(earlier);
        return standing.Against(link) is { } id ? @case.Links.First(earlier => earlier.Id == id) : null;
    }

    /// <summary>An identifier no row of the case has.</summary>
    public static string NewId(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var taken = @case.Links.Select(link => link.Id).ToHashSet(StringComparer.Ordinal);
        for (var number = taken.Count + 1; ; number++)
            if (string.Create(CultureInfo.InvariantCulture, $"l-{number:00}") is var id && !taken.Contains(id))
                return id;
    }

    /// <summary>Adds a decision.</summary>
    /// <param name="log">The custody log, held open.</param>
    /// <param name="folder">The case.</param>
    /// <param name="link">The decision.</param>
    /// <returns>Faults of the table, with which nothing was written; none otherwise.</returns>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public static IReadOnlyList<Diagnostic> Add(CustodyLog log, string folder, Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var act = link.Says switch { LinkSays.Same => CustodyAct.Merge, LinkSays.Different => CustodyAct.Split, _ => CustodyAct.Decision };
        return Change(log, folder, new CustodyEntry(act, link.By, $"{link.Id}: {link.One} and {link.Other} {Word.Of(link.Says)}"), table => table.Append(new Dictionary<string, string?>
        {
            ["id"] = link.Id,
            ["kind"] = Word.Of(link.Kind),
            ["one"] = link.One,
            ["other"] = link.Other,
            ["says"] = Word.Of(link.Says),
            ["by"] = link.By,
            ["on"] = link.On?.ToString(),
            ["reason"] = link.Reason,
        }));
    }

    /// <summary>Withdraws a decision: the row stays, with the day, and counts no more.</summary>
    /// <inheritdoc cref="Add"/>
    /// <param name="log">The custody log, held open.</param>
    /// <param name="folder">The case.</param>
    /// <param name="link">The decision.</param>
    /// <param name="who">Who withdraws it.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<Diagnostic> Withdraw(CustodyLog log, string folder, Link link, string who, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(link);
        var act = link.Says == LinkSays.Same ? CustodyAct.Split : link.Says == LinkSays.Different ? CustodyAct.Merge : CustodyAct.Decision;
        return Change(log, folder, new CustodyEntry(act, who, $"{link.Id} withdrawn"), table => table.Set(table.Find("id", link.Id), "withdrawn", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<Diagnostic> Change(CustodyLog log, string folder, CustodyEntry entry, Action<TableEdit> change)
    {
        ArgumentNullException.ThrowIfNull(log);
        var faults = new FaultList(folder);
        var table = TableEdit.Open(folder, TableSchemas.Links, faults);
        if (table is null)
            return faults.InOrder();
        _ = log.Record(new CustodyEntry(CustodyAct.Edit, entry.Who, "the tables as they were found before a decision"));
        change(table);
        table.Save(folder);
        _ = log.Record(entry);
        return [];
    }
}
