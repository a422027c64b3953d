namespace Manometer.Model.Tests;

public class DiagnosticTests
{
    private static readonly Diagnostic NoSuchDay = new()
    {
        Code = "MAN0303", Severity = Severity.Error, Title = "not a date", Where = new SourceSpan("observations.csv", 12, 7, 10), Excerpt = "o-412,2017-02-31,trade", Expected = "a date in EDTF", Found = "2017-02-31", Next = "correct the cell",
    };

    [Fact]
    public void The_caret_stands_under_the_cell() => Assert.Equal("""
        observations.csv:12:7: error MAN0303: not a date
        12 | o-412,2017-02-31,trade
           |       ^^^^^^^^^^
        expected: a date in EDTF
        found:    2017-02-31
        next:     correct the cell

        """, NoSuchDay.ToString());

    [Fact]
    public void The_caret_is_moved_by_what_was_cut_from_the_front() =>
        Assert.Contains("\n   | ^^^\n", (NoSuchDay with { Excerpt = "end of a long line", ExcerptOffset = 100, Where = new SourceSpan("f", 12, 101, 3) }).ToString(), StringComparison.Ordinal);

    [Theory] // in a terminal Hangul takes two columns a letter
    [InlineData("개천,2017-02-31", 4, 10, "     ^^^^^^^^^^")]
    [InlineData("x,개천", 3, 2, "  ^^^^")]
    [InlineData("caf\u0065\u0301,7", 7, 1, "     ^")]
    public void The_caret_stands_under_the_cell_behind_wide_letters_too(string excerpt, int column, int length, string carets) =>
        Assert.Contains($"\n  | {carets}\n", (NoSuchDay with { Excerpt = excerpt, Where = new SourceSpan("f", 1, column, length) }).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 500)] // a mark longer than the excerpt
    [InlineData(400, 3)] // a column beyond it
    [InlineData(23, 1)] // the end of the line
    public void Marks_that_do_not_fit_are_cut_to_the_line(int column, int length)
    {
        var caretLine = (NoSuchDay with { Where = new SourceSpan("f", 1, column, length) }).ToString().Split('\n')[2];

        Assert.InRange(caretLine.Length, "1 | ".Length + 1, "1 | ".Length + NoSuchDay.Excerpt!.Length + 1);
        Assert.EndsWith("^", caretLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_whole_file_has_no_excerpt() =>
        Assert.Equal("case.yaml: warning MAN0001: odd\n", new Diagnostic { Code = "MAN0001", Severity = Severity.Warning, Title = "odd", Where = new SourceSpan("case.yaml") }.ToString());
}
