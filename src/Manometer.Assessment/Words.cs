using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The words an assessment uses where the tables have two columns.</summary>
internal static class Words
{
    /// <summary>How a report ties what it says to the sanctions, in one word.</summary>
    public static string Tie(Observation observation) => (observation.Attribution, observation.Grade) switch
    {
        (Attribution.None, _) => "none",
        (_, AttributionGrade.Denied) when observation.Attribution == Attribution.Sanctions => "denied",
        (Attribution.OtherCause, _) => "other-cause",
        (_, AttributionGrade.Inferred) => "inferred",
        (_, AttributionGrade.Concurrent) => "concurrent",
        _ => "asserted",
    };
}
