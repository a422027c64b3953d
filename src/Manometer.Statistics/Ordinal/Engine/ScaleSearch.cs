namespace Manometer.Statistics;

/// <summary>Finds the mode of the scales: quasi-Newton steps on their logarithms with exact gradients, alternating with the reliability mixture and the loadings.</summary>
internal sealed class ScaleSearch
{
    private readonly OrdinalLayout layout;
    private readonly OrdinalWorkspace work;
    private readonly int[] free;

    public ScaleSearch(OrdinalLayout layout, OrdinalWorkspace work)
    {
        this.layout = layout;
        this.work = work;
        free = [.. Enumerable.Range(0, layout.Scales.Count).Where(i => layout.Scales[i].Free)];
    }

    public int[] Free => free;

    public double LogPrior(double[] log)
    {
        var sum = 0.0;
        foreach (var i in free)
            sum += layout.Scales[i].LogPrior(log[i]);
        return sum;
    }

    /// <summary>Moves the state to the mode, from where it is.</summary>
    public void FindMode(OrdinalState state, int mixtureRounds)
    {
        state.FitMixture(work, 20, 1e-2);
        for (var round = 0; round < 12; round++)
        {
            var before = (double[])state.Log.Clone();
            Climb(state, round == 0 ? 1e-2 : 1e-3);
            state.FitMixture(work, round == 0 ? 20 : mixtureRounds, 1e-3);
            var moved = 0.0;
            if (layout.AnyLoadingFree)
            {
                moved = LoadingStep.Update(state, work);
                state.FitMixture(work, mixtureRounds, 1e-3);
            }
            foreach (var i in free)
                moved = Math.Max(moved, Math.Abs(state.Log[i] - before[i]));
            if (round > 0 && moved < 1e-2)
                break;
        }
    }

    private double Evaluate(OrdinalState state, double[] point, double[] gradient)
    {
        for (var k = 0; k < free.Length; k++)
            state.Log[free[k]] = point[k];
        state.Fit(work);
        var full = state.Gradient(work);
        var value = state.LogValue;
        for (var k = 0; k < free.Length; k++)
        {
            var scale = layout.Scales[free[k]];
            value += scale.LogPrior(point[k]);
            gradient[k] = full[free[k]] + scale.LogPriorSlope(point[k]);
            // at an end of the range a slope outwards counts as none
            if ((point[k] <= OrdinalScale.Smallest && gradient[k] < 0) || (point[k] >= OrdinalScale.Largest && gradient[k] > 0))
                gradient[k] = 0;
        }
        return value;
    }

    // BFGS (Nocedal and Wright 2006, algorithm 6.1) with backtracking; shares of the mixture are held.
    private void Climb(OrdinalState state, double tolerance)
    {
        var n = free.Length;
        if (n == 0)
            return;
        var point = new double[n];
        for (var k = 0; k < n; k++)
            point[k] = Math.Clamp(state.Log[free[k]], OrdinalScale.Smallest, OrdinalScale.Largest);
        var gradient = new double[n];
        var value = Evaluate(state, point, gradient);
        var inverse = new double[n, n];
        for (var k = 0; k < n; k++)
            inverse[k, k] = 0.1;
        var trial = new double[n];
        var trialGradient = new double[n];
        for (var iteration = 0; iteration < 60 && gradient.Max(Math.Abs) > tolerance; iteration++)
        {
            var direction = new double[n];
            var rise = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    direction[i] += inverse[i, j] * gradient[j];
                rise += direction[i] * gradient[i];
            }
            var longest = direction.Max(Math.Abs);
            var length = longest > 1.0 ? 1.0 / longest : 1.0;
            double trialValue;
            for (var halving = 0; ; halving++)
            {
                for (var k = 0; k < n; k++)
                    trial[k] = Math.Clamp(point[k] + length * direction[k], OrdinalScale.Smallest, OrdinalScale.Largest);
                trialValue = Evaluate(state, trial, trialGradient);
                if (trialValue >= value + 1e-4 * length * rise - 1e-10)
                    break;
                if (halving == 12)
                {
                    Evaluate(state, point, gradient);
                    return;
                }
                length *= 0.4;
            }
            Update(inverse, point, trial, gradient, trialGradient);
            trial.CopyTo(point, 0);
            trialGradient.CopyTo(gradient, 0);
            value = trialValue;
        }
    }

    private static void Update(double[,] inverse, double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        var n = point.Length;
        double[] s = [.. next.Select((v, i) => v - point[i])];
        double[] y = [.. nextGradient.Select((v, i) => gradient[i] - v)]; // of the negated function
        var sy = s.Zip(y, (a, b) => a * b).Sum();
        if (!(sy > 1e-10))
            return;
        var hy = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                hy[i] += inverse[i, j] * y[j];
        var yhy = y.Zip(hy, (a, b) => a * b).Sum();
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                inverse[i, j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
    }

    /// <summary>Axes (columns, in units of one sd) and the sum of the logarithms of their sds at the mode; the state stands at the mode again afterwards.</summary>
    public (double[,] Axes, double LogVolume) Curvature(OrdinalState state)
    {
        const double Step = 0.05;
        var n = free.Length;
        var centre = free.Select(i => state.Log[i]).ToArray();
        var hessian = new double[n, n];
        var up = new double[n];
        var down = new double[n];
        for (var k = 0; k < n; k++)
        {
            var point = (double[])centre.Clone();
            point[k] = centre[k] + Step;
            Evaluate(state, point, up);
            point[k] = centre[k] - Step;
            Evaluate(state, point, down);
            for (var j = 0; j < n; j++)
                hessian[k, j] = -(up[j] - down[j]) / (2 * Step);
        }
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                hessian[i, j] = hessian[j, i] = 0.5 * (hessian[i, j] + hessian[j, i]);
        for (var k = 0; k < n; k++)
            state.Log[free[k]] = centre[k];
        var (values, vectors) = SymmetricEigen.Of(hessian);
        var volume = 0.0;
        for (var k = 0; k < n; k++)
        {
            var sd = 1 / Math.Sqrt(Math.Max(values[k], 0.7)); // no wider than 1.2: the prior alone has 0.8
            volume += Elementary.Log(sd);
            for (var i = 0; i < n; i++)
                vectors[i, k] *= sd;
        }
        return (vectors, volume);
    }
}
