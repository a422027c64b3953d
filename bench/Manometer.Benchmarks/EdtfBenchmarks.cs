using System.Globalization;
using BenchmarkDotNet.Attributes;
using Manometer.Model;

namespace Manometer.Benchmarks;

/// <summary>One thousand dates of the forms a case holds. The baseline reads the one form the base library knows.</summary>
[MemoryDiagnoser]
public class EdtfBenchmarks
{
    private const int Count = 1000;

    private readonly string[] _days = [.. Enumerable.Range(0, Count).Select(i => new DateOnly(2016, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
    private readonly string[] _mixed = [.. Enumerable.Range(0, Count).Select(i => new[] { "2017-02-28", "2017-02", "2017", "2017-02~", "2017-22", "2017-02/2017-04", "2017-04/..", "201X" }[i % 8])];
    private readonly string[] _rare = [.. Enumerable.Range(0, Count).Select(i => new[] { "[2016-03,2016-05]", "2004-?06-~11", "-1X32-X1-X2", "Y17E8", "2018-05-06T07:08:09Z" }[i % 5])];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int DateOnly_ParseExact_days()
    {
        var sum = 0;
        foreach (var text in _days)
            sum += DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).Day;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Edtf_days() => Sum(_days);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Edtf_common_forms() => Sum(_mixed);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Edtf_rare_forms() => Sum(_rare);

    private static int Sum(string[] texts)
    {
        var sum = 0;
        foreach (var text in texts)
            if (Edtf.TryParse(text, out var date))
                sum += date.Level;
        return sum;
    }
}
