namespace Manometer.Model;

/// <summary>The words a case may use for sectors, groups and indicators, and the table that turns an indicator's movement into pressure. Data, not code: the shipped words can be extended by a case.</summary>
public sealed record Taxonomy
{
    /// <summary>Sectors by identifier, in order of the file.</summary>
    public required IReadOnlyList<Term> Sectors { get; init; }

    /// <summary>Groups by identifier, in order of the file.</summary>
    public required IReadOnlyList<Term> Groups { get; init; }

    /// <summary>Indicators by identifier, in order of the file.</summary>
    public required IReadOnlyList<IndicatorTerm> Indicators { get; init; }

    /// <summary>Percent at and above which a change counts as much; 30 by default.</summary>
    public double LargePercent { get; init; } = 30;

    /// <summary>Sign of an indicator in a sector: +1 when up means more pressure, -1 when down does, 0 when neither is declared.</summary>
    public int SignOf(string indicator, string sector)
    {
        foreach (var term in Indicators)
            if (term.Id == indicator)
                return term.SectorSigns.TryGetValue(sector, out var sign) ? sign : term.Sign;
        return 0;
    }

    /// <summary>What an observation says of the pressure on the target.</summary>
    /// <returns>Null for an act, for context, for what is supposed or predicted, and where no sign is declared and the coder gave no step.</returns>
    public PressureStep? StepOf(Observation observation)
    {
        if (observation.Kind is ObservationKind.Act or ObservationKind.Context || observation.Polarity is Polarity.Hypothetical or Polarity.Forecast)
            return null;
        return observation.StepOverride is { } chosen ? new PressureStep(chosen) : DerivedStep(observation);
    }

    /// <summary>The step the sign table gives, whatever the coder decided.</summary>
    /// <returns>Null where no sign is declared, and for a negated movement, which says only what did not happen.</returns>
    public PressureStep? DerivedStep(Observation observation)
    {
        var sign = SignOf(observation.Indicator, observation.Sector);
        if (sign == 0)
            return null;
        if (observation.Direction == Direction.None)
            return new PressureStep(0);
        if (observation.Polarity == Polarity.Negated)
            return null;
        var way = observation.Direction == Direction.Up ? sign : -sign;
        var (small, big) = SizeOf(observation.Magnitude);
        return way > 0 ? new PressureStep(small, big) : new PressureStep(-big, -small);
    }

    private (int Lowest, int Highest) SizeOf(Magnitude? magnitude) => magnitude switch
    {
        { Word: MagnitudeWord.Large } => (2, 2),
        { Word: not null } => (1, 1),
        { Value: { } value, Unit: "percent" } => Math.Abs(value) >= LargePercent ? (2, 2) : (1, 1),
        _ => (1, 2),
    };
}
