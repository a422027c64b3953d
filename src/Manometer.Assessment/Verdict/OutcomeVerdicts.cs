namespace Manometer.Assessment;

/// <summary>Second and third verdict. They rest on what analysts enter or on rates of the field; the first verdict never feeds them: success is not measured by pain.</summary>
internal static class OutcomeVerdicts
{
    // share of episodes in which a purpose was effective: Targeted Sanctions Consortium, 63 episodes of the United Nations (unsanctionsapp.com)
    private static readonly (string Purpose, double Effective)[] BaseRates = [("coerce", 0.11), ("constrain", 0.24), ("signal", 0.29)];

    public static IReadOnlyList<PurposeVerdict> AtBaseRates { get; } =
    [
        .. BaseRates.Select(rate => new PurposeVerdict
        {
            Purpose = rate.Purpose,
            Basis = "base-rate",
            Probabilities = [.. Enumerable.Range(1, 5).Select(step => step >= 4 ? rate.Effective / 2 : (1 - rate.Effective) / 3)],
            Effective = rate.Effective,
            Note = "The share of episodes of United Nations sanctions that were effective for this purpose (Targeted Sanctions Consortium), evenly spread over the steps. Nothing in this case has moved it.",
        }),
    ];

    public static ContributionVerdict NoContribution { get; } = new()
    {
        Basis = "none",
        Note = "Nobody has entered what the measures contributed beside other instruments, and no rate of the field is known: the score of Hufbauer, Schott and Elliott cannot be formed.",
    };
}
