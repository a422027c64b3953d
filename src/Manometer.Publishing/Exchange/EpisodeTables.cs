using System.Globalization;
using System.Text;
using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Publishing;

/// <summary>What analysts entered on outcome and contribution as records of the field's data sets, with probabilities where those have codes.</summary>
public static class EpisodeTables
{
    /// <summary>One file a data set: <c>hse.csv</c> (Hufbauer, Schott and Elliott), <c>tsc.csv</c> (Targeted Sanctions Consortium), <c>gsdb.csv</c> (Global Sanctions Data Base).</summary>
    /// <param name="case">The case, free of errors.</param>
    /// <param name="asOf">Appraisals up to this day.</param>
    public static IReadOnlyList<(string File, string Text)> Of(Case @case, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var codes = OutcomeVerdicts.CodesOf(@case, asOf);
        return [("hse.csv", Hse(@case, codes)), ("tsc.csv", Tsc(@case, asOf)), ("gsdb.csv", Gsdb(@case, asOf, codes))];
    }

    private static string Hse(Case @case, IReadOnlyList<EpisodeCode> codes)
    {
        int[] scores = [1, 2, 3, 4, 6, 8, 9, 12, 16];
        var csv = new StringBuilder();
        csv.Append(CsvRow.Of(["target", "objective", "result_1", "result_2", "result_3", "result_4", "contribution_1", "contribution_2", "contribution_3", "contribution_4", .. scores.Select(score => $"score_{score}"), "score_9_or_more"]));
        foreach (var code in codes)
            csv.Append(CsvRow.Of(
            [
                @case.Header.TargetCountry, code.Objective, .. code.HseResult.Select(Number), .. Enumerable.Range(0, 4).Select(i => Number(code.HseContribution?[i])),
                .. scores.Select(score => Number(code.HseScores.FirstOrDefault(share => share.Score == score)?.Probability)), Number(code.HseSuccess),
            ]));
        return csv.ToString();
    }

    private static string Tsc(Case @case, DateOnly asOf)
    {
        var csv = new StringBuilder();
        csv.Append(CsvRow.Of(["target", "purpose", "objective", "basis", "step_1", "step_2", "step_3", "step_4", "step_5", "effective", "effective_lowest", "effective_highest", "base_rate", "analysts"]));
        foreach (var one in OutcomeVerdicts.Of(@case, asOf))
            csv.Append(CsvRow.Of(
            [
                @case.Header.TargetCountry, one.Purpose, one.Objective, one.Basis, .. one.Probabilities.Select(p => Number(p)), Number(one.Effective), Number(one.Low), Number(one.High), Number(one.BaseRate),
                string.Join(';', one.Analysts.Select(by => by.Analyst)),
            ]));
        return csv.ToString();
    }

    private static string Gsdb(Case @case, DateOnly asOf, IReadOnlyList<EpisodeCode> codes)
    {
        var measures = @case.Measures.Where(measure => measure.Adopted.FirstDay is { } day && day <= asOf).ToList();
        var begin = measures.Select(measure => measure.Adopted.FirstDay!.Value.Year).DefaultIfEmpty().Min();
        var issuers = string.Join(';', measures.Select(measure => measure.Issuer).Distinct(StringComparer.Ordinal));
        var csv = new StringBuilder();
        csv.Append(CsvRow.Of(["sanctioned_state", "sanctioning_state", "begin", "end", "objective", "success", .. StandardCodes.GsdbClasses.Select(name => "p_" + name.Replace(' ', '_'))]));
        foreach (var code in codes)
            csv.Append(CsvRow.Of(
            [
                @case.Header.TargetName, issuers, begin == 0 ? null : begin.ToString(CultureInfo.InvariantCulture), asOf.Year.ToString(CultureInfo.InvariantCulture), code.Objective,
                code.GsdbClasses.MaxBy(share => share.Probability)!.Class, .. code.GsdbClasses.Select(share => Number(share.Probability)),
            ]));
        return csv.ToString();
    }

    private static string? Number(double? value) => value is { } number ? Math.Round(number, 6).ToString("R", CultureInfo.InvariantCulture) : null;

    private static string? Number(double value) => Number((double?)value);
}
