using System.Globalization;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Inference;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>Asks a model about each report, beside the rules, and tells what came of it.</summary>
internal sealed class ModelCoding : IDisposable
{
    private const int MostTold = 20;

    private readonly NamedModel _model;
    private readonly ModelPrompt _prompt;
    private readonly ModelAnswerReader _reader;
    private readonly ChatEndpointClient _client;
    private readonly ModelAsker _asker;
    private readonly AnswerStore? _store;
    private readonly Action<ModelRun>? _ran;
    private readonly SortedDictionary<RefusalReason, int> _refused = [];
    private int _own, _agreed;
    private bool _isToldOfGivingUp;

    /// <param name="model">The model.</param>
    /// <param name="taxonomy">The words there are.</param>
    /// <param name="places">The gazetteer.</param>
    /// <param name="store">Where answers are kept; null keeps none.</param>
    /// <param name="ran">Is told of each question that was sent; null where there is no case to put it on record in.</param>
    public ModelCoding(NamedModel model, Taxonomy taxonomy, IReadOnlyList<Place> places, AnswerStore? store = null, Action<ModelRun>? ran = null)
    {
        (_model, _store, _ran) = (model, store, ran);
        (_prompt, _reader) = (new ModelPrompt(taxonomy), new ModelAnswerReader(model.Name, taxonomy, places));
        _client = new ChatEndpointClient(model.Endpoint, model.Name, model.Options);
        _asker = new ModelAsker(_client, TimeProvider.System);
        Console.Error.WriteLine($"manometer: the texts of the reports are sent to {model.Endpoint.Address}, to the model {model.Name}; to nowhere else.");
        if (model.Endpoint.IsInTheOpen)
            Console.Error.WriteLine("manometer: warning: http:// is not encrypted: whoever carries them can read the texts, and the key.");
    }

    /// <summary>Reports that got no answer, or no whole one.</summary>
    public int Without { get; private set; }

    /// <summary>The proposals of the rules, with those of the model beside them.</summary>
    /// <param name="rules">Proposals of the rules.</param>
    /// <param name="report">Their report.</param>
    /// <param name="latest">The last day it may have been published; null when unknown.</param>
    public IReadOnlyList<Proposal> Beside(IReadOnlyList<Proposal> rules, ReportText report, DateOnly? latest)
    {
        var pieces = TextPiece.Of(report.Text);
        if (pieces.Count == 0)
            return rules;
        var claims = new List<Proposal>();
        var whole = true;
        foreach (var piece in pieces)
            whole &= Ask(report, piece, latest, claims);
        if (pieces.Count == TextPiece.Most && !report.Text.AsSpan(pieces[^1].End).IsWhiteSpace())
            Tell(report, string.Create(CultureInfo.InvariantCulture, $"only the first {pieces[^1].End:#,0} letters were asked about"));
        Without += whole ? 0 : 1;
        var merged = ModelAgreement.Merge(rules, claims);
        _own += merged.Count(one => one.By == ProposalOrigin.Model);
        _agreed += merged.Count(one => one.By == ProposalOrigin.Both);
        return merged;
    }

    /// <summary>Says what came of it all.</summary>
    public void Summarise(TextWriter to)
    {
        var refused = _refused.Values.Sum();
        to.WriteLine($"model {_model.Name} at {_model.Endpoint.Host}: {Faults.Plural(_own, "proposal")} of its own, {_agreed} as the rules, {refused} refused{(refused > 0 ? $" ({string.Join(", ", _refused.Select(one => $"{one.Value} {Word.Of(one.Key)}"))})" : "")}{(Without > 0 ? $"; {Faults.Plural(Without, "report")} without a whole answer, where the rules' proposals stand alone" : "")}.");
    }

    public void Dispose() => _client.Dispose();

    private bool Ask(ReportText report, TextPiece piece, DateOnly? latest, List<Proposal> claims)
    {
        var question = _prompt.About(report, piece);
        var path = AnswerStore.PathOf(_model.Endpoint.Address.AbsoluteUri, _model.Name, _prompt.Instructions, question);
        var answer = _store?.Find(path);
        var isKept = answer is not null;
        if (!isKept)
        {
            if (_asker.GivenUp is not null)
                return false;
            (answer, var fault) = Asked(report, piece, question, path);
            if (answer is null)
            {
                Tell(report, $"{fault}; the rules' proposals stand");
                return GiveUp();
            }
        }

        var reading = _reader.Read(answer!, report, piece, latest);
        if (reading.Fault is not null)
        {
            Tell(report, $"{reading.Fault}; the rules' proposals stand");
            _asker.Failed(reading.Fault);
            return GiveUp();
        }

        if (!isKept)
        {
            _asker.Succeeded();
            _store?.Keep(path, answer!);
        }

        foreach (var refusal in reading.Refusals)
        {
            _refused[refusal.Reason] = _refused.GetValueOrDefault(refusal.Reason) + 1;
            if (_refused.Values.Sum() <= MostTold)
                Tell(report, $"refused, {Word.Of(refusal.Reason)}: {refusal.Detail}");
        }

        claims.AddRange(reading.Proposals);
        return true;
    }

    private (string? Answer, string? Fault) Asked(ReportText report, TextPiece piece, string question, string path)
    {
        var run = new ModelRun(_model.Name, _model.Endpoint.Host, string.Create(CultureInfo.InvariantCulture, $"{report.Id} {piece.Start}-{piece.End}"), ModelPrompt.Hash(_prompt.Instructions + question), path);
        try
        {
            var (answer, fault) = _asker.Ask(_prompt.Instructions, question, Interrupt.Token).GetAwaiter().GetResult();
            _ran?.Invoke(answer is null ? run : run with { AnswerHash = ModelPrompt.Hash(answer) });
            return (answer, fault);
        }
        catch (OperationCanceledException)
        {
            _ran?.Invoke(run); // it was sent all the same
            throw;
        }
    }

    // says once that no more is asked
    private bool GiveUp()
    {
        if (_asker.GivenUp is { } why && !_isToldOfGivingUp)
        {
            _isToldOfGivingUp = true;
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: the model is not asked any more: {why}");
        }

        return false;
    }

    private static void Tell(ReportText report, string what)
    {
        Terminal.Progress(null);
        Console.Error.WriteLine($"{(report.Id.Length > 0 ? PrintableText.Line(report.Id, 60) : "a report without an id")}: model: {what}");
    }
}
