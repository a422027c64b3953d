namespace Manometer.Statistics;

/// <summary>Which exact algorithm runs. The breaks are the same; only time differs.</summary>
public enum BreakAlgorithm
{
    /// <summary>Functional pruning where the cost allows it (one column of L2, Poisson or rank), else PELT.</summary>
    Automatic,

    /// <summary>FPOP: functional pruning (Maidstone, Hocking, Rigaill, Fearnhead 2017). Near n log n whether or not there are breaks.</summary>
    FunctionalPruning,

    /// <summary>PELT: inequality pruning (Killick, Fearnhead, Eckley 2012). Every cost; time grows with the length of the segments.</summary>
    Pelt,
}
