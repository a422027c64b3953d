using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>ICD 203 forbids one sentence to state both how likely something is and how much confidence the judgement deserves. Generated text is held to it.</summary>
public static class EstimativeLint
{
    private static readonly string[] Confidence = ["confidence", "confident", "confidently"];
    private static readonly string[] Likelihood = [.. EstimativeWord.All.Select(word => word.Text), "probable", "probably", "probability", "improbable", "likelihood", "odds"];

    /// <summary>The sentences of a text that mix the two; empty when there is none.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Mixed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(['.', '!', '?', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(sentence => Names(sentence, Confidence) && Names(sentence, Likelihood))];
    }

    /// <summary>The text, if no sentence mixes the two.</summary>
    /// <exception cref="InvalidOperationException">A sentence does.</exception>
    public static string Checked(string text) =>
        Mixed(text) is [var first, ..] ? throw new InvalidOperationException($"likelihood and confidence in one sentence: {first}") : text;

    private static bool Names(string sentence, string[] words) => Array.Exists(words, word =>
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetter(sentence[at - 1])) && (at + word.Length == sentence.Length || !char.IsLetter(sentence[at + word.Length])))
                return true;
        return false;
    });
}
