namespace Manometer.Statistics.Tests;

/// <summary>Goldens: design/METHODS.md 2.2, confirmed there by a second solver.</summary>
public class OutcomeOnlyTests
{
    [Fact]
    public void California_after_its_tobacco_law_is_a_mix_of_six_states()
    {
        var result = SynthData.CaliforniaQuestion().Fit();

        Weights(result, ("Utah", .3939080236), ("Montana", .2318399512), ("Nevada", .2049225842), ("Connecticut", .1090896242), ("New Hampshire", .0454290464), ("Colorado", .0148107704));
        Assert.Equal(1.6564002069, result.PreRmspe, 9);
        Assert.Equal(-19.5136297640, result.Att, 8);
        Assert.Equal(-26.59664316816697, result.Path[^1].Gap, 8);
        Ranks(result, (3, 39), (2, 39), (1, 29));
        Assert.True(result.KktResidual <= 1e-9);
        Assert.False(result.IsRefused);
    }

    [Fact]
    public void West_Germany_after_reunification_is_a_mix_of_seven_countries()
    {
        var result = SyntheticControl.Of(SynthData.Germany()).Treated("West Germany").From(1990).Expecting(EffectDirection.Down).Fit();

        Weights(result, ("USA", .3426103263), ("Austria", .3231695898), ("Switzerland", .1078821982), ("Greece", .0988153013), ("Italy", .0612482151), ("France", .0385433110), ("Norway", .0277310582));
        Assert.Equal(60.8443526130, result.PreRmspe, 7);
        Assert.Equal(-1297.4770459, result.Att, 6);
        Ranks(result, (1, 17), (4, 17), (1, 6));
    }

    [Fact]
    public void The_Basque_country_is_a_mix_of_three_regions()
    {
        var result = SyntheticControl.Of(SynthData.Basque()).Treated("Basque Country (Pais Vasco)").From(1970).Expecting(EffectDirection.Down).Fit();

        Weights(result, ("Madrid (Comunidad De)", .4831276713), ("Baleares (Islas)", .3110751399), ("Rioja (La)", .2057971888));
        Assert.Equal(.0755583739, result.PreRmspe, 9);
        Assert.Equal(-.8945885484, result.Att, 9);
        Ranks(result, (7, 17), (1, 17), (1, 14));
    }

    private static void Weights(SynthResult result, params (string Unit, double Weight)[] expected)
    {
        Assert.Equal(expected.Select(one => one.Unit), result.Weights.Select(one => one.Unit));
        foreach (var (own, other) in result.Weights.Zip(expected))
            Assert.Equal(other.Weight, own.Weight, 1e-9);
    }

    private static void Ranks(SynthResult result, (int, int) ratio, (int, int) negative, (int, int) similar)
    {
        var placebo = result.Placebo!;
        Assert.Equal([ratio, negative, similar], new[] { placebo.Ratio, placebo.Gap.Down, placebo.SimilarGap.Down }.Select(one => (one.Rank, one.Of)));
    }
}
