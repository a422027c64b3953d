namespace Manometer.Statistics;

/// <summary>
/// A cost that is the least value over a level mu of a sum of terms, one a row. With everything common to all candidates left out, candidate s is the function K + B u(mu) - W v(mu) with W growing in s,
/// which does not change as rows arrive, and of which any two differ by a concave function.
/// </summary>
internal interface IFunctionalModel<TReal> : ISegmentModel where TReal : struct, IReal<TReal>
{
    /// <summary>Least level that can matter.</summary>
    double Lowest { get; }

    /// <summary>Greatest level that can matter.</summary>
    double Highest { get; }

    TReal Constant(int s, double best);

    TReal Linear(int s);

    TReal Weight(int s);

    TReal U(double mu);

    TReal V(double mu);

    /// <summary>Where k + b u - w v is greatest.</summary>
    double Peak(TReal b, TReal w);

    /// <summary>The root of k + b u - w v left or right of its peak, from a level outside where it is negative.</summary>
    double Root(TReal k, TReal b, TReal w, bool left, double outside);
}
