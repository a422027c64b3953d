namespace Manometer.Model;

/// <summary>What an observation says of the target: -2 eased much, -1 eased, 0 no change, +1 worsened, +2 worsened much.</summary>
/// <remarks>A range, because a report that gives only a direction says "worsened", not how much: {1, 2}.</remarks>
/// <param name="Lowest">Smallest step the observation allows, -2..2.</param>
/// <param name="Highest">Largest step the observation allows, -2..2, at least <paramref name="Lowest"/>.</param>
public readonly record struct PressureStep(int Lowest, int Highest)
{
    /// <summary>A step that is known exactly.</summary>
    public PressureStep(int step)
        : this(step, step)
    {
    }

    /// <summary>+1 worsened, 0 no change, -1 eased.</summary>
    public int Sign => Math.Sign(Lowest + Highest);

    /// <inheritdoc/>
    public override string ToString() => Lowest == Highest ? $"{Lowest:+0;-0;0}" : $"{Lowest:+0;-0;0}..{Highest:+0;-0;0}";
}
