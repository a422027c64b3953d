using System.Globalization;

namespace Manometer.Coding;

/// <summary>A weight that was learned: a row of <c>model.csv</c>, which has a hundred thousand and is read at each start.</summary>
/// <param name="Decision">The decision, one of <see cref="ClaimModel"/>.</param>
/// <param name="Class">The class it speaks for.</param>
/// <param name="Feature">As a <see cref="FeatureBag"/> writes it.</param>
/// <param name="Weight">Log-odds, about -3..3.</param>
internal readonly record struct ModelRow(string Decision, string Class, ReadOnlyMemory<char> Feature, double Weight)
{
    /// <summary>The rows of a file: no cell of it is quoted.</summary>
    public static IEnumerable<ModelRow> Read(TextReader reader)
    {
        string decision = "", name = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || line == "decision,class,feature,weight")
                continue;
            var first = line.IndexOf(',');
            var second = first + 1 + line.AsSpan(first + 1).IndexOf(',');
            var last = line.LastIndexOf(',');
            if (first < 0 || second <= first || last <= second)
                throw new InvalidOperationException("four cells are wanted: " + line);
            // rows of one class stand together
            if (!line.AsSpan(0, first).SequenceEqual(decision))
                decision = line[..first];
            if (!line.AsSpan(first + 1, second - first - 1).SequenceEqual(name))
                name = line[(first + 1)..second];
            yield return new ModelRow(decision, name, line.AsMemory(second + 1, last - second - 1), double.Parse(line.AsSpan(last + 1), CultureInfo.InvariantCulture));
        }
    }
}
