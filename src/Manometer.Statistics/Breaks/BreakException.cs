namespace Manometer.Statistics;

/// <summary>Breaks cannot be sought in this input; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class BreakException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public BreakException(BreakFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public BreakFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>NOT_FINITE</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
