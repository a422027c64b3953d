namespace Manometer.Statistics;

/// <summary>Outcomes before the treatment, on the simplex.</summary>
internal sealed class ClassicEngine(SynthSample sample) : SynthEngine(sample)
{
    private readonly SimplexLeastSquares _squares = new();

    public override void Fit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        _squares.Solve(Columns(donors, 0, Sample.Pre), Sample.Of(target)[..Sample.Pre]).CopyTo(weights);
        (IsUnique, KktResidual) = (_squares.IsUnique, _squares.KktResidual);
    }
}
