using System.Globalization;

namespace Manometer.Statistics;

/// <summary>Labels that sources gave to items, in order of the items. A source may label an item several times, or not at all.</summary>
public sealed class LabelSet
{
    private LabelSet(int items, int sources, int classes, Label[] labels, int[] starts)
    {
        (Items, Sources, Classes, Labels, Starts) = (items, sources, classes, labels, starts);
    }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>Number of sources.</summary>
    public int Sources { get; }

    /// <summary>Number of classes, 2 or more.</summary>
    public int Classes { get; }

    /// <summary>Number of labels.</summary>
    public int Count => Labels.Length;

    /// <summary>The labels, by item; within an item in the order they were given.</summary>
    internal Label[] Labels { get; }

    /// <summary>Where the labels of each item begin, and behind the last the number of labels.</summary>
    internal int[] Starts { get; }

    /// <summary>Puts labels in order.</summary>
    /// <param name="labels">The labels, in any order. An item or source without one is allowed below the greatest number.</param>
    /// <param name="classes">Number of classes; null: as many as there are, at least 2.</param>
    /// <exception cref="ArgumentException">There is no label, a number is below 0, a class is not among the classes, or a weight is not a number above 0.</exception>
    public static LabelSet Of(IReadOnlyList<Label> labels, int? classes = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0)
            throw new ArgumentException("no labels: there is nothing to learn from", nameof(labels));
        int items = 0, sources = 0, greatest = 0;
        foreach (var label in labels)
        {
            if (label.Item < 0 || label.Source < 0 || label.Class < 0 || !(label.Weight > 0) || !double.IsFinite(label.Weight))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a label must have numbers from 0 and a weight above 0; this is item {label.Item}, source {label.Source}, class {label.Class}, weight {label.Weight}"), nameof(labels));
            (items, sources, greatest) = (Math.Max(items, label.Item + 1), Math.Max(sources, label.Source + 1), Math.Max(greatest, label.Class + 1));
        }

        var count = Math.Max(2, classes ?? greatest);
        if (greatest > count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"class {greatest - 1} is not one of {count} classes, counted from 0"), nameof(labels));

        var starts = new int[items + 1];
        foreach (var label in labels)
            starts[label.Item + 1]++;
        for (var item = 0; item < items; item++)
            starts[item + 1] += starts[item];
        var next = starts.AsSpan(0, items).ToArray();
        var ordered = new Label[labels.Count];
        foreach (var label in labels)
            ordered[next[label.Item]++] = label;
        return new LabelSet(items, sources, count, ordered, starts);
    }

    /// <summary>Share of each item's votes for each class, by weight; an item without a label has equal shares.</summary>
    internal double[] VoteShares()
    {
        var shares = new double[Items * Classes];
        for (var item = 0; item < Items; item++)
        {
            var own = shares.AsSpan(item * Classes, Classes);
            var total = 0.0;
            foreach (var label in Labels.AsSpan(Starts[item], Starts[item + 1] - Starts[item]))
            {
                own[label.Class] += label.Weight;
                total += label.Weight;
            }

            for (var c = 0; c < Classes; c++)
                own[c] = total > 0 ? own[c] / total : 1.0 / Classes;
        }

        return shares;
    }
}
