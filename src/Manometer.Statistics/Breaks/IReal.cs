namespace Manometer.Statistics;

/// <summary>Arithmetic in which the sums of a series are kept: double, or twice as wide where a double would cancel away the noise.</summary>
internal interface IReal<T> where T : struct, IReal<T>
{
    double Value { get; }

    static abstract T From(double value);

    static abstract T From(DoubleDouble value);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);
}
