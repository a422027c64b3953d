namespace Manometer.Statistics;

/// <summary>Points and weights that integrate a density over standardised scales.</summary>
internal static class ScaleDesign
{
    private const double Stretch = 1.1;

    /// <summary>Points z and the logarithm of the coefficient by which the density at z is multiplied.</summary>
    public static List<(double[] Z, double LogCoefficient)> Make(OrdinalQuadrature kind, int dimension)
    {
        var logNormal = 0.5 * dimension * 1.8378770664093454836;
        if (dimension == 0 || kind == OrdinalQuadrature.Mode)
            return [(new double[dimension], logNormal)];
        return kind switch
        {
            OrdinalQuadrature.GaussHermite => Product(dimension, logNormal),
            OrdinalQuadrature.Star => Sphere(dimension, false, logNormal),
            _ => Sphere(dimension, true, logNormal),
        };
    }

    private static List<(double[] Z, double LogCoefficient)> Product(int dimension, double logNormal)
    {
        var (points, weights) = GaussHermite.Rule(5);
        var result = new List<(double[], double)>();
        var index = new int[dimension];
        while (true)
        {
            var z = index.Select(i => points[i]).ToArray();
            result.Add((z, logNormal + index.Sum(i => Elementary.Log(weights[i])) + 0.5 * z.Sum(v => v * v)));
            var axis = 0;
            while (axis < dimension && ++index[axis] == 5)
                index[axis++] = 0;
            if (axis == dimension)
                return result;
        }
    }

    // Centre and points on a sphere of radius f sqrt(k); their weights make E[1] and E[|z|^2] of a normal density exact (after Rue, Martino and Chopin 2009, section 6.5).
    private static List<(double[] Z, double LogCoefficient)> Sphere(int dimension, bool factorial, double logNormal)
    {
        var radius = Stretch * Math.Sqrt(dimension);
        List<double[]> points = [];
        for (var axis = 0; axis < dimension; axis++)
            foreach (var sign in (int[])[-1, 1])
            {
                var z = new double[dimension];
                z[axis] = sign * radius;
                points.Add(z);
            }
        if (factorial && dimension > 1)
        {
            // full design up to four, else a half or quarter of resolution V or more: the last columns are products of earlier ones
            int[][] products = dimension switch
            {
                <= 4 => [],
                5 => [[0, 1, 2, 3]],
                6 => [[0, 1, 2, 3, 4]],
                7 => [[0, 1, 2, 3, 4, 5]],
                8 => [[0, 1, 2, 3], [0, 1, 4, 5]],
                _ => throw new OrdinalException(OrdinalFault.Model, "more than eight scales are free; fix some, or use the star design"),
            };
            var basic = dimension - products.Length;
            for (var bits = 0; bits < 1 << basic; bits++)
            {
                var z = new double[dimension];
                for (var axis = 0; axis < basic; axis++)
                    z[axis] = (bits >> axis & 1) == 0 ? -1 : 1;
                for (var p = 0; p < products.Length; p++)
                    z[basic + p] = products[p].Aggregate(1.0, (sign, axis) => sign * z[axis]);
                for (var axis = 0; axis < dimension; axis++)
                    z[axis] *= Stretch;
                points.Add(z);
            }
        }
        var outer = logNormal + 0.5 * radius * radius - Elementary.Log(points.Count * Stretch * Stretch);
        return [(new double[dimension], logNormal + Elementary.Log(1 - 1 / (Stretch * Stretch))), .. points.Select(z => (z, outer))];
    }
}
