namespace Manometer.Assessment;

/// <summary>The even step of a series.</summary>
internal enum GridStep
{
    Month,
    Quarter,
    Year,
}
