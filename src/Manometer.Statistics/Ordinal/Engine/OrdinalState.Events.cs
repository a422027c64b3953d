using System.Runtime.Intrinsics;

namespace Manometer.Statistics;

// Components with one local effect: the effect is integrated by quadrature, not approximated about its mode. With few reports an event, Laplace's approximation makes events too small and bands too narrow.
internal sealed partial class OrdinalState
{
    private const int Real = 11;
    private const int Points = 12; // eleven, and one of weight 0 to fill whole vectors
    private static readonly (double[] Points, double[] Weights) Eleven = Padded(GaussHermite.Rule(Real));
    private static readonly double[] Stretched = [.. Eleven.Points.Select((x, g) => Eleven.Weights[g] * Elementary.Exp(0.5 * x * x))];

    private static (double[] Points, double[] Weights) Padded((double[] Points, double[] Weights) rule) => ([.. rule.Points, 0], [.. rule.Weights, 0]);

    private readonly int[] blockStart;      // of each exact component's curvature, rows x rows
    private readonly double[] block;
    private readonly double[] convexBlock;
    private readonly double[] gridMiddle;   // of each local effect
    private readonly double[] gridSd;
    private readonly double[] doubtCross;   // derivative of each row's slope by the logit of its own reliability
    private readonly double[] skewRow;      // sum over a component of covariance times derivative of curvature
    private readonly double[] slopeByScale; // derivative of each row's slope by the logarithm of the effect's sd
    private double exactEvent;              // gradient parts by the logarithms of the two scales
    private double exactOrigin;
    private readonly double[] slopes = new double[Points * OrdinalLayout.ExactRows];
    private readonly double[] curvatures = new double[Points * OrdinalLayout.ExactRows];
    private readonly double[] curvatureSlopes = new double[Points * OrdinalLayout.ExactRows];
    private readonly double[] chances = new double[Points * OrdinalLayout.ExactRows];
    private readonly double[] convexes = new double[Points * OrdinalLayout.ExactRows];
    private readonly double[] pointWeight = new double[Points];
    private readonly double[] pointFactor = new double[Points];
    private readonly double[] pointInverse = new double[Points];

    /// <summary>Posterior mean and variance of each local effect that is integrated. After <see cref="ComputeVariances"/>.</summary>
    private readonly double[] effectMean;
    private readonly double[] effectVariance;

    /// <summary>A row's predictor with the mean of its event.</summary>
    public double FullEta(int row) => Layout.Local1[row] is >= 0 and var l && effectVariance[l] > 0 ? Eta[row] + effectMean[l] : Eta[row];

    /// <summary>Mean and variance of local effect <paramref name="l"/>.</summary>
    public (double Mean, double Variance) LocalMoments(OrdinalWorkspace work, int l) =>
        Layout.IsExact[ComponentOfLocal(l)] ? (effectMean[l], effectVariance[l]) : (Local[l] - ShiftLocal[l], LocalEffectVariance(work, l));

    // Where the points of a component lie: about the mode of the effect given the rest, with the spread of the curvature there.
    private void SetGrid(int c)
    {
        var l = Layout.ComponentLocal[c];
        int first = Layout.ComponentRow[c], last = Layout.ComponentRow[c + 1];
        double precision = localPrecision[l], u = gridMiddle[l], curvature = precision;
        for (var round = 0; round < 8; round++)
        {
            var slope = -precision * u;
            curvature = precision;
            for (var i = first; i < last; i++)
            {
                if (Mask[i] == 0)
                    continue;
                Row(i, Eta[i] + u, out var g, out _, out _, out var convex);
                slope += Mask[i] * g;
                curvature += Mask[i] * convex;
            }
            var move = slope / curvature;
            u += move;
            if (Math.Abs(move) < 0.02)
                break;
        }
        gridMiddle[l] = u;
        gridSd[l] = 1 / Math.Sqrt(curvature);
    }

    // Points' posterior weights and each row's derivatives there, at predictors Eta + length * move; returns ln of the component's likelihood.
    private double AtPoints(int c, double length, double[]? move, bool derivatives)
    {
        int l = Layout.ComponentLocal[c], first = Layout.ComponentRow[c], n = Layout.ComponentRow[c + 1] - first;
        double middle = gridMiddle[l], sd = gridSd[l], precision = localPrecision[l];
        var front = Elementary.Log(sd) + 0.5 * Elementary.Log(precision);
        Span<double> product = stackalloc double[Points];
        Span<double> logs = stackalloc double[Points];
        Span<double> fraction = stackalloc double[Points];
        var folded = false;
        logs.Clear();
        for (var g = 0; g < Points; g += 4)
        {
            var points = Vector256.Create(Eleven.Points, g);
            var u = points * sd + Lanes.Splat(middle);
            var factor = Lanes.Exp(points * sd);
            factor.CopyTo(pointFactor, g);
            (Vector256<double>.One / factor).CopyTo(pointInverse, g);
            (Vector256.Create(Stretched, g) * Lanes.Exp(u * u * (-0.5 * precision))).CopyTo(product[g..]);
        }
        for (var j = 0; j < n; j++)
        {
            var i = first + j;
            var weight = Mask[i];
            if (weight == 0)
            {
                if (derivatives)
                    ClearPoints(j);
                continue;
            }
            var eta = Math.Clamp(Eta[i] + (move is null ? 0 : length * move[i]) + middle, -500, 500);
            double high = Layout.HighCut[i], low = Layout.LowCut[i], gap = Layout.Gap[i], prior = priorShare[i], blind = (1 - prior) * Layout.Uninformed[i];
            var above = double.IsPositiveInfinity(high) ? 0 : Elementary.Exp(eta - high);
            var below = double.IsNegativeInfinity(low) ? 0 : Elementary.Exp(low - eta);
            if (weight == 1)
                RowPoints(j, prior * gap, blind, above, below, derivatives, product);
            else
            {
                fraction.Fill(1);
                RowPoints(j, prior * gap, blind, above, below, derivatives, fraction);
                folded = true;
                for (var g = 0; g < Points; g += 4)
                    (Vector256.Create(logs.Slice(g, 4)) + LogOf(fraction[g..]) * weight).CopyTo(logs[g..]);
                for (var g = j * Points; derivatives && g < (j + 1) * Points; g++)
                {
                    slopes[g] *= weight;
                    convexes[g] *= weight;
                    curvatures[g] *= weight;
                    curvatureSlopes[g] *= weight;
                }
            }
            if (j % 8 == 7)
            {
                folded = true;
                Fold(product, logs);
            }
        }
        var plain = 0.0;
        for (var g = 0; g < Points; g++)
            plain += product[g];
        if (!folded && plain > 1e-250)
        {
            for (var g = 0; g < Points; g++)
                pointWeight[g] = product[g] / plain;
            return front + Elementary.Log(plain);
        }
        Fold(product, logs);
        var top = double.NegativeInfinity;
        for (var g = 0; g < Points; g++)
            top = Math.Max(top, logs[g]);
        for (var g = 0; g < Points; g += 4)
            Lanes.Exp(Vector256.Create(logs.Slice(g, 4)) - Lanes.Splat(top)).CopyTo(pointWeight, g);
        var sum = 0.0;
        for (var g = 0; g < Points; g++)
            sum += pointWeight[g];
        for (var g = 0; g < Points; g++)
            pointWeight[g] /= sum;
        return front + top + Elementary.Log(sum);
    }

    // One row at all points: its likelihood times product, and its derivatives. Elementwise: the same bits with vectors and without.
    private void RowPoints(int j, double informed, double blind, double above, double below, bool derivatives, Span<double> product)
    {
        var one = Vector256<double>.One;
        var least = Vector256.Create(blind + 1e-300);
        for (var g = 0; g < Points; g += 4)
        {
            var a = Vector256.Create(pointFactor, g) * above;
            var b = Vector256.Create(pointInverse, g) * below;
            var up = one / (one + a);
            var down = one / (one + b);
            var own = up * down * informed;
            var total = own + least;
            (Vector256.Create(product.Slice(g, 4)) * total).CopyTo(product[g..]);
            if (!derivatives)
                continue;
            var share = own / total;
            var doubtful = share * (one - share);
            var upRest = a * up;
            var downRest = b * down;
            var slope = downRest - upRest;
            var first = up * upRest;
            var second = down * downRest;
            var k = first + second;
            var kSlope = second * (downRest - down) - first * (upRest - up);
            var at = j * Points + g;
            (share * slope).CopyTo(slopes, at);
            (share * k).CopyTo(convexes, at);
            (share * k - doubtful * slope * slope).CopyTo(curvatures, at);
            (share * kSlope + doubtful * slope * (k * 3.0 - (one - share - share) * slope * slope)).CopyTo(curvatureSlopes, at);
            share.CopyTo(chances, at);
        }
    }

    private void ClearPoints(int j)
    {
        var at = j * Points;
        Array.Clear(slopes, at, Points);
        Array.Clear(curvatures, at, Points);
        Array.Clear(curvatureSlopes, at, Points);
        Array.Clear(convexes, at, Points);
        Array.Clear(chances, at, Points);
    }

    private static void Fold(Span<double> product, Span<double> logs)
    {
        for (var g = 0; g < product.Length; g += 4)
            (Vector256.Create(logs.Slice(g, 4)) + LogOf(product[g..])).CopyTo(logs[g..]);
        product.Fill(1);
    }

    // ln of four numbers; -10,000 of what is as good as nothing
    private static Vector256<double> LogOf(Span<double> numbers)
    {
        var x = Vector256.Create(numbers[..4]);
        var least = Lanes.Splat(1e-300);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, least), Lanes.Log(Vector256.Max(x, least)), Lanes.Splat(-1e4));
    }

    private double Average(double[] values, int row) => Dense.Dot(pointWeight, values.AsSpan(row * Points, Points));

    // Likelihood, slopes and curvature of an exact component at the present predictors.
    private double EventRows(int c)
    {
        int first = Layout.ComponentRow[c], n = Layout.ComponentRow[c + 1] - first, at = blockStart[c];
        var value = AtPoints(c, 0, null, true);
        var total = localPrecision[Layout.ComponentLocal[c]];
        for (var j = 0; j < n; j++)
        {
            Slope[first + j] = Average(slopes, j);
            Share[first + j] = Mask[first + j] == 0 ? priorShare[first + j] : Average(chances, j);
            var convex = Average(convexes, j);
            convexCurvature[first + j] = convex;
            total += convex;
            Curvature[first + j] = 0;
            // E[c (1-c) g] + Cov(c g, c) = E[c g] - E[c g] E[c]
            doubtCross[first + j] = Slope[first + j] * (1 - Share[first + j]);
        }
        Span<double> weighted = stackalloc double[Points];
        for (var j = 0; j < n; j++)
        {
            for (var g = 0; g < Points; g++)
                weighted[g] = pointWeight[g] * (slopes[j * Points + g] - Slope[first + j]);
            for (var k = 0; k <= j; k++)
            {
                var covariance = Dense.Dot(weighted, slopes.AsSpan(k * Points, Points));
                var diagonal = j == k ? Average(curvatures, j) : 0;
                block[at + j * n + k] = block[at + k * n + j] = diagonal - covariance;
                var plain = (j == k ? convexCurvature[first + j] : 0) - convexCurvature[first + j] * convexCurvature[first + k] / total;
                convexBlock[at + j * n + k] = convexBlock[at + k * n + j] = plain;
            }
        }
        return value;
    }

    // With the covariance of the component's predictors (the effect apart): what the gradient and the mean shift need, and the effect's moments.
    private void EventVariances(int c, ReadOnlySpan<double> covariance)
    {
        int l = Layout.ComponentLocal[c], first = Layout.ComponentRow[c], n = Layout.ComponentRow[c + 1] - first;
        AtPoints(c, 0, null, true);
        Span<double> mixed = stackalloc double[Points];   // curvature times covariance, at each point
        Span<double> centred = new double[n];
        Span<double> pulled = new double[n];
        var precision = localPrecision[l];
        double mean = 0, square = 0, mixedMean = 0;
        for (var j = 0; j < n; j++)
            skewRow[first + j] = 0;
        for (var g = 0; g < Points; g++)
        {
            var u = gridMiddle[l] + gridSd[l] * Eleven.Points[g];
            mean += pointWeight[g] * u;
            square += pointWeight[g] * u * u;
            for (var j = 0; j < n; j++)
                centred[j] = slopes[j * Points + g] - Slope[first + j];
            var value = 0.0;
            for (var j = 0; j < n; j++)
            {
                pulled[j] = Dense.Dot(covariance.Slice(j * n, n), centred);
                value += covariance[j * n + j] * curvatures[j * Points + g] - centred[j] * pulled[j];
            }
            mixed[g] = value;
            mixedMean += pointWeight[g] * value;
            for (var j = 0; j < n; j++)
                skewRow[first + j] += pointWeight[g] * (covariance[j * n + j] * curvatureSlopes[j * Points + g] + 2 * pulled[j] * curvatures[j * Points + g]);
        }
        double mixedByScale = 0;
        for (var j = 0; j < n; j++)
            slopeByScale[first + j] = centred[j] = 0;
        for (var g = 0; g < Points; g++)
        {
            var u = gridMiddle[l] + gridSd[l] * Eleven.Points[g];
            var scaled = precision * (u * u - square);
            mixedByScale += pointWeight[g] * (mixed[g] - mixedMean) * scaled;
            for (var j = 0; j < n; j++)
            {
                var deviation = slopes[j * Points + g] - Slope[first + j];
                skewRow[first + j] += pointWeight[g] * (mixed[g] - mixedMean) * deviation;
                slopeByScale[first + j] += pointWeight[g] * deviation * scaled;
                centred[j] += pointWeight[g] * deviation * (u - mean);
            }
        }
        LocalVariance(l, out var fromEvent, out var fromOrigin);
        var part = precision * square - 1 - 0.5 * mixedByScale;
        exactEvent += fromEvent * precision * part;
        exactOrigin += fromOrigin * precision * part;
        effectMean[l] = mean;
        effectVariance[l] = square - mean * mean;
        var reach = 0.0;
        for (var j = 0; j < n; j++)
            reach += centred[j] * Dense.Dot(covariance.Slice(j * n, n), centred);
        for (var j = 0; j < n; j++)
            EtaVariance[first + j] = covariance[j * n + j] + effectVariance[l];
        effectVariance[l] += reach;
    }
}
