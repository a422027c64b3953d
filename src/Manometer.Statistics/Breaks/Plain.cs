namespace Manometer.Statistics;

/// <summary>A double.</summary>
internal readonly struct Plain(double value) : IReal<Plain>
{
    public double Value { get; } = value;

    public static Plain From(double value) => new(value);

    public static Plain From(DoubleDouble value) => new(value.Value);

    public static Plain operator +(Plain a, Plain b) => new(a.Value + b.Value);

    public static Plain operator -(Plain a, Plain b) => new(a.Value - b.Value);

    public static Plain operator *(Plain a, Plain b) => new(a.Value * b.Value);

    public static Plain operator /(Plain a, Plain b) => new(a.Value / b.Value);
}
