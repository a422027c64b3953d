using BenchmarkDotNet.Attributes;
using Manometer.Coding;

namespace Manometer.Benchmarks;

/// <summary>A report of the size of a news story, written for this benchmark, read for its dates, its quantities, and all.</summary>
[MemoryDiagnoser]
public class CodingBenchmarks
{
    private static readonly string Story = string.Concat(Enumerable.Repeat(
        "Coal exports from Zenda fell by 35 percent in May because of the embargo, a trader in Strelsau said on Friday. Rice rose from 5,000 to 5,400 crowns a kilo over the past two months, "
        + "while fuel prices remained stable. Officials denied that rations had been cut, and a bank expects output to shrink by 3 percent next year. The mill, which employed 2,000 people in 2016, closed last week. ", 8));

    private readonly DateReader _dates = new();
    private readonly QuantityReader _quantities = new();
    private readonly Coder _coder = new(BuiltInPlaces.Read());
    private readonly DateOnly _day = new(2018, 7, 5);

    [Benchmark(Baseline = true)]
    public int Dates() => _dates.Read(Story, _day).Count;

    [Benchmark]
    public int Quantities() => _quantities.Read(Story).Count;

    [Benchmark]
    public int Whole() => _coder.Code(new ReportText("r", null, _day, null, Story)).Count;
}
