using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>appraisals.csv</c>: distributions over steps, as probabilities or percent, each once an analyst, a thing and a day.</summary>
internal static class AppraisalTable
{
    private const int First = 5;

    // a table of rounded percent may miss its hundred by that much
    private const double SumTolerance = 0.015;

    public static List<Appraisal> Read(ReadingContext context)
    {
        var seen = new HashSet<(string, AppraisalQuestion, string?, string?)>();
        return TableFile.Read(context, TableSchemas.Appraisals, row =>
        {
            var question = row.Word<AppraisalQuestion>(3) ?? AppraisalQuestion.Coerce;
            var appraisal = new Appraisal
            {
                Id = row.Id(0),
                Analyst = row.Pooled(1) ?? "",
                On = row.Date(2),
                Question = question,
                Objective = row.IsEmpty(4) ? null : row.Text(4),
                Probabilities = Steps(row, question),
                Rationale = row.Text(10) ?? "",
                Evidence = row.References(11),
                Note = row.IsEmpty(12) ? null : row.Text(12),
            };
            if (row.Good(1, 2, 3, 4) && !seen.Add((appraisal.Analyst, appraisal.Question, appraisal.Objective, appraisal.On?.ToString())))
                row.Report(Rules.AppraisedTwice, 3, "one appraisal of an analyst on a thing a day", $"{appraisal.Analyst}, {Word.Of(question)}{(appraisal.Objective is { } objective ? $", {objective}" : "")}: a second one", "keep one of the rows, or date the later one in 'on'");
            return appraisal;
        });
    }

    private static double[] Steps(RowReader row, AppraisalQuestion question)
    {
        var steps = Appraisal.StepsOf(question);
        var shares = new double[steps];
        for (var i = 0; i < steps; i++)
            shares[i] = row.Number(First + i, 0, 100) ?? 0;
        var fifth = First + 4;
        var wanted = $"{steps} probabilities that sum to 1, or percent that sum to 100";
        if (row.Good(3) && steps == 5 && row.IsEmpty(fifth) && row.Has(fifth))
            row.Report(Rules.StepsDoNotSum, fifth, wanted, "no p5", "write 0 where a step is ruled out");
        else if (row.Good(3) && steps == 4 && !row.IsEmpty(fifth))
            row.Report(Rules.StepsDoNotSum, fifth, wanted, "a fifth", "the contribution has four steps: leave p5 empty");
        else if (row.Good(3, First, First + 1, First + 2, First + 3, fifth) && !Sums(shares))
            row.Report(Rules.StepsDoNotSum, First, wanted, string.Create(CultureInfo.InvariantCulture, $"a sum of {shares.Sum():0.####}"), "correct one of them: each must be 0 or more");
        var sum = shares.Sum();
        return sum > 0 ? [.. shares.Select(share => share / sum)] : [.. shares.Select(_ => 1.0 / steps)];
    }

    private static bool Sums(double[] shares) => Math.Abs(shares.Sum() - 1) <= SumTolerance || Math.Abs(shares.Sum() - 100) <= 100 * SumTolerance;
}
