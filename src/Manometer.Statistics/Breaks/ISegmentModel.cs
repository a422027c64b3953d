namespace Manometer.Statistics;

/// <summary>The cost of the rows [from, to).</summary>
internal interface ISegmentModel
{
    double Cost(int from, int to);
}
