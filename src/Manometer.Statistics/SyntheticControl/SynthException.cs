namespace Manometer.Statistics;

/// <summary>A synthetic control cannot be computed from this input; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class SynthException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public SynthException(SynthFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public SynthFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>NO_DONORS</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
