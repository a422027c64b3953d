using System.Text;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Coding.Tests.Models;

/// <summary>Rules and model side by side: nothing of the rules is lost, and what came from a model is marked.</summary>
public class ModelAgreementTests
{
    private static Proposal Of(int start, int end, string sector, ProposalOrigin by = ProposalOrigin.Rules) => new()
    {
        ReportId = "r",
        Start = start,
        End = end,
        Quote = new string('x', end - start),
        Sector = sector,
        Indicator = "price",
        Direction = Direction.Up,
        Date = "2018-05",
        Probability = by == ProposalOrigin.Model ? .2 : .9,
        By = by,
        ByModel = by == ProposalOrigin.Model ? "m1" : null,
    };

    [Fact]
    public void What_both_say_stands_as_the_rules_said_it_and_is_marked()
    {
        var rule = Of(10, 30, "food");

        var merged = ModelAgreement.Merge([rule], [Of(0, 15, "food", ProposalOrigin.Model) with { Date = "2018-06", Group = "residents" }]);

        var one = Assert.Single(merged);
        Assert.Equal(rule with { By = ProposalOrigin.Both, ByModel = "m1", ModelSays = one.ModelSays }, one);
        Assert.Equal("date_edtf=2018-06 group=residents", string.Join(' ', one.ModelSays.Select(said => $"{said.Key}={said.Value}")));
    }

    [Fact]
    public void What_only_one_says_stands_too_in_the_order_of_the_text()
    {
        var merged = ModelAgreement.Merge([Of(10, 20, "food"), Of(50, 60, "fuel")], [Of(30, 40, "fuel", ProposalOrigin.Model), Of(10, 20, "fuel", ProposalOrigin.Model), Of(20, 30, "food", ProposalOrigin.Model), Of(10, 20, "food", ProposalOrigin.Model) with { Mode = ClaimMode.Negated }]);

        Assert.Equal(["Rules food 10", "Model fuel 10", "Model food 10", "Model food 20", "Model fuel 30", "Rules fuel 50"], merged.Select(one => $"{one.By} {one.Sector} {one.Start}"));
    }

    [Fact]
    public void Without_a_model_the_lines_are_as_ever_and_with_one_they_say_so()
    {
        Assert.DoesNotContain("\"by\"", Line(Of(0, 5, "food")), StringComparison.Ordinal);
        Assert.Contains("\"probability\":0.2,\"by\":\"model\",\"model\":\"m1\"", Line(Of(0, 5, "food", ProposalOrigin.Model)), StringComparison.Ordinal);
        Assert.Contains("\"by\":\"both\",\"model\":\"m1\",\"model_says\":{\"date_edtf\":\"2018-06\"}", Line(ModelAgreement.Merge([Of(0, 5, "food")], [Of(0, 5, "food", ProposalOrigin.Model) with { Date = "2018-06" }])[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_row_of_what_only_a_model_proposed_says_so_in_its_note()
    {
        var item = ReviewItem.Parse(Line(Of(0, 5, "food", ProposalOrigin.Model), new ReviewContext("p-1", "0-5", "", "")));

        Assert.Equal(("m1", false, "proposed by the model m1"), (item.Model, item.IsOfRules, item.Draft["note"]));
        Assert.Equal(("", true, ""), (ReviewItem.Parse(Line(Of(0, 5, "food"), new ReviewContext("p-1", "0-5", "", ""))) is var rules ? (rules.Model, rules.IsOfRules, rules.Draft["note"]) : default));
    }

    private static string Line(Proposal proposal, ReviewContext? stored = null)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            ProposalJson.Write(proposal, TaxonomyFile.Shipped, json, stored);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
