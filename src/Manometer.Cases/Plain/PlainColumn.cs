namespace Manometer.Cases;

/// <summary>A column of numbers.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Values">One value a row of the series; NaN where the cell is empty, <c>NA</c> or <c>NaN</c>.</param>
public sealed record PlainColumn(string Name, double[] Values)
{
    /// <summary>Number of missing values.</summary>
    public int Missing => Values.Count(double.IsNaN);
}
