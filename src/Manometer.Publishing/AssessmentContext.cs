using System.Text.Json.Serialization;
using Manometer.Assessment;

namespace Manometer.Publishing;

/// <summary>How an assessment is written as JSON, compiled in so that nothing is worked out at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CaseAssessment))]
[JsonSerializable(typeof(ForecastScores))]
[JsonSerializable(typeof(PressureIndex))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(CorroborationView))]
[JsonSerializable(typeof(IReadOnlyList<Outline>))]
internal sealed partial class AssessmentContext : JsonSerializerContext;
