using CsCheck;
using Manometer.Model;

namespace Manometer.Cases.Tests;

public class MatrixExchangeTests
{
    private const string Achz = """
        <ACH><PROJECT-TITLE>A test</PROJECT-TITLE><MATRIX>
          <HYPOTHESIS><NAME>No effect</NAME></HYPOTHESIS><HYPOTHESIS><NAME>H1</NAME></HYPOTHESIS><HYPOTHESIS><NAME>Weather</NAME></HYPOTHESIS>
          <EVIDENCE><NAME>flat
            prices</NAME><NOTES>three towns</NOTES><VALUES>C C,I I,N</VALUES><CREDIBILITY>LOW</CREDIBILITY></EVIDENCE>
          <EVIDENCE><NAME>short</NAME><VALUES>C</VALUES></EVIDENCE>
          <EVIDENCE><NAME>odd</NAME><VALUES>NA,X,I</VALUES></EVIDENCE>
        </MATRIX></ACH>
        """;

    private static readonly Case Empty = CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", SmallCase.Header + """
        hypotheses:
          - {id: H0, name: No effect, story: Nothing changed., prior: 0.5}
          - {id: H1, name: Bite, story: "The measures <bite> & hurt.", prior: 0.5}

        """), "case").Case!;

    [Fact]
    public void An_achz_matrix_is_taken_over_and_what_cannot_be_is_told()
    {
        var import = MatrixExchange.Read(Achz, MatrixFormat.Achz, Empty, "jd");

        Assert.Equal([("H0", "flat prices", Consistency.VeryConsistent), ("H1", "flat prices", Consistency.VeryInconsistent), ("H0", "odd", Consistency.NotApplicable)], import.Rows.Select(row => (row.Hypothesis, row.Evidence, row.Entry)));
        Assert.Equal(["x-001", "x-002", "x-003"], import.Rows.Select(row => row.Id));
        Assert.Equal((0.5, "three towns"), (import.Rows[0].Weight, import.Rows[0].Note));
        Assert.Equal(
        [
            "'short' has 1 entries for 3 stories; it was left out",
            "'X' of 'odd' is none of NA, I I, I, N, C, C C; the entry was left out",
            "no story of case.yaml has the id or name 'Weather'; its row was left out",
        ], import.Faults);
    }

    [Fact]
    public void A_second_import_of_the_same_matrix_adds_nothing()
    {
        var first = MatrixExchange.Read(Achz, MatrixFormat.Achz, Empty, "jd");
        var second = MatrixExchange.Read(Achz, MatrixFormat.Achz, Empty with { Matrix = first.Rows }, "jd");

        Assert.Empty(second.Rows);
        Assert.Contains("jd has judged 'flat prices' against H0 already; the second entry was left out", second.Faults);
    }

    [Theory]
    [InlineData(MatrixFormat.Achz)]
    [InlineData(MatrixFormat.OpenSynthesis)]
    public void What_is_written_is_read_again(MatrixFormat format) => Cells.Sample(cells =>
    {
        var @case = Empty with { Matrix = cells };
        foreach (var analyst in cells.Select(cell => cell.Analyst).Distinct())
        {
            var import = MatrixExchange.Read(MatrixExchange.Write(@case, format, analyst), format, Empty, analyst);
            Assert.Empty(import.Faults);
            var expected = cells.Where(cell => cell.Analyst == analyst).ToDictionary(cell => (cell.Hypothesis, cell.Evidence), cell => cell.Entry);
            foreach (var row in import.Rows)
                Assert.Equal(expected.GetValueOrDefault((row.Hypothesis, row.Evidence)), row.Entry);
            Assert.All(expected.Keys, key => Assert.Contains(import.Rows, row => (row.Hypothesis, row.Evidence) == key));
        }
    }, iter: 100);

    [Fact]
    public void An_open_synthesis_dump_keeps_its_analysts_and_drops_what_was_removed()
    {
        var import = MatrixExchange.Read("""
            [
              {"model": "auth.user", "pk": 7, "fields": {"username": "ann"}},
              {"model": "openach.hypothesis", "pk": 1, "fields": {"hypothesis_text": "bite", "removed": false}},
              {"model": "openach.evidence", "pk": 1, "fields": {"evidence_desc": "flat prices"}},
              {"model": "openach.evidence", "pk": 2, "fields": {"evidence_desc": "gone", "removed": true}},
              {"model": "openach.evaluation", "pk": 1, "fields": {"hypothesis": 1, "evidence": 1, "user": 7, "value": 2}},
              {"model": "openach.evaluation", "pk": 2, "fields": {"hypothesis": 1, "evidence": 1, "user": 8, "value": 5}},
              {"model": "openach.evaluation", "pk": 3, "fields": {"hypothesis": 1, "evidence": 2, "user": 7, "value": 2}},
              {"model": "openach.evaluation", "pk": 4, "fields": {"hypothesis": 1, "evidence": 1, "user": 7, "value": 9}}
            ]
            """, MatrixFormat.OpenSynthesis, Empty, "other");

        Assert.Equal([("ann", "H1", Consistency.Inconsistent), ("other-8", "H1", Consistency.VeryConsistent)], import.Rows.Select(row => (row.Analyst, row.Hypothesis, row.Entry)));
        Assert.Equal(2, import.Faults.Count);
    }

    [Fact]
    public void No_text_makes_the_reading_throw()
    {
        foreach (var format in Enum.GetValues<MatrixFormat>())
        {
            Gen.String.Sample(text => MatrixExchange.Read(text, format, Empty, "jd"), iter: 500);
            var whole = format == MatrixFormat.Achz ? Achz : MatrixExchange.Write(Empty with { Matrix = MatrixExchange.Read(Achz, MatrixFormat.Achz, Empty, "jd").Rows }, format, null);
            // cut, doubled and changed at every kind of place
            Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, whole.Length - 1], Gen.Char).Sample((from, to, letter) => MatrixExchange.Read(whole[..from] + letter + whole[to..], format, Empty, "jd"), iter: 500);
        }

        Assert.Contains("it is no XML", Assert.Single(MatrixExchange.Read("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><ACH>&b;</ACH>", MatrixFormat.Achz, Empty, "jd").Faults));
        Assert.Contains("it is no JSON", Assert.Single(MatrixExchange.Read("[{\"a\": 1, \"a\": 2}]", MatrixFormat.OpenSynthesis, Empty, "jd").Faults));
        Assert.Equal("it is no list of rows: is it a dump of an Open Synthesis database?", Assert.Single(MatrixExchange.Read("{\"a\": 1}", MatrixFormat.OpenSynthesis, Empty, "jd").Faults));
    }

    [Fact]
    public void An_unknown_story_in_the_table_is_told_with_the_one_that_is_near()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", SmallCase.Header + "hypotheses:\n  - {id: H1, name: Bite, story: It bites., prior: 1}\n").Add("matrix.csv", "id,analyst,hypothesis,evidence,entry\nx-1,jd,h1,flat prices,against\n");
        var faults = CaseReader.Read(files, "case").Diagnostics;

        Assert.Equal(["MAN0309", "MAN0302"], faults.Select(fault => fault.Code));
        Assert.Equal("the id of a story of case.yaml; did you mean 'H1'?", faults[0].Expected);
    }

    private static readonly Gen<Judgement[]> Cells = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 5]).Array[1, 12].Select(cells => cells
        .DistinctBy(cell => (cell.Item1, cell.Item2, cell.Item3))
        .Select((cell, i) => new Judgement { Id = $"x-{i}", Analyst = $"a{cell.Item1}", Hypothesis = $"H{cell.Item2}", Evidence = $"<item> & {cell.Item3}", Entry = (Consistency)cell.Item4 }).ToArray());
}
