namespace Manometer.Statistics;

/// <summary>A score cannot be computed from this input; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class ScoringException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public ScoringException(ScoringFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public ScoringFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>NOT_FINITE</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
