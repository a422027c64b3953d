namespace Manometer.Statistics;

/// <summary>An interrupted series cannot be fitted; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class InterruptedException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public InterruptedException(InterruptedFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public InterruptedFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>TOO_FEW</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
