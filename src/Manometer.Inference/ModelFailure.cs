namespace Manometer.Inference;

/// <summary>Whether it is of use to ask again.</summary>
public enum ModelFailure
{
    /// <summary>For the moment: the server is busy, fails, or hung up. The same question may be asked again.</summary>
    Moment,

    /// <summary>This question: the answer was cut off, too large, no answer, or did not come in time. The next question may do better.</summary>
    Question,

    /// <summary>Every question: nobody listens there, the key or the name of the model is wrong.</summary>
    Always,
}
