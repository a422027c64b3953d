using System.Globalization;

namespace Manometer.Model;

/// <summary>How much an indicator moved or where it stands: a number with its unit, or a word.</summary>
public readonly record struct Magnitude
{
    /// <summary>A number in a unit.</summary>
    /// <param name="value">The number, signed as the report gives it.</param>
    /// <param name="unit">Its unit, such as <c>percent</c>.</param>
    public Magnitude(double value, string unit) => (Value, Unit) = (value, unit);

    /// <summary>A word, when the report gives no number.</summary>
    public Magnitude(MagnitudeWord word) => Word = word;

    /// <summary>The number; null when only a word is given.</summary>
    public double? Value { get; }

    /// <summary>Unit of the number; null when only a word is given.</summary>
    public string? Unit { get; }

    /// <summary>The word; null when a number is given.</summary>
    public MagnitudeWord? Word { get; }

    /// <inheritdoc/>
    public override string ToString() => Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value} {Unit}")
        : Word?.ToString().ToLowerInvariant() ?? "";
}
