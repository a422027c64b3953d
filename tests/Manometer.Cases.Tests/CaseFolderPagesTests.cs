using System.Text;
using Manometer.Cases;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>The pages on the case format are made from the schema that checks it.</summary>
public class CaseFolderPagesTests
{
    [Fact]
    public void Each_table_has_a_page_made_of_its_schema()
    {
        foreach (var table in TableSchemas.All.Append(TableSchemas.SeriesPoints).Append(TableSchemas.PanelPoints))
            Document.Matches($"docs/case-folder/{table.Name}.md", Page(table));
    }

    [Fact]
    public void The_words_of_the_taxonomy_stand_on_a_page()
    {
        var taxonomy = TaxonomyFile.Shipped;
        var page = new StringBuilder("""
            # Taxonomy

            The words that come with the program. A case adds words, or replaces one by another of the same id, under `taxonomy:` in its `case.yaml`. This page is made by a
            test from `src/Manometer.Cases/taxonomy.yaml`.

            ## Sectors

            | id | name | meaning |
            | --- | --- | --- |

            """);
        foreach (var term in taxonomy.Sectors)
            page.Append($"| `{term.Id}` | {term.Name} | {term.Meaning} |\n");
        page.Append("\n## Groups\n\n| id | name | meaning |\n| --- | --- | --- |\n");
        foreach (var term in taxonomy.Groups)
            page.Append($"| `{term.Id}` | {term.Name} | {term.Meaning} |\n");
        page.Append($"""

            ## Indicators and their sign

            +1: more of it means more pressure on the target; -1: less of it does; 0: the coder must say by a `step`. A change of {taxonomy.LargePercent} percent or more, or a
            magnitude of `large`, is a step of 2; a smaller one of 1; where only the direction is told, the step is "1 or 2". No change is 0.

            | id | name | sign | but | meaning |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var term in taxonomy.Indicators)
            page.Append($"| `{term.Id}` | {term.Name} | {term.Sign:+0;-0;0} | {string.Join(", ", term.SectorSigns.Select(pair => $"`{pair.Key}` {pair.Value:+0;-0;0}"))} | {term.Meaning} |\n");
        Document.Matches("docs/case-folder/taxonomy.md", page.ToString());
    }

    [Fact]
    public void The_index_names_every_table()
    {
        var index = File.ReadAllText(Repository.Path("docs", "case-folder.md"));

        Assert.All(TableSchemas.All, table => Assert.Contains($"(case-folder/{table.Name}.md)", index, StringComparison.Ordinal));
    }

    private static string Page(TableSchema table)
    {
        var series = table.Name == "series";
        var page = new StringBuilder($"# {(series ? "series/*.csv" : table == TableSchemas.PanelPoints ? "series/*.csv with members: a panel" : table.File)}\n\n{table.Meaning} This page is made by a test from the schema that checks the table.\n\n");
        page.Append("| column | holds | must | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        foreach (var column in table.Columns)
            page.Append($"| `{column.Name}` | {Holds(column)} | {(column.Required ? "yes" : "")} | {column.Meaning} | {(column.Example.Length > 0 ? $"`{column.Example}`" : "")} |\n");
        if (series)
            page.Append("""

                Unit, place and role stand in the series' resource in `datapackage.json`, under `manometer`:

                ```json
                { "name": "series-bread-price-zenda", "path": "series/bread-price-zenda.csv",
                  "manometer": { "title": "Price of bread in Zenda", "unit": "crowns/kg", "place": "zenda", "sector": "food", "indicator": "price", "role": "outcome", "pressure": 1 } }
                ```

                `role` is `outcome` (sanctions may move it), `control` (they should not), `mediator` (between the two) or `context`. `pressure` is 1 when up means more pressure,
                -1 when down does, 0 when neither is declared. `measures`, a list of identifiers of [measures.csv](measures.md), names those whose effect on the series is in question, before
                anything is computed; without it, those that aim at its sector. Then run `./manometer describe CASE`. It also adds
                a stub for each file of `series/` that is not described yet, for you to complete.

                The same thing of several countries, or of several currencies, is one file with a column `member`: a [panel](panel.md).

                """);
        if (table == TableSchemas.PanelPoints)
            page.Append("""

                Synthetic control needs the target beside others that were left alone. A file with a column `member` holds them all; who is who stands in its resource in
                `datapackage.json`, under `manometer`, as for [any series](series.md), with a `panel` beside it:

                ```json
                { "name": "panel-gdp", "path": "series/gdp.csv",
                  "manometer": { "title": "Output", "unit": "index, 2020 = 100", "place": "xr", "sector": "macro-economy", "indicator": "output", "role": "outcome", "pressure": -1,
                    "panel": { "treated": ["XR"], "excluded": { "XS": "under measures itself from 2021" }, "names": { "XR": "Ruritania", "XS": "Syldavia" } } } }
                ```

                | field of `panel` | meaning |
                | --- | --- |
                | `treated` | members the measures aim at; `role`, `place` and `measures` are theirs |
                | `excluded` | members that may not serve for comparison, each with the reason: under measures themselves, at war, linked to the target. They stay in the file, with it |
                | `names` | names for the page, where the identifiers do not serve |

                Every other member is a control. A panel without a treated member, or with fewer than two controls, is warned about. In `query` each member is a series of its own, named
                by file and member (`gdp.XR`), with `panel`, `member`, `treated` and `excluded` beside it; a challenge, and a [rival cause](rivals.md), may name the one or the whole.
                The page draws the treated members only.

                """);
        if (table == TableSchemas.Rivals)
            page.Append("""

                A rival is a fact about the time, entered before any effect is computed: whoever finds an effect looks here for what else fell on the same days. A rival *story* of the
                whole is a hypothesis of `case.yaml`, and an objection to one row is a [challenge](challenges.md). The target's own bans and a change in what is reported belong here too.

                """);
        return page.ToString();
    }

    private static string Holds(ColumnSchema column) => column switch
    {
        { Type: ColumnType.Id } => "identifier",
        { Target: "*" } => "any identifier, or `case`",
        { Type: ColumnType.Reference } => $"id of [{column.Target}]({column.Target}.md)",
        { Type: ColumnType.References } => $"ids of [{column.Target}]({column.Target}.md), `;`",
        { Taxonomy: { } part } => (column.Type == ColumnType.Words ? "words" : "word") + $" of the [{part}](taxonomy.md#{(part == "indicators" ? "indicators-and-their-sign" : part)})" + (column.Type == ColumnType.Words ? ", `;`" : ""),
        { Words: { } words } => string.Join(", ", words.Select(word => $"`{word}`")),
        { Type: ColumnType.List } => "list, `;`",
        { Type: ColumnType.Edtf } => "date (EDTF)",
        { Type: ColumnType.Day } => "day",
        { Type: ColumnType.Integer } => "whole number",
        { Type: ColumnType.Number } => "number",
        { Type: ColumnType.Url } => "address",
        _ => "text",
    };
}
