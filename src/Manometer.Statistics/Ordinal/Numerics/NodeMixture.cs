namespace Manometer.Statistics;

/// <summary>A weighted sum of normal distributions.</summary>
internal readonly struct NodeMixture(double[] weights, double[] means, double[] sds)
{
    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++)
                sum += weights[i] * means[i];
            return sum;
        }
    }

    public double Sd
    {
        get
        {
            var mean = Mean;
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++)
                sum += weights[i] * (sds[i] * sds[i] + (means[i] - mean) * (means[i] - mean));
            return Math.Sqrt(sum);
        }
    }

    public double Cdf(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Normal.Cdf((x - means[i]) / sds[i]);
        return sum;
    }

    public double Density(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Normal.Density((x - means[i]) / sds[i]) / sds[i];
        return sum;
    }

    /// <summary>Quantile by Newton steps kept inside a bracket, to 1e-10 sd.</summary>
    public double Quantile(double p)
    {
        var z = Normal.InverseCdf(p);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (var i = 0; i < weights.Length; i++)
        {
            low = Math.Min(low, means[i] + z * sds[i]);
            high = Math.Max(high, means[i] + z * sds[i]);
        }
        var tolerance = 1e-10 * Sd;
        var x = Mean + z * Sd;
        if (!(x > low && x < high))
            x = low + (high - low) / 2;
        for (var step = 0; step < 100 && high - low > tolerance; step++)
        {
            var error = Cdf(x) - p;
            if (error > 0)
                high = x;
            else
                low = x;
            var move = error / Density(x);
            var newton = x - move;
            x = newton > low && newton < high ? newton : low + (high - low) / 2;
            if (Math.Abs(move) < tolerance)
                break;
        }
        return x;
    }
}
