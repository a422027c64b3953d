namespace Manometer.Model;

/// <summary>Where an objection stands.</summary>
public enum ChallengeStatus
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It was accepted; the case was changed, or says so.</summary>
    Accepted,

    /// <summary>It was examined and rejected.</summary>
    Rejected,
}
