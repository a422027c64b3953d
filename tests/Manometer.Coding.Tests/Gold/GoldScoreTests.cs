using Manometer.Testing;

namespace Manometer.Coding.Tests;

public class GoldScoreTests
{
    private static readonly GoldSet Gold = new(Repository.Path("tests", "gold"));

    [Fact]
    public void The_gold_read_as_itself_is_wholly_right()
    {
        var score = Score(rows => [.. rows.Select(row => new GoldProposal(row, row.Place is null ? [] : [row.Place], 1))]);

        Assert.Equal((1.0, 1.0, 1.0, 0.0), (score.F1!.Value, score.Recall!.Value, score.FieldAccuracy!.Value, score.CalibrationError!.Value));
        Assert.Equal(score.Right, score.RightSourcing);
    }

    [Fact]
    public void A_reader_who_finds_nothing_has_no_precision_and_no_field_to_be_right_in()
    {
        var score = Score(_ => []);

        Assert.Equal((0, 0.0, 0.0), (score.Right, score.F1!.Value, score.Recall!.Value));
        Assert.Null(score.Precision);
        Assert.Null(score.FieldAccuracy);
    }

    [Fact]
    public void One_field_turned_round_costs_that_field_alone_and_another_sector_costs_the_observation()
    {
        var turned = Score(rows => [.. rows.Select(row => new GoldProposal(row with { Direction = row.Direction == "up" ? "down" : "up" }, row.Place is null ? [] : [row.Place], 1))]);
        var moved = Score(rows => [.. rows.Select(row => new GoldProposal(row with { Sector = row.Sector == "food" ? "fuel" : row.Sector }, [], 1))]);

        Assert.Equal((1.0, 0.0, 1.0), (turned.F1!.Value, turned.Accuracy("direction")!.Value, turned.Accuracy("polarity")!.Value));
        Assert.Equal(1 - 1.0 / GoldScore.Fields.Count, turned.FieldAccuracy!.Value, 1e-12);
        Assert.True(moved.Right < turned.Right);
    }

    [Fact]
    public void The_reader_of_the_program_can_be_scored_and_every_figure_is_a_share()
    {
        var score = new GoldReader().Score(Gold, null);

        Assert.Equal(Gold.All("observations.jsonl").Count, score.Gold);
        Assert.All((double?[])[score.Precision, score.Recall, score.F1, score.FieldAccuracy, score.CalibrationError], share => Assert.InRange(share!.Value, 0, 1));
    }

    private static GoldScore Score(Func<IReadOnlyList<GoldRow>, IReadOnlyList<GoldProposal>> read)
    {
        var score = new GoldScore();
        foreach (var group in Gold.All("observations.jsonl").GroupBy(row => row.Sentence))
            score.Add([.. group], read([.. group]));
        return score;
    }
}
