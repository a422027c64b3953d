using System.Globalization;
using System.Security.Cryptography;

namespace Manometer.Cases;

/// <summary>What the log knows of the files of the case, at any point of it.</summary>
internal static class CustodyHistory
{
    /// <summary>The files the case had after a number of records, each with its hash.</summary>
    public static SortedDictionary<string, string> StateAfter(IReadOnlyList<CustodyRecord> records, int count)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            foreach (var item in records[i].Inputs)
                if (item.Role == CustodyItem.Removed)
                    state.Remove(item.Name);
            foreach (var item in records[i].Outputs)
                if (item.Role == CustodyItem.Table)
                    state[item.Name] = item.Sha256;
        }

        return state;
    }

    /// <summary>How many records were written by the end of a day, UTC. After a clock was set back, a record counts as no older than those before it.</summary>
    public static int CountBy(IReadOnlyList<CustodyRecord> records, DateOnly day)
    {
        for (var i = 0; i < records.Count; i++)
            if (DateOnly.FromDateTime(records[i].At.UtcDateTime) > day)
                return i;
        return records.Count;
    }

    /// <summary>The content of a file after a number of records, rebuilt from the stored details.</summary>
    /// <param name="details">Gives the bytes of a stored detail by its commitment; null when it is not there.</param>
    /// <param name="records">The log.</param>
    /// <param name="count">Records to go by.</param>
    /// <param name="name">The file; one that <see cref="StateAfter"/> names.</param>
    /// <param name="why">Why it cannot be rebuilt.</param>
    public static byte[]? Rebuild(Func<string, byte[]?> details, IReadOnlyList<CustodyRecord> records, int count, string name, out string? why)
    {
        why = null;
        var steps = new Stack<CustodyDetail>();
        string? hash = null;
        for (var i = count - 1; i >= 0; i--)
        {
            if (LastOf(records[i].Outputs, name, CustodyItem.Table) is not { } item)
            {
                if (LastOf(records[i].Inputs, name, CustodyItem.Removed) is not null)
                    break;
                continue;
            }

            hash ??= item.Sha256;
            if (item.Detail is null)
            {
                why = string.Create(CultureInfo.InvariantCulture, $"record {i + 1} holds its hash only");
                return null;
            }

            if (details(item.Detail) is not { } stored || Convert.ToHexStringLower(SHA256.HashData(stored)) != item.Detail || CustodyDetail.Open(stored) is not { } detail)
            {
                why = string.Create(CultureInfo.InvariantCulture, $"the detail of record {i + 1}, {CustodyDetail.PathOf(item.Detail)}, was redacted or is missing");
                return null;
            }

            steps.Push(detail);
            if (detail.IsWhole)
                break;
        }

        byte[]? content = null;
        while (steps.TryPop(out var step))
            if ((content = step.Apply(content)) is null)
                break;
        if (content is not null && hash == Convert.ToHexStringLower(SHA256.HashData(content)))
            return content;
        why = "its details do not lead to the content whose hash is on record";
        return null;
    }

    private static CustodyItem? LastOf(IReadOnlyList<CustodyItem> items, string name, string role)
    {
        for (var i = items.Count - 1; i >= 0; i--)
            if (items[i].Name == name && items[i].Role == role)
                return items[i];
        return null;
    }
}
