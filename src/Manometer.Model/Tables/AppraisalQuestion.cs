namespace Manometer.Model;

/// <summary>On what an analyst appraises the measures: how far a purpose was reached, or what they contributed.</summary>
public enum AppraisalQuestion
{
    /// <summary>To make the target change its conduct.</summary>
    Coerce,

    /// <summary>To keep it from what it would do, by cost or by lack.</summary>
    Constrain,

    /// <summary>To tell it, or others, that a norm was broken.</summary>
    Signal,

    /// <summary>What the measures contributed beside other instruments.</summary>
    Contribution,
}
