using Manometer.Model;
using Manometer.Statistics;
using Forecast = Manometer.Model.Forecast;

namespace Manometer.Assessment;

/// <summary>Scores the claims of a case as of a date, and puts those who made them on one board an effect.</summary>
internal static class ForecastScoring
{
    private const int FewestForRank = 5;
    private const int FewestForReliability = 5;
    private const double Extremising = 2.5;
    private const string Forecaster = "forecaster", Story = "hypothesis", Aggregate = "aggregate", Baseline = "baseline";

    /// <summary>The scores; null when no claim can be scored.</summary>
    /// <exception cref="ArgumentException">A forecast of a story names no claim of the case, or is no probability.</exception>
    public static ForecastScores? Of(IReadOnlyList<Forecast> forecasts, IReadOnlyList<HypothesisForecast> stories, DateOnly asOf)
    {
        var claims = forecasts.Where(claim => claim.MadeOn.FirstDay is { } day && day <= asOf).OrderBy(claim => claim.MadeOn.FirstDay).ThenBy(claim => claim.Id, StringComparer.Ordinal)
            .Select(claim => new Claim(claim, ForecastViews.OutcomeBy(claim, asOf), QuestionOf(claim))).ToList();
        foreach (var story in stories)
            if (forecasts.All(claim => claim.Id != story.Forecast) || story is not { Low: >= 0, High: <= 1 } || !(story.Low <= story.Probability && story.Probability <= story.High))
                throw new ArgumentException($"The forecast of {story.Hypothesis} on {story.Forecast} names no claim, or is no range of probabilities.", nameof(stories));
        var scored = claims.Where(claim => ClaimScoring.Obstacle(claim.Forecast, claim.Outcome, asOf) is null).ToList();
        if (scored.Count == 0)
            return null;
        foreach (var effect in scored.GroupBy(claim => claim.Forecast.Effect))
            foreach (var claim in effect)
                Score(claim, BaseRate(effect.Where(other => other.Question != claim.Question)));
        return new ForecastScores
        {
            Claims = [.. claims.Select(claim => View(claim, asOf))],
            Boards = [.. scored.GroupBy(claim => claim.Forecast.Effect).OrderBy(group => group.Key).Select(group => Board(Word.Of(group.Key), [.. group], stories))],
            Contests = [.. scored.GroupBy(claim => (claim.Forecast.Effect, claim.Question, Rule: claim.Rule == "ranked" ? "Brier" : claim.Rule!)).Where(group => group.Select(claim => claim.Forecast.Who).Distinct(StringComparer.Ordinal).Count() > 1).Select(Contest)],
        };
    }

    private static string QuestionOf(Forecast claim) => claim.Question ?? claim.Id;

    // (k + 1/2) / (n + 1) over questions: Jeffreys' estimate, one half when there is none
    private static double BaseRate(IEnumerable<Claim> others)
    {
        var effects = Effects(others);
        return (effects.Sum() + 0.5) / (effects.Count + 1);
    }

    private static List<double> Effects(IEnumerable<Claim> claims) =>
        [.. claims.Select(claim => (claim.Question, Effect: ClaimScoring.Effect(claim.Forecast, claim.Outcome))).Where(pair => pair.Effect is not null).GroupBy(pair => pair.Question).Select(group => group.Average(pair => pair.Effect!.Value))];

    private static void Score(Claim claim, double baseRate)
    {
        (claim.Rule, claim.Score, claim.Logarithmic) = ClaimScoring.Of(claim.Forecast, claim.Outcome);
        claim.Climatology = ClaimScoring.Climatology(claim.Forecast, claim.Outcome, baseRate);
    }

    private static ScoredClaim View(Claim claim, DateOnly asOf)
    {
        var forecast = claim.Forecast;
        var hash = ClaimText.Hash(forecast);
        return new ScoredClaim
        {
            Id = forecast.Id,
            Who = forecast.Who,
            Effect = Word.Of(forecast.Effect),
            Question = claim.Question,
            Commit = hash,
            CommitStatus = forecast.Commit is null ? "none" : string.Equals(forecast.Commit, hash, StringComparison.OrdinalIgnoreCase) ? "registered" : "changed",
            Unscored = ClaimScoring.Obstacle(forecast, claim.Outcome, asOf),
            Rule = claim.Rule,
            Probability = ClaimScoring.Probability(forecast),
            Score = claim.Score,
            Climatology = claim.Score is null ? null : claim.Climatology,
            Gain = claim.Score is null ? null : claim.Gain,
            Logarithmic = claim.Logarithmic is { } log && double.IsFinite(log) ? log : null,
        };
    }

    private static Scoreboard Board(string effect, IReadOnlyList<Claim> claims, IReadOnlyList<HypothesisForecast> stories)
    {
        var questions = claims.Select(claim => claim.Question).Distinct(StringComparer.Ordinal).ToList();
        var entries = Entries(claims, stories);
        var forecasters = entries.Where(entry => entry.Kind == Forecaster).GroupBy(entry => entry.Name).Select(group => group.ToList()).ToList();
        var boards = Enumerable.Range(0, 3).Select(reading => Fit(forecasters, questions, reading)).ToArray();
        var rows = entries.GroupBy(entry => (entry.Kind, entry.Name)).Select(group => Row(group.Key.Name, group.Key.Kind, [.. group], boards)).ToList();
        var ranks = Enumerable.Range(0, 3).Select(reading => Ranks(rows, reading)).ToArray();
        var ranked = rows.Select(row => row.View with
        {
            Rank = ranks[1].TryGetValue(row.View.Name, out var rank) ? rank : null,
            RankMoves = ranks[1].TryGetValue(row.View.Name, out var middle) && (ranks[0].GetValueOrDefault(row.View.Name) != middle || ranks[2].GetValueOrDefault(row.View.Name) != middle),
        });
        var effects = Effects(claims);
        return new Scoreboard
        {
            Effect = effect,
            Claims = claims.Count,
            Questions = questions.Count,
            BaseRate = effects.Count == 0 ? null : effects.Average(),
            Between = boards[1].Between,
            Within = boards[1].Within,
            Identified = boards[1].Identified,
            Rows = [.. ranked.OrderBy(row => row.Rank ?? int.MaxValue).ThenByDescending(row => row.Low).ThenBy(row => row.Name, StringComparer.Ordinal)],
            Reliability = Reliability(claims),
        };
    }

    // one entry a claim, entrant and reading: the claim's forecaster, the stories, the pools and the baselines
    private static List<Entry> Entries(IReadOnlyList<Claim> claims, IReadOnlyList<HypothesisForecast> stories)
    {
        var entries = claims.Select(claim => new Entry(claim.Forecast.Who, Forecaster, claim.Question, claim.Score!, claim.Climatology)).ToList();
        foreach (var claim in claims)
        {
            foreach (var story in stories.Where(story => story.Forecast == claim.Forecast.Id && claim.Forecast.Kind is not (ForecastKind.Numeric or ForecastKind.Duration)))
                entries.Add(new Entry(story.Hypothesis, Story, claim.Question, new ReadingRange(ClaimScoring.Score(story.Low, claim.Outcome), ClaimScoring.Score(story.Probability, claim.Outcome), ClaimScoring.Score(story.High, claim.Outcome)), claim.Climatology));
            entries.Add(Same("base rate", claim.Climatology, claim));
            if (ClaimScoring.Persistence(claim.Forecast, claim.Outcome) is { } still)
                entries.Add(Same("nothing changes", still, claim));
            if (ClaimScoring.Believer(claim.Forecast, claim.Outcome) is { } believer)
                entries.Add(Same("the measures always work", believer, claim));
        }

        foreach (var question in claims.GroupBy(claim => claim.Question).Where(group => Pool([.. group], 1) is not null))
            foreach (var (name, factor) in new[] { ("forecasters pooled", 1.0), ("forecasters pooled, made more extreme", Extremising) })
            {
                var one = question.First(claim => ClaimScoring.Effect(claim.Forecast, claim.Outcome) is not null);
                entries.Add(new Entry(name, Aggregate, question.Key, Each(reading => ClaimScoring.Score(ClaimScoring.OfClaim(one.Forecast, Pool([.. question], factor, reading)!.Value), one.Outcome)), one.Climatology));
            }

        return entries;
    }

    private static Entry Same(string name, double score, Claim claim) => new(name, Baseline, claim.Question, new ReadingRange(score, score, score), claim.Climatology);

    // mean log-odds, over forecasters of the question, that the measures move it; null below two
    private static double? Pool(IReadOnlyList<Claim> claims, double factor, int reading = 1)
    {
        var said = claims.Where(claim => claim.Forecast.Asserts != ForecastStance.Neither && ClaimScoring.Probability(claim.Forecast) is not null)
            .DistinctBy(claim => claim.Forecast.Who).Select(claim => Math.Clamp(ClaimScoring.OfClaim(claim.Forecast, At(ClaimScoring.Probability(claim.Forecast)!, reading)), 0.001, 0.999)).ToArray();
        return said.Length < 2 ? null : Pooling.MeanLogit(said, factor);
    }

    private static Shrinkage Fit(List<List<Entry>> forecasters, List<string> questions, int reading)
    {
        var all = forecasters.SelectMany((entries, i) => entries.Select(entry => (Entrant: i, Question: questions.IndexOf(entry.Question), Gain: entry.Climatology - At(entry.Score, reading)))).ToList();
        return Shrinkage.Fit([.. all.Select(one => one.Entrant)], [.. all.Select(one => one.Question)], [.. all.Select(one => one.Gain)]);
    }

    private static (ScoreboardRow View, double[] Bounds) Row(string name, string kind, IReadOnlyList<Entry> entries, Shrinkage[] boards)
    {
        // claims on one question are averaged first and count as one
        var questions = entries.GroupBy(entry => entry.Question).ToList();
        var gain = Each(reading => questions.Average(question => question.Average(entry => entry.Climatology - At(entry.Score, reading))));
        var means = Enumerable.Range(0, 3).Select(reading => ShrunkenMean.Of(At(gain, reading), questions.Count, boards[reading].Between, boards[reading].Within)).ToArray();
        var view = new ScoreboardRow
        {
            Name = name,
            Kind = kind,
            Claims = entries.Count,
            EffectiveCount = questions.Count,
            Score = Each(reading => questions.Average(question => question.Average(entry => At(entry.Score, reading)))),
            Gain = gain,
            Shrunken = means[1].Posterior,
            Low = means[1].LowerBound,
            High = means[1].UpperBound,
            RankMoves = false,
        };
        return (view, [.. means.Select(mean => mean.LowerBound)]);
    }

    private static Dictionary<string, int> Ranks(IReadOnlyList<(ScoreboardRow View, double[] Bounds)> rows, int reading) =>
        rows.Where(row => row.View.Kind is Forecaster or Story && row.View.EffectiveCount >= FewestForRank)
            .OrderByDescending(row => row.Bounds[reading]).ThenBy(row => row.View.Name, StringComparer.Ordinal)
            .Select((row, i) => (row.View.Name, Rank: i + 1)).ToDictionary(pair => pair.Name, pair => pair.Rank, StringComparer.Ordinal);

    private static ReliabilityPicture? Reliability(IReadOnlyList<Claim> claims)
    {
        var said = claims.Where(claim => claim.Rule == "Brier").Select(claim => (ClaimScoring.Probability(claim.Forecast)!.Middle, claim.Outcome == ForecastOutcome.True)).ToList();
        if (said.Count < FewestForReliability)
            return null;
        var corp = CorpReliability.Of([.. said.Select(pair => pair.Middle)], [.. said.Select(pair => pair.Item2)]);
        return new ReliabilityPicture { Count = said.Count, Score = corp.Score, Miscalibration = corp.Miscalibration, Discrimination = corp.Discrimination, Uncertainty = corp.Uncertainty, Points = corp.Points };
    }

    private static Contest Contest(IGrouping<(ForecastEffect Effect, string Question, string Rule), Claim> group)
    {
        var order = group.OrderBy(claim => claim.Score!.Middle).ThenBy(claim => claim.Forecast.Id, StringComparer.Ordinal).ToList();
        return new Contest
        {
            Question = group.Key.Question,
            Effect = Word.Of(group.Key.Effect),
            Claims = [.. order.Select(claim => claim.Forecast.Id)],
            Settled = order[0].Score!.Greatest < order[1].Score!.Least,
            Pooled = Pool([.. group], 1),
        };
    }

    private static double At(ReadingRange range, int reading) => reading switch { 0 => range.Low, 1 => range.Middle, _ => range.High };

    private static ReadingRange Each(Func<int, double> value) => new(value(0), value(1), value(2));

    private sealed record Claim(Forecast Forecast, ForecastOutcome Outcome, string Question)
    {
        public string? Rule { get; set; }

        public ReadingRange? Score { get; set; }

        public double? Logarithmic { get; set; }

        public double Climatology { get; set; }

        public ReadingRange Gain => new(Climatology - Score!.Low, Climatology - Score.Middle, Climatology - Score.High);
    }

    private sealed record Entry(string Name, string Kind, string Question, ReadingRange Score, double Climatology);
}
