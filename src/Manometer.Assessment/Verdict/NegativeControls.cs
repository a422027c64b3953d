using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What the case declares untouchable, treated as though the measures aimed at it: an effect there is one the model makes up.</summary>
/// <remarks>Only observations on what no measure aims at are used, controls on one side and the rest on the other, so that a true effect elsewhere does not move the comparison. Numeric series do not enter. Dates, lags, scales and priors are those of the verdict (Lipsitch, Tchetgen Tchetgen and Cohen 2010, on negative controls).</remarks>
internal static class NegativeControls
{
    /// <summary>Observations needed on either side.</summary>
    private const int Least = 5;

    private const double Normal95 = 1.959963984540054;

    /// <summary>One row for each control, and one for all together where there are several; empty where none is declared or nothing was estimated.</summary>
    public static IReadOnlyList<ControlFinding> Of(Case @case, ModelInput input, StoryFits fits, int threads)
    {
        var controls = @case.Header.Controls;
        if (controls.IsEmpty || input.Data is not { } data)
            return [];
        var observations = new Dictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var one in @case.Observations)
            observations.TryAdd(one.Id, one);
        var within = new PlacesWithin(@case.Places);
        (string Kind, string Id, Func<Observation, bool> Is)[] declared =
        [
            .. controls.Sectors.Select(id => ("sector", id, (Func<Observation, bool>)(one => one.Sector == id))),
            .. controls.Places.Select(id => ("place", id, (Func<Observation, bool>)(one => within.Holds(id, one.Place)))),
            .. controls.Indicators.Select(id => ("indicator", id, (Func<Observation, bool>)(one => one.Indicator == id))),
        ];
        bool[] any = [.. input.Reports.Select(report => observations.TryGetValue(report.Observation, out var one) && declared.Any(control => control.Is(one)))];
        bool[] rest = [.. input.Reports.Select((report, i) => !any[i] && !input.Measures.Aims(report.Sector))];
        var found = declared.Select(control => Found(control.Kind, control.Id, [.. input.Reports.Select((report, i) => any[i] && control.Is(observations[report.Observation]))])).ToList();
        if (declared.Length > 1)
            found.Insert(0, Found("all", string.Join(", ", declared.Select(control => control.Id)), any));
        return found;

        ControlFinding Found(string kind, string id, bool[] is_)
        {
            int Counted(bool[] which) => Enumerable.Range(0, which.Length).Count(i => which[i] && data.Reports[i].Weight > 0);
            var finding = new ControlFinding { Kind = kind, Id = id, Reports = Counted(is_), Compared = Counted(rest) };
            if (finding.Reports < Least || finding.Compared < Least)
                return finding;
            var effect = OrdinalFit.Of(AsTargets(data, is_, rest), new OrdinalModel { Kernels = fits.Free.Model.Kernels, Mixture = false }, new OrdinalOptions { Quadrature = OrdinalQuadrature.Mode, Threads = threads }).MeanEffect!;
            var (low, high) = (effect.Posterior.Mean - Normal95 * effect.Posterior.Sd, effect.Posterior.Mean + Normal95 * effect.Posterior.Sd);
            return finding with { Mean = effect.Posterior.Mean, Low95 = low, High95 = high, Contraction = effect.Contraction, CoversZero = low <= 0 && high >= 0 };
        }
    }

    /// <summary>The warning, where all controls together (or the only one) do not cover 0; what is missing, where none could be tried.</summary>
    public static Notice? NoticeOf(Case @case, IReadOnlyList<ControlFinding> found) => found switch
    {
        _ when @case.Header.Controls.IsEmpty => new("NO_CONTROLS", "The case declares nothing that no measure can have touched (controls of case.yaml): whether the model sees effects where there are none was not tried on it."),
        [{ CoversZero: false } first, ..] => new("CONTROLS_MOVED", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The model sees sanctions where there are none: on what the case declares untouchable ({first.Id}) it finds an effect of {first.Mean:+0.0;-0.0} logits (95 % interval {first.Low95:+0.0;-0.0} to {first.High95:+0.0;-0.0}). Its verdict on the rest deserves no trust until that is explained.")),
        [{ CoversZero: null } first, ..] => new("CONTROLS_TOO_FEW", $"What the case declares untouchable could not be tried: {first.Reports} observations on it, {first.Compared} on what else no measure aims at, and {Least} are needed on either side."),
        _ => null,
    };

    /// <summary>Only the controls and what they are compared with, the controls in cells of their own at which every intervention aims.</summary>
    private static OrdinalData AsTargets(OrdinalData data, bool[] controls, bool[] rest)
    {
        var cells = data.Cells.Count;
        return data with
        {
            Cells = [.. data.Cells, .. data.Cells],
            Reports = [.. Enumerable.Range(0, controls.Length).Where(i => controls[i] || rest[i]).Select(i => controls[i] ? data.Reports[i] with { Cell = data.Reports[i].Cell + cells } : data.Reports[i])],
            Series = [],
            Interventions = [.. data.Interventions.Select(one => one with { Targets = [.. Enumerable.Range(cells, cells).Select(cell => new CellWeight(cell, 1.0 / data.Interventions.Count))] })],
        };
    }
}
