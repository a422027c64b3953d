namespace Manometer.Coding;

/// <summary>Who proposed an observation.</summary>
public enum ProposalOrigin
{
    /// <summary>The rules.</summary>
    Rules,

    /// <summary>A model, and the rules did not.</summary>
    Model,

    /// <summary>The rules, and a model said the same of the same passage.</summary>
    Both,
}
