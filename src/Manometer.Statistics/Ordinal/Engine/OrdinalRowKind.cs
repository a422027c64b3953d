namespace Manometer.Statistics;

internal enum OrdinalRowKind : byte
{
    Step,
    Gaussian,
    Count,
}
