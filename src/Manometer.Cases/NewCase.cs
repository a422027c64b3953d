using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What an empty case is about.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code of the target.</param>
/// <param name="Name">Its name.</param>
/// <param name="Period">The months under study, with both ends.</param>
public sealed record NewCase(string Country, string Name, Edtf Period)
{
    /// <summary>A file of the empty case, made of that of the example; null when the case goes without it.</summary>
    internal string? Of(string path, string example) => path switch
    {
        CaseYaml.File => Header,
        "README.md" => Guide(example),
        _ when path.EndsWith(".csv", StringComparison.Ordinal) && !path.StartsWith("series/", StringComparison.Ordinal) => example[..(example.IndexOf('\n', StringComparison.Ordinal) + 1)],
        _ => null,
    };

    private string Header => $$"""
        # What the case is about. Every field is explained in docs/case-folder.md.
        title: {{Plain($"{Name} {Years}")}}
        question: {{Plain($"Are the sanctions on {Name} working?")}}
        target: {country: {{Country}}, name: {{Plain(Name)}}}
        period: {{Period}}   # the months under study
        # as_of: {{Period.LastDay:yyyy-MM-dd}}                # end of the record; the end of the period when it is not told
        # baseline: ...                     # months before the first measure, with reports in them
        # summary: ...
        # hypotheses:                       # rival stories and how far each is believed before any report; they sum to one
        #   - {id: H0, name: No effect, story: The measures changed nothing., prior: 0.4}
        #   - {id: H1, name: Bite, story: The measures bite in the sectors they aim at., prior: 0.4}
        #   - {id: H2, name: Other cause, story: Something else explains what is reported., prior: 0.2}

        """.ReplaceLineEndings("\n");

    // quoted where a mark would mean something
    private static string Plain(string text) => text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '?' or '(' or ')') ? text : $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Years => Period is { FirstDay.Year: var first, LastDay.Year: var last } ? first == last ? $"{first}" : $"{first}-{last}" : Period.ToString();

    // the example's page with another beginning
    private string Guide(string example) =>
        $"""
        # {Name} {Years}

        The tables have their heads and no row yet. `./manometer add` takes reports in, `code` proposes observations from them, `review` puts those you accept into `observations.csv`; measures and places are
        written by hand. Run `./manometer check` on this folder as you go: it names every fault with its file, line and column.


        """.ReplaceLineEndings("\n") + example[example.IndexOf("| file |", StringComparison.Ordinal)..];
}
