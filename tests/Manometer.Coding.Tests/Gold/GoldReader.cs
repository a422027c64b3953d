using System.Text;
using Manometer.Model;

namespace Manometer.Coding.Tests;

/// <summary>Reads the gold set with the coder of the program, with the built-in places.</summary>
internal sealed class GoldReader
{
    private readonly Coder _coder;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private readonly Func<IReadOnlyList<Proposal>, ReportText, IReadOnlyList<Proposal>> _beside;

    /// <param name="options">Choices of the coder; null for the defaults.</param>
    /// <param name="beside">Makes of the proposals of the rules those that are scored, such as by asking a model, too; null leaves them.</param>
    public GoldReader(CoderOptions? options = null, Func<IReadOnlyList<Proposal>, ReportText, IReadOnlyList<Proposal>>? beside = null)
        : this(new Coder(BuiltInPlaces.Read(), options), beside)
    {
    }

    /// <param name="coder">The coder, made with the built-in places.</param>
    /// <param name="beside">As above.</param>
    internal GoldReader(Coder coder, Func<IReadOnlyList<Proposal>, ReportText, IReadOnlyList<Proposal>>? beside = null)
    {
        var places = BuiltInPlaces.Read();
        _coder = coder;
        _beside = beside ?? ((rules, _) => rules);
        foreach (var place in places)
            _names[place.Id] = place.Name;

        // countries: identifier and name
        using var reader = new StreamReader(typeof(Coder).Assembly.GetManifestResourceStream("countries.csv")!, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Split(',') is [var id, var name, ..])
                _names.TryAdd(id, name);
    }

    public IReadOnlyList<GoldProposal> Read(GoldSentence sentence)
    {
        var report = new ReportText(sentence.Id, null, sentence.Written, null, sentence.Text);
        return [.. _beside(_coder.Code(report), report).Select(Proposed)];
    }

    /// <summary>Score of one half without what was seen of it, or of all for null; what was wrong goes to <paramref name="misses"/>.</summary>
    public GoldScore Score(GoldSet gold, string? half, TextWriter? misses = null)
    {
        var rows = gold.Rows("observations.jsonl");
        var score = new GoldScore(misses);
        foreach (var sentence in gold.Sentences)
            if (half is null || (sentence.Half == half && !gold.Seen.Contains(sentence.Id)))
                score.Add([.. rows[sentence.Id]], Read(sentence));
        return score;
    }

    private GoldProposal Proposed(Proposal proposal)
    {
        var row = new GoldRow
        {
            Sentence = proposal.ReportId,
            Start = proposal.Start,
            End = proposal.End,
            Quote = proposal.Quote,
            Date = proposal.Date,
            Place = proposal.Place,
            Sector = proposal.Sector,
            Group = proposal.Group,
            Indicator = proposal.Indicator,
            Direction = Word.Of(proposal.Direction),
            Magnitude = proposal.Magnitude is { } told ? new GoldMagnitude(told.Value, told.Form == QuantityForm.Multiple ? "times" : told.Unit ?? "", told.Role == QuantityRole.To ? "to" : "by") : null,
            Attribution = Word.Of(proposal.Attribution),
            Grade = proposal.Grade is { } grade ? Word.Of(grade) : null,
            Polarity = Word.Of(proposal.Polarity),
            Sourcing = proposal.Sourcing,
        };
        string?[] names = [proposal.Place, proposal.PlaceId is { } id ? _names.GetValueOrDefault(id) : null];
        return new GoldProposal(row, [.. names.OfType<string>()], proposal.Probability);
    }
}
