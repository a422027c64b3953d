using System.Globalization;

namespace Manometer.Statistics;

/// <summary>What one fit of a layout takes, told before any of it is taken.</summary>
internal static class OrdinalSize
{
    /// <summary>Bytes of the largest arrays a fit may hold: two threads' matrices and factors.</summary>
    private const double MostBytes = 2e9;

    /// <summary>Multiplications of one Newton step: some seconds; a fit takes about a hundred steps.</summary>
    private const double MostProducts = 5e9;

    /// <exception cref="OrdinalException">The fit would take too much memory or time.</exception>
    public static void Check(OrdinalLayout layout)
    {
        double months = layout.Months, raw = layout.Raw, dim = layout.Dim, border = (double)layout.Border + layout.FarRows;
        double locals = 0; // couplings of local effects within their components
        for (var c = 0; c < layout.Components; c++)
            locals += Math.Pow(layout.ComponentLocal[c + 1] - layout.ComponentLocal[c], 2);
        var largest = Math.Max(Math.Max(months * raw * Math.Max(raw, border), border * border), locals);
        // each thread: raw and reduced matrix, factor, selected inverse in both coordinates
        var bytes = 8 * (months * (4 * raw * raw + 6 * dim * dim + 2 * raw * border + 3 * dim * border) + 5 * border * border + locals);
        var products = months * dim * (7.0 / 3 * dim * dim + 2 * dim * border + 0.5 * border * border) + border * border * border / 6;
        if (largest < Array.MaxLength && bytes <= MostBytes && products <= MostProducts)
            return;
        var distant = layout.FarStart.Count(start => start >= 0);
        var why = layout.FarRows > layout.Border
            ? string.Create(CultureInfo.InvariantCulture, $"{distant} events or origins have reports of months that do not adjoin, {layout.FarRows} reports in all; give such reports events of their own where they speak of different happenings")
            : string.Create(CultureInfo.InvariantCulture, $"{layout.Months} months of {layout.Dim} values with {layout.Border} effects across months; use fewer places, sectors or months");
        throw new OrdinalException(OrdinalFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"a fit would take {bytes / 1e9:0.0} GB and {products / 1e9:0} thousand million multiplications a step: {why}"));
    }
}
