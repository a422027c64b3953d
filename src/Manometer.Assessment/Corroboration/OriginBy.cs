namespace Manometer.Assessment;

/// <summary>How it is known on whom an observation rests.</summary>
internal enum OriginBy
{
    /// <summary>Somebody decided it on its report.</summary>
    Decision,

    /// <summary>The coder wrote it.</summary>
    Coder,

    /// <summary>The chain of its report begins with a source of the case.</summary>
    Chain,

    /// <summary>Its source belongs to a group.</summary>
    Group,

    /// <summary>Nothing is known but its source.</summary>
    Source,
}
