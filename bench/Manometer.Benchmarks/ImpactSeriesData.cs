using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>A workload of the reference data beside the checkout: the response first, its covariates after it.</summary>
internal sealed record ImpactSeriesData(string Name, double[] Y, double[] X, int Covariates, int Fitted)
{
    public static ImpactSeriesData Read(string name, int fitted)
    {
        var rows = File.ReadAllLines(Find(name))[1..].Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return new(name, [.. rows.Select(row => row[0])], [.. Enumerable.Range(1, rows[0].Length - 1).SelectMany(j => rows.Select(row => row[j]))], rows[0].Length - 1, fitted);
    }

    public ImpactSummary Fit(ImpactSolver solver) => solver.Fit(Y, X, Covariates, new(0, Fitted - 1, Fitted, Y.Length - 1));

    public double[][] Columns() => [.. Enumerable.Range(0, Covariates).Select(j => X[(j * Y.Length)..((j + 1) * Y.Length)])];

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "shared", "data", "impact", name)))
                return Path.Combine(folder.FullName, "shared", "data", "impact", name);
        throw new FileNotFoundException($"the reference data do not stand beside the checkout: shared/data/impact/{name}");
    }
}
