namespace Manometer.Inference;

/// <summary>A model did not answer, or not with an answer.</summary>
/// <param name="message">What happened, in a sentence a user can act on; holds no key.</param>
/// <param name="kind">Whether it is of use to ask again.</param>
/// <param name="inner">What it came from; null when it came from an answer.</param>
public sealed class ModelException(string message, ModelFailure kind, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it is of use to ask again.</summary>
    public ModelFailure Kind { get; } = kind;

    /// <summary>How long the server wants to be left alone; null when it does not say.</summary>
    public TimeSpan? Wait { get; init; }
}
