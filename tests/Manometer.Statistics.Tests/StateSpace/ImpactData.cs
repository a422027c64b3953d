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

    /// <summary>The first rows of columns by name, of a table that may hold dates too.</summary>
    public static ImpactData Read(string name, int rows, string response, params string[] covariates)
    {
        var lines = File.ReadAllLines(Repository.Reference("data", "impact", name));
        var header = lines[0].Split(',');
        double[] Column(string column) => [.. lines[1..(rows + 1)].Select(line => double.Parse(line.Split(',')[Array.IndexOf(header, column)], CultureInfo.InvariantCulture))];
        return new(Column(response), [.. covariates.SelectMany(Column)], covariates.Length);
    }

    /// <summary>Sales of cigarettes in one state, the other states as covariates.</summary>
    public static ImpactData OfStates(string state)
    {
        var byState = File.ReadAllLines(Repository.Reference("data", "impact", "california_prop99.csv"))[1..].Select(line => line.Split(';')).ToLookup(cells => cells[0], cells => double.Parse(cells[2], CultureInfo.InvariantCulture));
        double[][] others = [.. byState.Where(one => one.Key != state).Select(one => one.ToArray())];
        return new([.. byState[state]], [.. others.SelectMany(values => values)], others.Length);
    }

    public ImpactSummary Fit(int fitted, ImpactModel? model = null) => new ImpactSolver { Model = model ?? new() }.Fit(Y, X, Covariates, new(0, fitted - 1, fitted, Y.Length - 1));
}
