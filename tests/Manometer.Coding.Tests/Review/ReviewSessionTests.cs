using System.Text;
using System.Text.Json;
using CsCheck;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Coding.Tests;

/// <summary>A reviewer's walk through proposals.</summary>
public class ReviewSessionTests
{
    private static readonly ReviewWords Words = new(TaxonomyFile.Shipped, new HashSet<string> { "zenda" }, new HashSet<string> { "m-1" });

    [Fact]
    public void What_is_accepted_becomes_a_row_with_its_span()
    {
        var session = Session("jd", Item("p-1"));

        var (decision, fault) = session.Accept();

        Assert.Null(fault);
        Assert.Equal(("o-1", "10-20", ReviewVerdict.Accept), (decision!.Observation, decision.Span, decision.Verdict));
        Assert.Equal("when=2021-10 sector=mining-coal indicator=exports direction=down kind=change magnitude=-35 unit=percent attribution=sanctions grade=asserted polarity=asserted summary=Exports of mining coal down (35 percent); because of sanctions",
            string.Join(' ', decision.Row.Select(cell => $"{cell.Key}={cell.Value}")));
        Assert.Empty(decision.Changed);
        Assert.Null(session.Current);
    }

    [Fact]
    public void An_edit_shows_in_the_row_and_the_summary_follows_until_it_is_written()
    {
        var session = Session("jd", Item("p-1"));

        Assert.Null(session.Edit("sector", "mining-metals"));
        Assert.Equal("Exports of mining metals down (35 percent); because of sanctions", session.Draft!["summary"]);
        Assert.Null(session.Edit("summary", "Less ore left the port"));
        Assert.Null(session.Edit("magnitude", ""));
        Assert.Null(session.Edit("unit", ""));

        Assert.Equal("Less ore left the port", session.Draft["summary"]);
        Assert.Equal(["sector", "magnitude", "unit", "summary"], session.Accept().Decision!.Changed);
    }

    [Theory]
    [InlineData("sector", "coal", "none of")]
    [InlineData("when", "soon", "EDTF")]
    [InlineData("when", "", "cannot be empty")]
    [InlineData("place", "strelsau", "places.csv")]
    [InlineData("measures", "m-1;m-2", "m-2")]
    [InlineData("credibility", "7", "1 to 6")]
    [InlineData("magnitude", "much", "slight")]
    [InlineData("note", "a\nb", "line breaks")]
    [InlineData("span", "1-2", "no column")]
    public void What_cannot_stand_in_a_column_is_refused_and_changes_nothing(string column, string value, string why)
    {
        var session = Session("jd", Item("p-1"));
        var before = session.Draft;

        Assert.Contains(why, session.Edit(column, value), StringComparison.Ordinal);
        Assert.Same(before, session.Draft);
    }

    [Theory]
    [InlineData("attribution=none", "a grade wants an attribution")]
    [InlineData("grade=", "wants a grade")]
    [InlineData("unit=", "wants a unit")]
    [InlineData("magnitude=35", "turn the sign")]
    [InlineData("step=2", "step_reason")]
    public void A_row_that_contradicts_itself_is_not_accepted(string edit, string why)
    {
        var session = Session("jd", Item("p-1"));
        Assert.Null(session.Edit(edit.Split('=')[0], edit.Split('=')[1]));

        Assert.Contains(why, session.Accept().Fault, StringComparison.Ordinal);
        Assert.NotNull(session.Current);
    }

    [Fact]
    public void Percent_turn_their_sign_with_the_direction()
    {
        var session = Session("jd", Item("p-1"));

        Assert.Null(session.Edit("direction", "up"));
        Assert.Equal("35", session.Draft!["magnitude"]);
        Assert.Null(session.Edit("direction", "down"));
        Assert.Equal("-35", session.Draft!["magnitude"]);
    }

    [Fact]
    public void A_split_gives_two_that_are_decided_on_each()
    {
        var session = Session("jd", Item("p-1"), Item("p-2"));

        session.Split();
        session.Edit("sector", "trade");
        var first = session.Accept().Decision!;
        var second = session.Reject("said before")!;

        Assert.Equal(("p-1.1", "o-1.1", "p-1.2", "p-2"), (first.Key, first.Observation, second.Key, session.Current!.Key));
    }

    [Fact]
    public void Undo_goes_back_step_by_step_with_the_changes_made()
    {
        var session = Session("jd", Item("p-1"), Item("p-2"));
        session.Edit("sector", "trade");
        session.Split();
        session.Accept();

        Assert.Equal("p-1.1", session.Undo()!.Key);
        Assert.Equal("p-1", session.Undo()!.Key);
        Assert.Null(session.Undo());
        Assert.Equal(("p-1", "trade", 2), (session.Current!.Key, session.Draft!["sector"], session.Left));
    }

    [Fact]
    public void A_decision_named_by_its_proposal_is_taken_back_whatever_came_after()
    {
        var session = Session("jd", Item("p-1"), Item("p-2"), Item("p-3"));
        session.Edit("sector", "trade");
        session.Accept();
        session.Reject();

        Assert.Equal(("p-1", ReviewVerdict.Undo, "why"), session.Undo("p-1", "why").Decision is { } undone ? (undone.Key, undone.Verdict, undone.Note) : default);
        Assert.Equal(("p-1", "trade", "p-2"), (session.Current!.Key, session.Draft!["sector"], Assert.Single(session.Decisions).Key));
        Assert.Contains("no decision on 'p-1'", session.Undo("p-1", "").Fault, StringComparison.Ordinal);
        Assert.Contains("no decision on 'p-3'", session.Undo("p-3", "").Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_of_an_earlier_session_is_taken_back_by_whom_it_was_made()
    {
        ReviewDecision[] before = [new("jd", "p-1", "r-1", ReviewVerdict.Accept), new("bo", "p-2", "r-1", ReviewVerdict.Reject), new("jd", "p-gone", "r-1", ReviewVerdict.Reject)];
        var session = new ReviewSession("jd", [Item("p-1"), Item("p-2")], before, Words);

        Assert.Contains("jd has made no decision on 'p-2'", session.Undo("p-2", "").Fault, StringComparison.Ordinal);
        Assert.Equal("p-1", session.Undo("p-1", "").Decision!.Key);
        Assert.Equal("p-gone", session.Undo("p-gone", "").Decision!.Key); // no longer proposed: taken back, and not asked
        Assert.Equal(["p-1", "p-2"], session.Items.Select(one => one.Key));
    }

    [Fact]
    public void What_an_earlier_session_changed_is_there_again_after_undo_and_in_the_parts_of_a_split()
    {
        var first = Session("jd", Item("p-1"), Item("p-2"));
        first.Edit("sector", "trade");
        var accepted = first.Accept().Decision!;
        first.Edit("magnitude", "-60");
        var split = first.Split()!;

        var second = new ReviewSession("jd", [Item("p-1"), Item("p-2")], [Again(accepted), Again(split)], Words);

        Assert.Equal(("p-2.1", "-60"), (second.Current!.Key, second.Draft!["magnitude"]));
        second.Undo("p-1", "");
        Assert.Equal(("p-1", "trade"), (second.Current!.Key, second.Draft!["sector"]));

        static ReviewDecision Again(ReviewDecision decision) => ReviewDecision.Parse(decision.ToJson());
    }

    [Fact]
    public void With_nothing_left_an_earlier_decision_can_still_be_taken_back()
    {
        var session = new ReviewSession("jd", [Item("p-1")], [new ReviewDecision("jd", "p-1", "r-1", ReviewVerdict.Reject)], Words);

        Assert.Equal((0, true), (session.Left, session.CanUndo));
        Assert.False(new ReviewSession("bo", [], [], Words).CanUndo);
    }

    [Fact]
    public void The_size_of_a_change_has_the_sign_of_its_direction_and_a_level_has_not()
    {
        var session = Session("jd", Item("p-1"));
        session.Edit("unit", "worker");
        session.Edit("magnitude", "70000");

        Assert.Contains("say kind=level", session.Accept().Fault, StringComparison.Ordinal);
        session.Edit("kind", "level");
        Assert.Null(session.Accept().Fault);
    }

    [Fact]
    public void A_split_is_taken_back_after_its_parts()
    {
        var session = Session("jd", Item("p-1"), Item("p-2"));
        session.Split();
        session.Split();
        session.Accept();

        Assert.Contains("take p-1.1", session.Undo("p-1", "").Fault, StringComparison.Ordinal);
        Assert.Null(session.Undo("p-1.1.1", "").Fault);
        Assert.Null(session.Undo("p-1.1", "").Fault);
        Assert.Equal(["p-1.1", "p-1.2", "p-2"], session.Items.Select(one => one.Key));
        Assert.Null(session.Undo("p-1", "").Fault);
        Assert.Equal(["p-1", "p-2"], session.Items.Select(one => one.Key));
    }

    [Fact]
    public void What_was_decided_before_is_not_asked_again_and_others_decisions_do_not_count()
    {
        var items = new[] { Item("p-1"), Item("p-2"), Item("p-3") };
        ReviewDecision[] before =
        [
            new("jd", "p-1", "r-1", ReviewVerdict.Split), new("jd", "p-1.2", "r-1", ReviewVerdict.Accept), new("jd", "p-2", "r-1", ReviewVerdict.Reject),
            new("b", "p-3", "r-1", ReviewVerdict.Accept), new("jd", "p-3", "r-1", ReviewVerdict.Accept), new("jd", "p-3", "r-1", ReviewVerdict.Undo),
        ];

        Assert.Equal(["p-1.1", "p-3"], new ReviewSession("jd", items, before, Words).Items.Select(one => one.Key));
        Assert.Equal(["p-1", "p-2"], new ReviewSession("b", items, before, Words).Items.Select(one => one.Key));
        Assert.True(new ReviewDecision("b", "p-1.1", "r-1", ReviewVerdict.Accept).IsSecond(before));
        Assert.False(new ReviewDecision("jd", "p-2", "r-1", ReviewVerdict.Accept).IsSecond(before));
    }

    [Fact]
    public void Whatever_is_pressed_nothing_is_lost_and_what_stands_is_what_the_lines_say() =>
        Gen.Int[0, 6].Array[0, 60].Sample(keys =>
        {
            var items = Enumerable.Range(0, 5).Select(i => Item($"p-{i}")).ToList();
            var session = new ReviewSession("jd", items, [], Words);
            var lines = new List<ReviewDecision>();
            foreach (var key in keys)
                lines.AddRange(new[]
                {
                    key == 0 ? session.Accept().Decision : key == 1 ? session.Reject() : key == 2 && session.Current?.Key.Length < 12 ? session.Split() : key == 3 ? session.Undo() : null,
                }.OfType<ReviewDecision>().Select(one => ReviewDecision.Parse(one.ToJson())));
            Assert.Equal(session.Items.Select(one => one.Key).Order(), new ReviewSession("jd", items, lines, Words).Items.Select(one => one.Key).Order());
            Assert.Equal(session.Decisions.Select(one => (one.Key, one.Verdict)).Order(), ReviewDecision.Standing(lines).Select(one => (one.Key, one.Verdict)).Order());
        }, iter: 500);

    [Fact]
    public void A_proposal_the_coder_made_is_read_back()
    {
        const string text = "Before it \U0001F600 all. Coal exports fell by 35 percent in May because of the embargo. After it all.";
        var proposal = Assert.Single(new Coder([]).Code(new ReportText("r-1", "Post", new DateOnly(2018, 7, 5), null, text)));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            ProposalJson.Write(proposal, TaxonomyFile.Shipped, json, ReviewContext.Of(proposal, text, (start, end) => (start + 100, end + 100)));

        var item = ReviewItem.Parse(Encoding.UTF8.GetString(bytes.ToArray()));

        Assert.Equal(text, item.Before + item.Quote + item.After);
        Assert.Equal(("r-1", $"{proposal.Start + 100}-{proposal.End + 100}", "2018-05", "-35"), (item.Report, item.Span, item.Draft["when"], item.Draft["magnitude"]));
        Assert.Null(item.Draft.Fault(Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"key\":\"p-1\"}")]
    [InlineData("{\"key\":\"\\ud800\",\"report_id\":\"r\",\"quote\":\"q\"}")]
    public void A_line_that_is_no_proposal_is_refused(string line) => Assert.Throws<FormatException>(() => ReviewItem.Parse(line));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"proposal\":\"p-1\",\"verdict\":\"maybe\"}")]
    [InlineData("null")]
    public void A_line_that_is_no_decision_is_refused(string line) => Assert.Throws<FormatException>(() => ReviewDecision.Parse(line));

    private static ReviewSession Session(string who, params ReviewItem[] items) => new(who, items, [], Words);

    internal static ReviewItem Item(string key) => new()
    {
        Key = key,
        Report = "r-1",
        Quote = "Coal exports fell",
        Span = "10-20",
        Draft = ObservationDraft.Of(new Dictionary<string, string>
        {
            ["when"] = "2021-10", ["sector"] = "mining-coal", ["indicator"] = "exports", ["direction"] = "down", ["kind"] = "change", ["magnitude"] = "-35", ["unit"] = "percent",
            ["attribution"] = "sanctions", ["grade"] = "asserted", ["polarity"] = "asserted",
        }),
    };
}
