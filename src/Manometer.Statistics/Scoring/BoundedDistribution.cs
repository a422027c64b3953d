namespace Manometer.Statistics;

/// <summary>A symmetric family between bounds, truncated or censored. Made by <see cref="SymmetricDistribution.Truncated"/> and <see cref="SymmetricDistribution.Censored"/>.</summary>
/// <remarks>Between the bounds the distribution function is a + b F, so that the score needs only the integrals of F and F^2, taken from the nearer end. Truncated to an interval that holds the share d, the absolute error grows as 1e-16 / d^2; d below 0.001 is refused.</remarks>
public sealed class BoundedDistribution : PredictiveDistribution
{
    private const double LeastShare = 1e-3;

    private readonly double _lower, _upper, _share, _offset, _mirror;

    internal BoundedDistribution(SymmetricDistribution parent, double lower, double upper, BoundaryRule rule)
    {
        if (!(lower < upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ScoringException(ScoringFault.Order, Require.Text($"The lower bound must be below the upper; they are {lower} and {upper}."));
        (Parent, Lower, Upper, Rule) = (parent, lower, upper, rule);
        _lower = (lower - parent.Location) / parent.Scale;
        _upper = (upper - parent.Location) / parent.Scale;
        _share = 1;
        if (rule == BoundaryRule.Censored)
            return;
        var below = At(_lower);
        var above = At(-_upper);
        _share = _lower > 0 ? At(-_lower) - above : At(_upper) - below;
        if (!(_share >= LeastShare))
            throw new ScoringException(ScoringFault.Truncation, Require.Text($"The interval {lower} to {upper} holds only {_share} of the distribution; state the forecast as a uniform or exponential one there."));
        _offset = -below / _share;
        _mirror = -above / _share;
    }

    /// <summary>The distribution without bounds.</summary>
    public SymmetricDistribution Parent { get; }

    /// <summary>Lower bound; may be negative infinity.</summary>
    public double Lower { get; }

    /// <summary>Upper bound; may be infinity.</summary>
    public double Upper { get; }

    /// <summary>What happens at the bounds.</summary>
    public BoundaryRule Rule { get; }

    private protected override double CrpsOf(double y)
    {
        var z = (y - Parent.Location) / Parent.Scale;
        var inside = z < _lower ? _lower : z > _upper ? _upper : z;
        return Parent.Scale * (Math.Abs(z - inside) + Squared(_lower, inside, _offset) + Squared(-_upper, -inside, _mirror));
    }

    private protected override double LogScoreOf(double y)
    {
        if (y < Lower || y > Upper)
            return double.PositiveInfinity;
        if (Rule == BoundaryRule.Censored && y == Lower)
            return -Elementary.Log(At(_lower));
        if (Rule == BoundaryRule.Censored && y == Upper)
            return -Elementary.Log(At(-_upper));
        return Parent.LogScore(y) + Elementary.Log(_share);
    }

    private protected override double CdfOf(double x)
    {
        if (x < Lower)
            return 0;
        if (x >= Upper)
            return 1;
        return Math.Clamp(_offset + At((x - Parent.Location) / Parent.Scale) / _share, 0, 1);
    }

    private double At(double z) => double.IsInfinity(z) ? (z > 0 ? 1 : 0) : Parent.StandardCdf(z);

    // integral of (offset + F / share)^2 from one point to another; at minus infinity the offset is 0
    private double Squared(double from, double to, double offset)
    {
        if (double.IsNegativeInfinity(from))
            return Parent.SecondIntegral(to) / (_share * _share);
        if (from == to)
            return 0;
        return offset * offset * (to - from)
            + 2 * offset / _share * (Parent.FirstIntegral(to) - Parent.FirstIntegral(from))
            + (Parent.SecondIntegral(to) - Parent.SecondIntegral(from)) / (_share * _share);
    }
}
