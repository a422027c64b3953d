namespace Manometer.Statistics;

/// <summary>Rankings of sources and of what they say, by how the two support each other. They rank; they are no probabilities.</summary>
/// <remarks>Checked against the values of joesingo/truthdiscovery on its own example. A claim is a class said of an item; sources without a label have trust 0.</remarks>
public sealed class TrustRanking
{
    private const int Rounds = 20;
    private readonly double[] _belief;
    private readonly LabelSet _labels;

    private TrustRanking(LabelSet labels, double[] trust, double[] belief)
    {
        (_labels, Trust, _belief) = (labels, trust, belief);
    }

    /// <summary>Trust of each source, 0 to 1.</summary>
    public IReadOnlyList<double> Trust { get; }

    /// <summary>Standing of the claim that the item is of the class; 0 where nobody says so.</summary>
    public double Belief(int item, int @class)
    {
        LabelMath.CheckNumber(item, _labels.Items, nameof(item));
        LabelMath.CheckNumber(@class, _labels.Classes, nameof(@class));
        return _belief[item * _labels.Classes + @class];
    }

    /// <summary>Sums: a claim stands as high as those who make it, a source as high as its claims (Kleinberg 1999; Pasternack and Roth 2010). Twenty rounds, the greatest kept at 1.</summary>
    public static TrustRanking Sums(LabelSet labels)
    {
        var claims = new Claims(labels);
        var (trust, belief) = (claims.Ones(), claims.None());
        for (var round = 0; round < Rounds; round++)
        {
            belief = claims.Backed(trust);
            Claims.Scale(belief);
            trust = claims.Of(belief);
            Claims.Scale(trust);
        }

        return new TrustRanking(labels, trust, belief);
    }

    /// <summary>Investment: a source spreads its trust over its claims and takes back what they grew to, in proportion (Pasternack and Roth 2010, growth 1.2). Twenty rounds from the shares of votes.</summary>
    public static TrustRanking Investment(LabelSet labels)
    {
        var claims = new Claims(labels);
        var (trust, belief) = (claims.Ones(), labels.VoteShares());
        for (var round = 0; round < Rounds; round++)
        {
            var invested = claims.Spread(trust);
            trust = claims.Returned(belief, invested);
            Claims.Scale(trust);
            belief = claims.Backed(claims.Spread(trust));
            for (var i = 0; i < belief.Length; i++)
                belief[i] = belief[i] > 0 ? Elementary.Exp(1.2 * Elementary.Log(belief[i])) : 0;
            Claims.Scale(belief);
        }

        return new TrustRanking(labels, trust, belief);
    }

    /// <summary>TruthFinder: trust is the mean belief in a source's claims, belief the logistic of .3 times the sum of -ln(1 - trust) (Yin, Han and Yu 2008), from trust .9 until the cosine of trusts moves by no more than .001.</summary>
    public static TrustRanking TruthFinder(LabelSet labels)
    {
        var claims = new Claims(labels);
        var (trust, belief) = (claims.Ones(), claims.None());
        for (var i = 0; i < trust.Length; i++)
            trust[i] *= 0.9;
        for (var round = 0; round < 1000; round++)
        {
            var scores = trust.Select(share => -Elementary.Log(Math.Max(1e-300, 1 - share))).ToArray();
            belief = claims.Backed(scores);
            for (var i = 0; i < belief.Length; i++)
                belief[i] = belief[i] > 0 ? 1 / (1 + Elementary.Exp(-0.3 * belief[i])) : 0;
            var next = claims.Mean(belief);
            var still = Claims.Cosine(trust, next) >= 0.999;
            trust = next;
            if (still)
                break;
        }

        return new TrustRanking(labels, trust, belief);
    }

    /// <summary>Who claims what, each claim of a source once.</summary>
    private sealed class Claims
    {
        private readonly LabelSet _labels;
        private readonly (int Claim, int Source)[] _made;
        private readonly int[] _count;

        public Claims(LabelSet labels)
        {
            ArgumentNullException.ThrowIfNull(labels);
            _labels = labels;
            _made = [.. labels.Labels.Select(label => (label.Item * labels.Classes + label.Class, label.Source)).Distinct()];
            _count = new int[labels.Sources];
            foreach (var (_, source) in _made)
                _count[source]++;
        }

        public double[] Ones() => [.. _count.Select(count => count > 0 ? 1.0 : 0)];

        public double[] None() => new double[_labels.Items * _labels.Classes];

        /// <summary>Sum over those who make each claim.</summary>
        public double[] Backed(double[] ofSource)
        {
            var sum = None();
            foreach (var (claim, source) in _made)
                sum[claim] += ofSource[source];
            return sum;
        }

        /// <summary>Sum over each source's claims.</summary>
        public double[] Of(double[] ofClaim)
        {
            var sum = new double[_labels.Sources];
            foreach (var (claim, source) in _made)
                sum[source] += ofClaim[claim];
            return sum;
        }

        public double[] Mean(double[] ofClaim)
        {
            var sum = Of(ofClaim);
            for (var i = 0; i < sum.Length; i++)
                sum[i] = _count[i] > 0 ? sum[i] / _count[i] : 0;
            return sum;
        }

        public double[] Spread(double[] trust) => [.. trust.Select((share, source) => _count[source] > 0 ? share / _count[source] : 0)];

        public double[] Returned(double[] belief, double[] invested)
        {
            var whole = Backed(invested);
            var sum = new double[_labels.Sources];
            foreach (var (claim, source) in _made)
                if (whole[claim] > 0)
                    sum[source] += belief[claim] * invested[source] / whole[claim];
            return sum;
        }

        public static void Scale(double[] values)
        {
            var most = values.Max();
            if (most > 0)
                for (var i = 0; i < values.Length; i++)
                    values[i] /= most;
        }

        public static double Cosine(double[] one, double[] other)
        {
            double product = 0, left = 0, right = 0;
            for (var i = 0; i < one.Length; i++)
            {
                product += one[i] * other[i];
                left += one[i] * one[i];
                right += other[i] * other[i];
            }

            return left > 0 && right > 0 ? product / Math.Sqrt(left * right) : 1;
        }
    }
}
