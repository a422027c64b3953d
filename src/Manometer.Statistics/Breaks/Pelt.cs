namespace Manometer.Statistics;

/// <summary>Optimal partitioning with inequality pruning; scratch memory is kept between runs.</summary>
/// <remarks>Killick, Fearnhead, Eckley (2012). A candidate beaten at row t is dropped m rows later, when t itself has become a candidate.</remarks>
internal sealed class Pelt
{
    private int[] _live = [];
    private int[] _dropAt = [];
    private double[] _value = [];

    /// <summary>Fills <paramref name="best"/> (n + 1 least penalised costs) and <paramref name="last"/> (the last break before each).</summary>
    public void Run<TModel>(TModel model, int n, double penalty, int minimum, double[] best, int[] last) where TModel : struct, ISegmentModel
    {
        if (_live.Length < n + 1)
            (_live, _dropAt, _value) = (new int[n + 1], new int[n + 1], new double[n + 1]);
        var live = 0;
        best[0] = -penalty;
        for (var t = 1; t <= n; t++)
        {
            var s = t - minimum;
            if (s >= 0 && !double.IsPositiveInfinity(best[s]))
            {
                _live[live] = s;
                _dropAt[live++] = int.MaxValue;
            }

            if (live == 0)
            {
                best[t] = double.PositiveInfinity;
                continue;
            }

            var least = double.PositiveInfinity;
            for (var i = 0; i < live; i++)
            {
                var from = _live[i];
                var value = best[from] + penalty + model.Cost(from, t);
                _value[i] = value;
                if (value < least)
                    least = value;
            }

            live = Settle(live, least, penalty, minimum, t, best, last);
        }
    }

    private int Settle(int live, double least, double penalty, int minimum, int t, double[] best, int[] last)
    {
        var bound = least + Math.Abs(least) * BreakSolver.Tie;
        var pick = 0;
        while (_value[pick] > bound)
            pick++;
        best[t] = _value[pick];
        last[t] = _live[pick];
        var keep = least + penalty + (Math.Abs(least) + penalty) * 1e-12;
        var kept = 0;
        for (var i = 0; i < live; i++)
        {
            var dropAt = _dropAt[i];
            if (_value[i] > keep && dropAt == int.MaxValue)
                dropAt = t + minimum - 1; // candidate t joins at row t + m; from then on it is at least as good
            if (dropAt <= t)
                continue;
            _live[kept] = _live[i];
            _dropAt[kept++] = dropAt;
        }

        return kept;
    }
}
