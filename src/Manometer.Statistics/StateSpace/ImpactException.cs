namespace Manometer.Statistics;

/// <summary>An effect cannot be estimated from this input; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class ImpactException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public ImpactException(ImpactFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public ImpactFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>COVARIATE_MISSING</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
