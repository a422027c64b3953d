namespace Manometer.Assessment;

/// <summary>Counts how observations are tied to the sanctions.</summary>
internal static class AttributionSplits
{
    public static AttributionSplit Of(IEnumerable<AssessedObservation> views)
    {
        int asserted = 0, inferred = 0, concurrent = 0, denied = 0, other = 0, none = 0;
        foreach (var view in views)
            switch (view.Attribution)
            {
                case "asserted": asserted++; break;
                case "inferred": inferred++; break;
                case "concurrent": concurrent++; break;
                case "denied": denied++; break;
                case "other-cause": other++; break;
                default: none++; break;
            }

        return new AttributionSplit { Asserted = asserted, Inferred = inferred, Concurrent = concurrent, Denied = denied, OtherCause = other, None = none };
    }
}
