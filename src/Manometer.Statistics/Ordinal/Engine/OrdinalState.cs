namespace Manometer.Statistics;

/// <summary>The Laplace approximation at one setting of the scales: mode, curvature, evidence.</summary>
/// <remarks>
/// Rue, Martino and Chopin (2009), section 3, for the model of Ordinal. A report's likelihood is r p(eta) + (1 - r) uninformed; with c its chance of being informative, g and k slope and curvature of ln p, the
/// slope is c g and the curvature c k - c (1 - c) g^2 (Louis 1982), which can be negative: bands widen where it is not known whether a report counts. Local effects (events, origins of one month)
/// are eliminated in their component: with D = E'WE + P, the matrix of the others loses (E'WZ)' D^-1 (E'WZ).
/// </remarks>
internal sealed partial class OrdinalState
{
    public OrdinalState(OrdinalLayout layout)
    {
        Layout = layout;
        Log = [.. layout.Scales.Select(s => s.LogMedian)];
        State = new double[layout.Months * layout.Dim];
        Border = new double[layout.Border];
        Local = new double[layout.Locals];
        Eta = new double[layout.Rows];
        Share = new double[layout.Rows];
        Array.Fill(Share, 1);
        Mask = layout.Weight;
        Slope = new double[layout.Rows];
        Curvature = new double[layout.Rows];
        CurvatureSlope = new double[layout.Rows];
        Factor = new(layout.Months, layout.Dim, layout.Border, layout.FarFirst);
        dinvStart = new int[layout.Components + 1];
        for (var c = 0; c < layout.Components; c++)
        {
            var m = layout.ComponentLocal[c + 1] - layout.ComponentLocal[c];
            dinvStart[c + 1] = dinvStart[c] + m * m;
        }
        dinv = new double[dinvStart[^1]];
        blockStart = new int[layout.Components + 1];
        for (var c = 0; c < layout.Components; c++)
        {
            var n = layout.IsExact[c] ? layout.ComponentRow[c + 1] - layout.ComponentRow[c] : 0;
            blockStart[c + 1] = blockStart[c] + n * n;
        }
        block = new double[blockStart[^1]];
        convexBlock = new double[blockStart[^1]];
        gridMiddle = new double[layout.Locals];
        gridSd = new double[layout.Locals];
        effectMean = new double[layout.Locals];
        effectVariance = new double[layout.Locals];
        doubtCross = new double[layout.Rows];
        skewRow = new double[layout.Rows];
        slopeByScale = new double[layout.Rows];
        step = new double[layout.Dim];
        initial = new double[layout.Dim];
        borderPrecision = new double[layout.Border];
        localPrecision = new double[layout.Locals];
        reliability = new double[layout.Data.Sources.Count];
        reliabilityCurvature = new double[layout.Data.Sources.Count];
        convexCurvature = new double[layout.Rows];
        priorShare = new double[layout.Rows];
        Array.Fill(priorShare, 1);
        if (layout.Model.Mixture)
            StartMixture();
    }

    private readonly int[] dinvStart;
    private readonly double[] dinv;
    private readonly double[] step;       // precision of a month's step, by coordinate
    private readonly double[] initial;    // precision of the first month
    private readonly double[] borderPrecision;
    private readonly double[] localPrecision;
    private double halfLogLocal;
    private double halfLogPrior;

    public OrdinalLayout Layout { get; }

    /// <summary>Logarithms of the scales.</summary>
    public double[] Log { get; }

    public double[] State { get; }
    public double[] Border { get; }
    public double[] Local { get; }
    public double[] Eta { get; }

    /// <summary>Chance that a row is informative, given all data.</summary>
    public double[] Share { get; }

    /// <summary>Row weights before the mixture; 0 for rows left out.</summary>
    public double[] Mask { get; set; }

    public double[] Slope { get; }
    public double[] Curvature { get; }
    public double[] CurvatureSlope { get; }
    public ArrowFactor Factor { get; }

    private readonly double[] convexCurvature;
    private readonly double[] priorShare;

    /// <summary>ln Z at these scales and reliabilities.</summary>
    public double LogValue { get; private set; }

    public int Steps { get; private set; }

    /// <summary>A copy of mode and shares with an own factor, to start from.</summary>
    public OrdinalState Copy(OrdinalLayout? layout = null)
    {
        var copy = new OrdinalState(layout ?? Layout);
        copy.TakeFrom(this);
        copy.Mask = Mask;
        return copy;
    }

    public void TakeFrom(OrdinalState other)
    {
        Array.Copy(other.Log, Log, Log.Length);
        Array.Copy(other.State, State, State.Length);
        Array.Copy(other.Border, Border, Border.Length);
        Array.Copy(other.Local, Local, Local.Length);
        Array.Copy(other.Share, Share, Share.Length);
        Array.Copy(other.reliability, reliability, reliability.Length);
        Array.Copy(other.reliabilityCurvature, reliabilityCurvature, reliabilityCurvature.Length);
        follower = ReferenceEquals(other.Layout, Layout) ? other.follower : null;
    }

    /// <summary>Adds multiples of three other states to the unknowns and the reliabilities.</summary>
    public void Add(OrdinalState one, double first, OrdinalState two, double second, OrdinalState three, double third)
    {
        Into(State, one.State, two.State, three.State);
        Into(Border, one.Border, two.Border, three.Border);
        Into(Local, one.Local, two.Local, three.Local);
        Into(reliability, one.reliability, two.reliability, three.reliability);

        void Into(double[] sum, double[] a, double[] b, double[] c)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += first * a[i] + second * b[i] + third * c[i];
        }
    }

    private double ScaleOf(int scale) => Elementary.Exp(Log[scale]);

    // variance of a local effect, and the parts of it that are the event's and the origin's
    private double LocalVariance(int l, out double fromEvent, out double fromOrigin)
    {
        var s = Layout.LocalEvent[l] ? ScaleOf(Layout.EventScale) : 0;
        var v = Layout.LocalOrigin[l] ? ScaleOf(Layout.OriginScale) : 0;
        fromEvent = s * s;
        fromOrigin = v * v;
        return fromEvent + fromOrigin;
    }

    private void SetPrior()
    {
        halfLogPrior = 0;
        for (var r = 0; r < Layout.Dim; r++)
        {
            var s = Layout.CoordinateScale[r] >= 0 ? ScaleOf(Layout.CoordinateScale[r]) : Layout.CoordinateStep[r];
            var first = Layout.InitialScale[r] >= 0 ? ScaleOf(Layout.InitialScale[r]) : Layout.InitialSd[r];
            step[r] = 1 / (s * s);
            initial[r] = 1 / (first * first);
            halfLogPrior -= Elementary.Log(first) + (Layout.Months - 1) * Elementary.Log(s);
        }
        for (var j = 0; j < Layout.Border; j++)
        {
            var s = Layout.BorderScale(j) >= 0 ? ScaleOf(Layout.BorderScale(j)) : Layout.BorderSd(j);
            borderPrecision[j] = 1 / (s * s);
            halfLogPrior -= Elementary.Log(s);
        }
        // only three kinds of local effects
        Span<double> known = [double.NaN, double.NaN, double.NaN, double.NaN];
        Span<double> logs = stackalloc double[4];
        for (var c = 0; c < Layout.Components; c++)
            for (var l = Layout.ComponentLocal[c]; l < Layout.ComponentLocal[c + 1]; l++)
            {
                var kind = (Layout.LocalEvent[l] ? 1 : 0) + (Layout.LocalOrigin[l] ? 2 : 0);
                if (double.IsNaN(known[kind]))
                {
                    var variance = LocalVariance(l, out var _, out var _);
                    known[kind] = 1 / variance;
                    logs[kind] = 0.5 * Elementary.Log(variance);
                }
                localPrecision[l] = known[kind];
                if (!Layout.IsExact[c])
                    halfLogPrior -= logs[kind];
            }
    }

    private double PriorQuadratic(ReadOnlySpan<double> state, ReadOnlySpan<double> border, ReadOnlySpan<double> local)
    {
        double sum = 0;
        var d = Layout.Dim;
        for (var r = 0; r < d; r++)
        {
            var squares = 0.0;
            for (var m = 1; m < Layout.Months; m++)
            {
                var move = state[m * d + r] - state[(m - 1) * d + r];
                squares += move * move;
            }
            sum += initial[r] * state[r] * state[r] + step[r] * squares;
        }
        for (var j = 0; j < border.Length; j++)
            sum += borderPrecision[j] * border[j] * border[j];
        for (var l = 0; l < local.Length; l++)
            sum += localPrecision[l] * local[l] * local[l];
        return sum;
    }

    private double RowDot(int row, ReadOnlySpan<double> raw)
    {
        var sum = 0.0;
        var end = Layout.RowStart[row + 1];
        for (var e = Layout.RowStart[row]; e < end; e++)
            sum += Layout.Value[e] * raw[Layout.Index[e]];
        return sum;
    }

    private double LocalSum(int row, ReadOnlySpan<double> local)
    {
        var sum = 0.0;
        if (Layout.Local1[row] >= 0)
            sum += local[Layout.Local1[row]];
        if (Layout.Local2[row] >= 0)
            sum += local[Layout.Local2[row]];
        return sum;
    }

    private void ComputeEta(OrdinalWorkspace work)
    {
        work.Expand(State, Border, work.RawVector);
        for (var i = 0; i < Layout.Rows; i++)
            Eta[i] = Layout.Offset[i] + RowDot(i, work.RawVector) + LocalSum(i, Local);
    }

    // log likelihood of a row with the first derivative in eta, the negated second and its derivative
    private double Row(int i, double eta, out double slope, out double curvature, out double curvatureSlope, out double convex)
    {
        switch (Layout.Kind[i])
        {
            case OrdinalRowKind.Step:
                var log = StepLikelihood.Log(eta, Layout.HighCut[i], Layout.LowCut[i], Layout.Gap[i], out slope, out curvature, out curvatureSlope);
                convex = curvature;
                return priorShare[i] == 1 ? log : Mix(i, log, ref slope, ref curvature, ref curvatureSlope, ref convex);
            case OrdinalRowKind.Gaussian:
                var rest = Layout.Observed[i] - eta;
                convex = curvature = Layout.Precision[i];
                slope = rest * curvature;
                curvatureSlope = 0;
                return 0.5 * Elementary.Log(curvature) - 0.91893853320467274178 - 0.5 * curvature * rest * rest;
            default:
                // negative binomial of size 1: variance m + m^2, because reports come in bursts
                var small = Elementary.Exp(-Math.Abs(eta));
                var share = eta >= 0 ? 1 / (1 + small) : small / (1 + small);
                var trials = Layout.Observed[i] + 1;
                slope = Layout.Observed[i] - trials * share;
                convex = curvature = trials * share * (1 - share);
                curvatureSlope = curvature * (1 - 2 * share);
                return Layout.Observed[i] * eta - trials * (Math.Max(eta, 0) + Elementary.Log(1 + small));
        }
    }

    private double Mix(int i, double log, ref double slope, ref double curvature, ref double curvatureSlope, ref double convex)
    {
        double prior = priorShare[i], blind = (1 - prior) * Layout.Uninformed[i], own = prior * Elementary.Exp(log), total = own + blind;
        double share = own / total, unsure = share * (blind / total), g = slope, k = curvature;
        Share[i] = share;
        slope = share * g;
        convex = share * k;
        curvature = convex - unsure * g * g;
        curvatureSlope = share * curvatureSlope + 3 * unsure * g * k - unsure * (1 - 2 * share) * g * g * g;
        return Elementary.Log(total);
    }

    private double Rows(bool newGrid)
    {
        if (Layout.Model.Mixture)
            SetPriorShares();
        var sum = 0.0;
        for (var c = 0; c < Layout.Components; c++)
        {
            if (Layout.IsExact[c])
            {
                if (newGrid)
                    SetGrid(c);
                sum += EventRows(c);
                continue;
            }
            for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
                sum += PlainRow(i);
        }
        return sum;
    }

    private double PlainRow(int i)
    {
        var weight = Mask[i];
        if (weight == 0)
        {
            Slope[i] = Curvature[i] = CurvatureSlope[i] = convexCurvature[i] = doubtCross[i] = 0;
            return 0;
        }
        var log = weight * Row(i, Eta[i], out var slope, out var curvature, out var curvatureSlope, out var convex);
        Slope[i] = weight * slope;
        Curvature[i] = weight * (Layout.IsFar[i] ? convex : curvature); // far rows enter as squares, which doubt would make negative
        CurvatureSlope[i] = weight * curvatureSlope;
        convexCurvature[i] = weight * convex;
        doubtCross[i] = Slope[i] * (1 - Share[i]);
        return log;
    }
}
