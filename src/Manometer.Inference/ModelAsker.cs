using System.Globalization;
using Microsoft.Extensions.AI;

namespace Manometer.Inference;

/// <summary>Asks a model one question after the other, patiently: what fails for the moment is asked again, and a model that is not there is not asked for ever.</summary>
/// <param name="client">Any client; failures it throws as <see cref="ModelException"/>.</param>
/// <param name="clock">Measures the pauses.</param>
public sealed class ModelAsker(IChatClient client, TimeProvider clock)
{
    /// <summary>Times a question that failed for the moment is asked again: 2, after 2 and 4 seconds, or when the server says.</summary>
    public const int Retries = 2;

    /// <summary>Questions in a row without a usable answer after which no more are asked: 3.</summary>
    public const int Patience = 3;

    /// <summary>Tokens an answer may have: 4,096.</summary>
    public const int LongestAnswer = 4_096;

    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private int _failed;

    /// <summary>Why no more is asked; null while more is asked.</summary>
    public string? GivenUp { get; private set; }

    /// <summary>Asks a question, of which nothing of the ones before is known.</summary>
    /// <param name="instructions">What the model is to do.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InvalidOperationException">It was given up before.</exception>
    public async Task<(string? Answer, string? Fault)> Ask(string instructions, string question, CancellationToken cancel = default)
    {
        if (GivenUp is not null)
            throw new InvalidOperationException(GivenUp);
        ChatMessage[] messages = [new(ChatRole.System, instructions), new(ChatRole.User, question)];
        var options = new ChatOptions { Temperature = 0, Seed = 1, MaxOutputTokens = LongestAnswer, ResponseFormat = ChatResponseFormat.Json };
        for (var attempt = 0; ; attempt++)
            try
            {
                return ((await client.GetResponseAsync(messages, options, cancel)).Text, null);
            }
            catch (ModelException fault) when (fault.Kind == ModelFailure.Moment && attempt < Retries && !(fault.Wait > LongestWait))
            {
                var back = BackOff * Math.Pow(2, attempt);
                await Task.Delay(fault.Wait > back ? fault.Wait.Value : back, clock, cancel);
            }
            catch (ModelException fault)
            {
                Failed(fault.Kind == ModelFailure.Always ? Patience : 1, fault.Message);
                return (null, fault.Message);
            }
    }

    /// <summary>Tells that an answer could be used.</summary>
    public void Succeeded() => _failed = 0;

    /// <summary>Tells that an answer could not be used.</summary>
    /// <param name="why">Why not.</param>
    public void Failed(string why) => Failed(1, why);

    private void Failed(int weight, string why)
    {
        _failed += weight;
        if (_failed >= Patience)
            GivenUp ??= weight == Patience ? why : string.Create(CultureInfo.InvariantCulture, $"{_failed} questions in a row had no usable answer; the last: {why}");
    }
}
