using System.Globalization;
using Manometer.Coding;
using Manometer.Coding.Tests;
using Manometer.Statistics;

namespace Manometer.Benchmarks.Coding;

/// <summary>Fits <c>model.csv</c> to the training set (<c>tests/training</c>) and the development half of the gold set, and tells by cross-validation how good the reader is with it. The held-out half is not read.</summary>
internal static class ModelFit
{
    private const int Folds = 5;
    private const double CaseWeight = 0.6; // of a summary of a case; groups alone are learned from them
    private const int AtLeast = 3; // sentences in which a feature must stand
    private const double NothingWeight = 3; // of a sentence without an observation: most of what is read is such
    private const double GoldWeight = 2; // of a sentence of the development half beside one of the training set

    private const double PartWeight = 0.6; // of a sentence of the training set in which not every field is coded: its coding is older than half of the rules

    private const double Near = 0.2; // raw probability from which a proposal may come to be made

    private const string Full = "all with every field";

    private static readonly string[] Choices = [ClaimModel.Place, ClaimModel.Date, ClaimModel.Magnitude];

    /// <summary>Cross-validates, prints what comes of it, and writes the model of all sentences to a file.</summary>
    /// <param name="file">Where the model goes; null for nowhere.</param>
    /// <param name="misses">File for what is wrong in the sentences of which every field is coded, read by models that have not seen the sentence; null for none.</param>
    public static int Run(string? file, string? misses)
    {
        if (!GoldHalves.Has(Path.Combine("tests", "gold")))
            return 1;
        var training = new GoldSet(Path.Combine("tests", "training"));
        var gold = new GoldSet(Path.Combine("tests", "gold"));
        var rows = training.All("observations.jsonl").Concat(gold.All("observations.jsonl")).ToLookup(row => row.Sentence);
        GoldSentence[] sentences = [.. training.Sentences, .. gold.Sentences.Where(one => one.Half == "development")];
        var words = Words(sentences);
        var c = CultureInfo.InvariantCulture;

        // each sentence read by a model that has not seen it
        var folds = new IReadOnlyList<(string Id, IReadOnlyList<GoldProposal> Proposals)>[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, fold =>
        {
            var model = Model(Fit([.. sentences.Where((_, i) => FoldOf(i) != fold)], rows, words));
            var reader = new GoldReader(new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = 0 }, model, null, words));
            folds[fold] = [.. sentences.Where((_, i) => FoldOf(i) == fold).Select(sentence => (sentence.Id, reader.Read(sentence)))];
        });
        var told = folds.SelectMany(one => one).ToDictionary(one => one.Id, one => one.Proposals, StringComparer.Ordinal);

        // on the development half alone: in the training set half of the sentences hold nothing, by design, and some were asked to be hard; and of what comes near to being proposed
        var (scale, shift) = Platt([.. sentences.Where(one => one.Half == "development").SelectMany(one => Judged([.. rows[one.Id]], [.. told[one.Id].Where(one => one.Probability >= Near)]))]);
        double Calibrated(double p) => 1 / (1 + Math.Exp(-(scale * Math.Log(Math.Max(p, 1e-9) / Math.Max(1 - p, 1e-9)) + shift)));
        Console.Out.WriteLine(string.Create(c, $"scale {scale:0.000}, shift {shift:0.000}"));
        Console.Out.WriteLine($"| set | threshold | gold | proposed | precision | recall | F1 | field accuracy | calibration error | {string.Join(" | ", GoldScore.Fields)} |");
        foreach (var half in sentences.Select(one => one.Half).Distinct().Append(Full))
            for (var threshold = 0.25; threshold < 0.56; threshold += 0.05)
            {
                using var writer = misses is not null && half == Full && Math.Abs(threshold - CoderOptions.UsualThreshold) < 0.01 ? new StreamWriter(misses) : null;
                var score = new GoldScore(writer);
                foreach (var sentence in sentences.Where(one => half == Full ? IsFull(one) : one.Half == half))
                    score.Add([.. rows[sentence.Id]], [.. told[sentence.Id].Select(one => one with { Probability = Calibrated(one.Probability) }).Where(one => one.Probability >= threshold)]);
                Console.Out.WriteLine(string.Create(c, $"| {half} | {threshold:0.00} | {score.Gold} | {score.Proposed} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.FieldAccuracy:0.000} | {score.CalibrationError:0.000} | {string.Join(" | ", GoldScore.Fields.Select(field => score.Accuracy(field)?.ToString("0.000", c)))} |"));
            }

        if (file is not null)
        {
            var rowsOfModel = Fit(sentences, rows, words);
            rowsOfModel.Add([ClaimModel.Claim, "right", ClaimModel.Scale, scale.ToString("0.###", c)]);
            rowsOfModel.Add([ClaimModel.Claim, "right", ClaimModel.Shift, shift.ToString("0.###", c)]);
            File.WriteAllText(file, "decision,class,feature,weight\n# fitted by: dotnet run -c Release --project bench/Manometer.Benchmarks -- coding model; do not edit by hand\n"
                + string.Concat(rowsOfModel.Select(row => string.Join(',', row.Select(cell => cell.Contains('"', StringComparison.Ordinal) || cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)) + "\n")));
        }

        return 0;
    }

    private static IEnumerable<(double Probability, bool Right)> Judged(IReadOnlyList<GoldRow> truth, IReadOnlyList<GoldProposal> proposals)
    {
        var pairs = GoldPairs.Of(truth.Count, proposals.Count, (i, j) => truth[i].Sector == proposals[j].Row.Sector ? truth[i].Overlap(proposals[j].Row.Start, proposals[j].Row.End) : 0);
        return proposals.Select((one, j) => (one.Probability, pairs.Exists(pair => pair.Second == j)));
    }

    // scale and shift of the log-odds that make the truth likeliest (Platt 1999), by Newton's method
    private static (double Scale, double Shift) Platt(IReadOnlyList<(double Probability, bool Right)> told)
    {
        double a = 1, b = 0;
        for (var round = 0; round < 30; round++)
        {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            foreach (var (probability, right) in told)
            {
                var x = Math.Log(Math.Max(probability, 1e-9) / Math.Max(1 - probability, 1e-9));
                var p = 1 / (1 + Math.Exp(-(a * x + b)));
                var (d, v) = (p - (right ? 1 : 0), p * (1 - p));
                ga += d * x;
                gb += d;
                haa += v * x * x;
                hab += v * x;
                hbb += v;
            }

            var determinant = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / determinant;
            b -= (haa * gb - hab * ga) / determinant;
        }

        return (a, b);
    }

    // words in small letters whose stems three sentences or more hold, in all their forms
    private static List<string> Words(IEnumerable<GoldSentence> sentences) =>
    [
        .. sentences.SelectMany(one => one.Text.Split([' ', ',', '.', ';', ':', '"', '(', ')', '-', '\u2019'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLower)).Select(Stem.Of).Distinct())
            .GroupBy(word => word).Where(group => group.Count() >= 3).SelectMany(group => Stem.Forms(group.Key).Prepend(group.Key)).Distinct().Order(StringComparer.Ordinal),
    ];

    // the drafts of each sentence, with what the gold says of them; clauses with the sectors of their observations
    private static Dictionary<string, List<Example>> Examples(IEnumerable<GoldSentence> sentences, ILookup<string, GoldRow> rows, IEnumerable<string> words, IReadOnlyList<string[]> model)
    {
        var trace = new List<DraftTrace>();
        var coder = new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = 2 }, Model(model), trace, words);
        var examples = new Dictionary<string, List<Example>>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            trace.Clear();
            coder.Code(new ReportText(sentence.Id, null, sentence.Written, null, sentence.Text));
            var truth = rows[sentence.Id].ToList();
            var drafts = trace.Where(one => one.Sector.Length > 0).ToList();
            var pairs = GoldPairs.Of(truth.Count, drafts.Count, (i, j) => truth[i].Sector == drafts[j].Sector ? truth[i].Overlap(drafts[j].Start, drafts[j].End) : 0);
            var weight = truth.Count == 0 ? NothingWeight : sentence.Half == "development" ? GoldWeight : IsFull(sentence) ? 1 : PartWeight;
            var all = examples[sentence.Id] = [];
            for (var j = 0; j < drafts.Count; j++)
            {
                var pair = pairs.FindIndex(one => one.Second == j);
                all.Add(new Example(drafts[j].Features, pair < 0 ? null : truth[pairs[pair].First], weight, IsFull(sentence) ? drafts[j].Candidates : null));
            }

            foreach (var row in truth)
                if (trace.Where(one => one.Sector.Length == 0).MaxBy(one => row.Overlap(one.Start, one.End)) is { } clause && row.Overlap(clause.Start, clause.End) > 0)
                    all.Add(new Example(clause.Features, row, weight, null));
        }

        return examples;
    }

    // sectors first; the other decisions then learn from guesses of sectors made without the sentence, as they will be met
    private static List<string[]> Fit(IReadOnlyList<GoldSentence> sentences, ILookup<string, GoldRow> rows, IReadOnlyList<string> words)
    {
        var clauses = Examples(sentences, rows, words, []);
        List<string[]> Sectors(Func<int, bool> taken) => Fit(ClaimModel.Sector, [.. sentences.Where((_, i) => taken(i)).SelectMany(one => clauses[one.Id]).Where(one => one.Features.ContainsKey(ClaimModel.Sector))]);
        var examples = new List<Example>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var guesses = Sectors(i => InnerFoldOf(i) != fold);
            examples.AddRange(Examples([.. sentences.Where((_, i) => InnerFoldOf(i) == fold)], rows, words, guesses).Values.SelectMany(one => one).Where(one => one.Features.ContainsKey(ClaimModel.Claim)));
        }

        var all = Sectors(_ => true);
        foreach (var task in ClaimModel.OfDrafts)
            all.AddRange(Fit(task, task == ClaimModel.Group ? [.. examples, .. OfCases(words)] : examples));
        foreach (var task in Choices)
            all.AddRange(FitChoice(task, examples));
        all.AddRange(FitRole(examples));
        return all;
    }

    private static List<string[]> FitChoice(string task, IReadOnlyList<Example> examples)
    {
        var told = Chosen(task, examples).Where(one => one.Candidates[task].Count > 1)
            .Select(one => ((IReadOnlyList<IReadOnlyList<string>>)[.. one.Candidates[task].Select(candidate => candidate.Features)], one.Right, one.Example.Weight)).ToList();
        return [.. RankFit.Fit(told, Ridge(task), AtLeast).Select(row => Row(task, "this", row.Feature, row.Weight))];
    }

    // is the number that was meant a step or a level?
    private static List<string[]> FitRole(IReadOnlyList<Example> examples)
    {
        var told = Chosen(ClaimModel.Magnitude, examples).Where(one => one.Right > 0)
            .Select(one => (one.Candidates[ClaimModel.Role][one.Right].Features, one.Example.Truth!.Magnitude!.Role, one.Example.Weight)).ToList();
        return [.. SoftmaxFit.Fit(told, ["by", "to"], Ridge(ClaimModel.Role), AtLeast).Select(row => Row(ClaimModel.Role, row.Class, row.Feature, row.Weight))];
    }

    // examples whose right candidate the reader has found
    private static IEnumerable<(Example Example, IReadOnlyDictionary<string, IReadOnlyList<DraftCandidate>> Candidates, int Right)> Chosen(string task, IReadOnlyList<Example> examples)
    {
        foreach (var one in examples)
            if (one is { Truth: { } truth, Candidates: { } candidates } && candidates[task].ToList().FindIndex(candidate => IsMeant(task, truth, candidate.Values)) is >= 0 and var right)
                yield return (one, candidates, right);
    }

    private static bool IsMeant(string task, GoldRow truth, IReadOnlyList<string> values) => task switch
    {
        ClaimModel.Place => values.Contains(truth.Place ?? DraftCandidate.Empty, StringComparer.OrdinalIgnoreCase),
        ClaimModel.Date => GoldRow.Plain(values[0]) == (GoldRow.Plain(truth.Date) ?? DraftCandidate.Empty),
        _ => truth.Magnitude is { } told ? values is [var value, var unit] && told.Counts(double.Parse(value, CultureInfo.InvariantCulture), unit) : values[0] == DraftCandidate.Empty,
    };

    private static ClaimModel Model(IEnumerable<string[]> rows) => new(rows.Select(row => new ModelRow(row[0], row[1], row[2].AsMemory(), double.Parse(row[3], CultureInfo.InvariantCulture))));

    private static string[] Row(string task, string name, string feature, double weight) => [task, name, feature, weight.ToString("0.##", CultureInfo.InvariantCulture)];

    private static List<string[]> Fit(string task, IReadOnlyList<Example> examples)
    {
        var told = task == ClaimModel.Claim
            ? examples.Select(one => (one.Features[task], one.Truth is null ? "wrong" : "right", one.Weight)).ToList()
            // how firm a tie is, only those tell in which every field is coded
            : [.. examples.Where(one => one.Truth is not null && (task != ClaimModel.Tie || one.Candidates is not null)).Select(one => (one.Features[task], Answer(task, one.Truth!), one.Weight))];
        string[] classes = task == ClaimModel.Claim ? ["right", "wrong"] : [.. told.Select(one => one.Item2).Distinct().Order(StringComparer.Ordinal)];
        return [.. SoftmaxFit.Fit(told, classes, Ridge(task), AtLeast).Select(row => Row(task, row.Class, row.Feature, row.Weight))];
    }

    // observations of the built-in cases: a summary each, of which one observation is known
    private static List<Example> OfCases(IEnumerable<string> words)
    {
        var trace = new List<DraftTrace>();
        var coder = new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = 2 }, new ClaimModel([]), trace, words);
        var examples = new List<Example>();
        foreach (var name in (string[])["dprk-2016-2019", "iran-2010-2020", "russia-2012-2022"])
            foreach (var row in Rows(Path.Combine("cases", name, "observations.csv")).Where(row => row["kind"] == "change" && row["direction"].Length > 0))
            {
                trace.Clear();
                coder.Code(new ReportText("case", null, new DateOnly(2019, 1, 1), null, row["summary"]));
                if (trace.Find(one => one.Sector == row["sector"]) is { } draft)
                    examples.Add(new Example(draft.Features, new GoldRow { Sentence = "", Start = 0, End = 0, Quote = "", Date = null, Place = null, Sector = row["sector"], Group = row["group"].Length == 0 ? null : row["group"], Indicator = row["indicator"], Direction = row["direction"], Magnitude = null, Attribution = "none", Grade = null, Polarity = "", Sourcing = [] }, CaseWeight, null));
            }

        return examples;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var all = Csv.Read(path);
        return all.Skip(1).Where(row => row.Count == all[0].Count).Select(row => all[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    // sentences written one after another share their words: they are left out together
    private static int FoldOf(int sentence) => sentence / 24 % Folds;

    private static int InnerFoldOf(int sentence) => sentence / 11 % Folds;

    // by cross-validation
    private static double Ridge(string task) => task switch { ClaimModel.Claim => 10, ClaimModel.Direction or ClaimModel.Sector => 3, ClaimModel.Role or ClaimModel.Place or ClaimModel.Date or ClaimModel.Magnitude => 2, _ => 4 };

    private static string Answer(string task, GoldRow row) => task switch
    {
        ClaimModel.Sector => row.Sector,
        ClaimModel.Indicator => row.Indicator,
        ClaimModel.Direction => row.Direction,
        ClaimModel.Group => row.Group ?? "none",
        ClaimModel.Polarity => row.Polarity,
        _ => row.Attribution == "none" ? "none" : row.Attribution + "-" + row.Grade,
    };

    // dates, places and magnitudes are coded, too
    private static bool IsFull(GoldSentence sentence) => sentence.Half != "training";

    private sealed record Example(IReadOnlyDictionary<string, IReadOnlyList<string>> Features, GoldRow? Truth, double Weight, IReadOnlyDictionary<string, IReadOnlyList<DraftCandidate>>? Candidates);
}
