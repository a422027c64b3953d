namespace Manometer.Coding.Tests;

/// <summary>Every row of the cue files is found in its example and not in its counter-example.</summary>
public class CueTests
{
    private static readonly Coder Coder = new([]);
    private static readonly EventReader Events = new();

    public static TheoryData<string> Claims() => [.. Coder.Cues.All.Select(cue => cue.Id)];

    public static TheoryData<string> Politics() => [.. Events.Cues.All.Select(cue => cue.Id)];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_cue_is_found_in_its_example_and_not_in_its_counter_example(string id)
    {
        var cue = Coder.Cues.All.Single(cue => cue.Id == id);
        lock (Coder)
        {
            Assert.Contains(id, Coder.CuesIn(cue.Example).Select(hit => hit.Cue.Id));
            Assert.DoesNotContain(id, Coder.CuesIn(cue.CounterExample).Select(hit => hit.Cue.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Politics))]
    public void A_cue_of_an_event_is_found_in_its_example_and_not_in_its_counter_example(string id)
    {
        var cue = Events.Cues.All.Single(cue => cue.Id == id);
        lock (Events)
        {
            Assert.Contains(id, Events.CuesIn(cue.Example).Select(hit => hit.Cue.Id));
            Assert.DoesNotContain(id, Events.CuesIn(cue.CounterExample).Select(hit => hit.Cue.Id));
        }
    }

    [Fact]
    public void Identifiers_of_cues_are_unique_and_each_has_an_example()
    {
        Assert.Equal(Coder.Cues.All.Count, Coder.Cues.All.Select(cue => cue.Id).Distinct().Count());
        Assert.All(Coder.Cues.All, cue => Assert.NotEmpty(cue.Example));
        Assert.All(Coder.Cues.All, cue => Assert.NotEmpty(cue.CounterExample));
    }
}
