using System.Runtime.CompilerServices;
using Manometer.Inference;
using Microsoft.Extensions.AI;

namespace Manometer.Inference.Tests;

/// <summary>Patience with a model, and its end.</summary>
public class ModelAskerTests
{
    [Fact]
    public async Task What_fails_for_the_moment_is_asked_again()
    {
        var client = new ScriptedClient(new ModelException("busy", ModelFailure.Moment), new ModelException("busy", ModelFailure.Moment) { Wait = TimeSpan.FromSeconds(9) }, "yes");
        var clock = new HastyClock();

        Assert.Equal(("yes", null), await new ModelAsker(client, clock).Ask("do", "this"));
        Assert.Equal([2.0, 9.0], clock.Waits.Select(one => one.TotalSeconds));
    }

    [Fact]
    public async Task After_two_repetitions_the_question_is_left()
    {
        var client = new ScriptedClient(new ModelException("busy", ModelFailure.Moment));
        var asker = new ModelAsker(client, new HastyClock());

        Assert.Equal((null, "busy"), await asker.Ask("do", "this"));
        Assert.Equal((3, null), (client.Asked, asker.GivenUp));
    }

    [Fact]
    public async Task Who_wants_to_be_left_alone_for_an_hour_is_not_waited_for()
    {
        var client = new ScriptedClient(new ModelException("busy", ModelFailure.Moment) { Wait = TimeSpan.FromHours(1) });

        Assert.Equal((null, "busy"), await new ModelAsker(client, new HastyClock()).Ask("do", "this"));
        Assert.Equal(1, client.Asked);
    }

    [Fact]
    public async Task What_fails_for_ever_is_given_up_at_once()
    {
        var asker = new ModelAsker(new ScriptedClient(new ModelException("another key", ModelFailure.Always)), new HastyClock());
        await asker.Ask("do", "this");

        Assert.Equal("another key", asker.GivenUp);
        await Assert.ThrowsAsync<InvalidOperationException>(() => asker.Ask("do", "that"));
    }

    [Fact]
    public async Task Three_questions_in_a_row_without_a_usable_answer_are_enough()
    {
        var asker = new ModelAsker(new ScriptedClient("a", "b", "c", "d", "e"), new HastyClock());
        foreach (var usable in (bool[])[false, false, true, false, false])
        {
            await asker.Ask("do", "this");
            if (usable)
                asker.Succeeded();
            else
                asker.Failed("no JSON");
            Assert.Null(asker.GivenUp);
        }

        asker.Failed("no JSON");

        Assert.Equal("3 questions in a row had no usable answer; the last: no JSON", asker.GivenUp);
    }

    // says what it is told, in turn, the last for ever
    private sealed class ScriptedClient(params object[] script) : IChatClient
    {
        public int Asked { get; private set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            script[Math.Min(Asked++, script.Length - 1)] is string text ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text))) : Task.FromException<ChatResponse>((Exception)script[Math.Min(Asked - 1, script.Length - 1)]);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    // every wait is over at once, and remembered
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
