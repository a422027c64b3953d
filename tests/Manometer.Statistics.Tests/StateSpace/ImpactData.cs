using System.Globalization;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>A table of the reference data: the response first, the covariates after it.</summary>
internal sealed record ImpactData(double[] Y, double[] X, int Covariates)
{
    public static ImpactData Read(string name)
    {
        var rows = File.ReadAllLines(Repository.Reference("data", "impact", name))[1..].Select(line => line.Split(',').Select(cell => double.Parse(cell.Trim('"'), CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return new([.. rows.Select(row => row[0])], [.. Enumerable.Range(1, rows[0].Length - 1).SelectMany(j => rows.Select(row => row[j]))], rows[0].Length - 1);
    }

    public ImpactSummary Fit(int fitted, ImpactModel? model = null) => new ImpactSolver { Model = model ?? new() }.Fit(Y, X, Covariates, new(0, fitted - 1, fitted, Y.Length - 1));
}
