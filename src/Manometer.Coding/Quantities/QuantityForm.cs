namespace Manometer.Coding;

/// <summary>How a quantity is told.</summary>
public enum QuantityForm
{
    /// <summary>A number: 4,800 won.</summary>
    Value,

    /// <summary>Between two: 10 to 15 tons.</summary>
    Range,

    /// <summary>From one to another in time: from 5,000 to 4,800 won.</summary>
    Change,

    /// <summary>More than so much.</summary>
    Above,

    /// <summary>So much or more.</summary>
    AtLeast,

    /// <summary>Less than so much.</summary>
    Below,

    /// <summary>So much or less.</summary>
    AtMost,

    /// <summary>As many times as it was: doubled, halved, threefold.</summary>
    Multiple,
}
