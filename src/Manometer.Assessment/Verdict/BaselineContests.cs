using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The index, with effects free and without series, against climatology and persistence on the reports of each next month.</summary>
internal static class BaselineContests
{
    private const int Remembered = 6;

    public static BaselineContest? Of(ModelInput input, StoryFits fits, int threads)
    {
        var data = input.Data!;
        var fit = data.Series.Count == 0 ? fits.Free : OrdinalFit.Of(data with { Series = [] }, fits.Free.Model, new OrdinalOptions { Quadrature = OrdinalQuadrature.Mode, Threads = threads });
        var first = data.Reports.Where(report => report.Weight > 0).Min(report => report.Published);
        var curve = fit.Curve(first, data.Months - 1, data.Months + 1, effects: false);
        var heard = Enumerable.Range(1, Math.Max(0, curve.Count - 1)).Where(i => curve[i].Reports > curve[i - 1].Reports).ToList();
        if (heard.Count < 2)
            return null;
        BaselineScore Against(string name, double[] baseline)
        {
            var differences = heard.Select(i => baseline[curve[i].Month] - curve[i].LogPredictive).ToArray(); // losses: below 0 favours the index
            var found = PredictiveComparison.Of(differences);
            return new BaselineScore { Against = name, Advantage = -found.MeanDifference, Months = heard.Count, PValue = found.PValue, Beaten = found.MeanDifference < 0 && found.PValue < 0.05 };
        }

        List<BaselineScore> scores = [Against("climatology", RecordForecaster.LogPredictives(input, series: false)), Against("persistence", RecordForecaster.LogPredictives(input, Remembered, series: false))];
        var beaten = scores.Where(score => score.Beaten).Select(score => score.Against).ToList();
        var text = beaten.Count == scores.Count
            ? string.Create(CultureInfo.InvariantCulture, $"On the reports of {heard.Count} later months the index foretells better than each sector's long record (climatology) and its last six months (persistence), p below .05.")
            : string.Create(CultureInfo.InvariantCulture, $"On the reports of {heard.Count} later months the index does not surely foretell better than {string.Join(" and ", scores.Where(score => !score.Beaten).Select(score => Named(score.Against)))}: its logarithmic score is {string.Join(", ", scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(score.Advantage):0.00} a month {(score.Advantage >= 0 ? "better" : "worse")} than that of {score.Against} (p = {score.PValue:0.00})")))}.");
        return new BaselineContest { Beats = beaten.Count == scores.Count, Scores = scores, Text = text };
    }

    private static string Named(string baseline) => baseline == "climatology" ? "each sector's long record (climatology)" : "its last six months (persistence)";
}
