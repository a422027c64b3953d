namespace Manometer.Statistics;

/// <summary>The model cannot be fitted to this input; <see cref="Exception.Message"/> says why and what to do.</summary>
public sealed class OrdinalException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    public OrdinalException(OrdinalFault fault, string message) : base(message) => Fault = fault;

    /// <summary>The reason as a code.</summary>
    public OrdinalFault Fault { get; }

    /// <summary>The code in capitals, as printed by programs: <c>NO_REPORTS</c>.</summary>
    public string Code => CodeText.Of(Fault);
}
