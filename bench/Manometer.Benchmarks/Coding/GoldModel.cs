using System.Globalization;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Coding.Tests;
using Manometer.Inference;
using Manometer.Model;

namespace Manometer.Benchmarks.Coding;

/// <summary>Scores a language model against the development half of <c>tests/gold</c>: alone, and beside the rules. The held-out half is not sent: who has tuned a prompt on it has no held-out half.</summary>
internal static class GoldModel
{
    /// <param name="model">Name of the model.</param>
    /// <param name="address">Where it is asked.</param>
    /// <param name="keyVariable">Variable of the environment that holds the key; null or <c>-</c> for none.</param>
    /// <param name="folder">The gold set; null for that of the checkout this is run in.</param>
    public static int Print(string model, string address, string? keyVariable, string? folder)
    {
        folder ??= Path.Combine("tests", "gold");
        if (!GoldHalves.Has(folder))
            return 1;
        var (endpoint, fault) = ModelEndpoint.Parse(address);
        if (endpoint is null)
        {
            Console.Error.WriteLine(fault);
            return 2;
        }

        var key = keyVariable is null or "-" ? null : Environment.GetEnvironmentVariable(keyVariable);
        using var client = new ChatEndpointClient(endpoint, model, new EndpointOptions { Key = key });
        var (asker, prompt, reader) = (new ModelAsker(client, TimeProvider.System), new ModelPrompt(TaxonomyFile.Shipped), new ModelAnswerReader(model, TaxonomyFile.Shipped, BuiltInPlaces.Read()));
        var (claims, refused, without) = (new Dictionary<string, IReadOnlyList<Proposal>>(StringComparer.Ordinal), new SortedDictionary<RefusalReason, int>(), 0);
        var gold = new GoldSet(folder);
        Console.Out.WriteLine("| development half | gold | proposed | precision | recall | F1 | field accuracy |");
        Console.Out.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Row("rules", new GoldReader());
        Row("model", new GoldReader(beside: (_, report) => Asked(report)));
        Row("rules and model", new GoldReader(beside: (rules, report) => ModelAgreement.Merge(rules, Asked(report))));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Refused: {refused.Values.Sum()} ({string.Join(", ", refused.Select(one => $"{one.Value} {Word.Of(one.Key)}"))}). Sentences without a usable answer: {without}. Prompt: {ModelPrompt.Hash(prompt.Instructions)[..12]}."));
        return without == 0 ? 0 : 1;

        void Row(string name, GoldReader by)
        {
            var score = by.Score(gold, "development");
            string Share(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "none";
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {score.Gold} | {score.Proposed} | {Share(score.Precision)} | {Share(score.Recall)} | {Share(score.F1)} | {Share(score.FieldAccuracy)} |"));
        }

        IReadOnlyList<Proposal> Asked(ReportText report)
        {
            if (claims.TryGetValue(report.Id, out var known))
                return known;
            var piece = new TextPiece(0, report.Text.Length);
            var (answer, why) = asker.GivenUp is null ? asker.Ask(prompt.Instructions, prompt.About(report, piece)).GetAwaiter().GetResult() : (null, asker.GivenUp);
            var reading = answer is null ? new ModelReading([], [], why) : reader.Read(answer, report, piece, report.Published);
            if (reading.Fault is null)
                asker.Succeeded();
            else if (answer is not null)
                asker.Failed(reading.Fault);
            if (reading.Fault is not null && without++ < 10)
                Console.Error.WriteLine($"{report.Id}: {reading.Fault}");
            foreach (var one in reading.Refusals)
                refused[one.Reason] = refused.GetValueOrDefault(one.Reason) + 1;
            return claims[report.Id] = reading.Proposals;
        }
    }
}
