namespace Manometer.Coding;

/// <summary>Which way a date without its year is read: "January", told in July.</summary>
public enum DatePreference
{
    /// <summary>Back, unless the sentence looks ahead ("will", "due", "planned") and the coming date is the nearer one. Field reports tell what was: this is the default.</summary>
    PastUnlessAhead,

    /// <summary>Always back.</summary>
    Past,

    /// <summary>Always ahead.</summary>
    Future,
}
