namespace Manometer.Statistics;

/// <summary>About 32 digits.</summary>
internal readonly struct Wide(DoubleDouble value) : IReal<Wide>
{
    private readonly DoubleDouble _value = value;

    public double Value => _value.Value;

    public static Wide From(double value) => new(DoubleDouble.From(value));

    public static Wide From(DoubleDouble value) => new(value);

    public static Wide operator +(Wide a, Wide b) => new(a._value + b._value);

    public static Wide operator -(Wide a, Wide b) => new(a._value - b._value);

    public static Wide operator *(Wide a, Wide b) => new(a._value * b._value);

    public static Wide operator /(Wide a, Wide b) => new(a._value / b._value);
}
