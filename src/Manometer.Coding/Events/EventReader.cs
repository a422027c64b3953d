using System.Globalization;

namespace Manometer.Coding;

/// <summary>Says of what type the event is that a sentence tells, by the cues of <c>events.csv</c>: the heaviest decides, earlier ones weigh a little more.</summary>
/// <remarks>What is said decides over what it is about: who threatens to arrest threatens. Not for several threads at once.</remarks>
public sealed class EventReader
{
    private const double Decay = 0.06; // of weight, a token

    private readonly Vocabulary _vocabulary = new();
    private readonly TokenList _tokens = new();
    private readonly List<CueHit> _hits = [];
    private readonly CueSet _cues;

    /// <summary>A reader with the cues of the house.</summary>
    public EventReader() => _cues = new CueSet(_vocabulary, "events.csv");

    internal CueSet Cues => _cues;

    /// <summary>The class of a type.</summary>
    public static QuadClass ClassOf(EventType type) => type switch
    {
        EventType.None => QuadClass.None,
        <= EventType.Concede => QuadClass.VerbalCooperation,
        <= EventType.Retreat => QuadClass.MaterialCooperation,
        <= EventType.Threaten => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };

    /// <summary>The type of the event a sentence tells; <see cref="EventType.None"/> when no cue says.</summary>
    public EventType TypeOf(string sentence)
    {
        Scanner.Scan(sentence, _vocabulary, _tokens);
        _cues.Find(_tokens, _hits);
        Span<double> sums = stackalloc double[Enum.GetValues<EventType>().Length];
        Span<double> best = stackalloc double[sums.Length];
        foreach (var hit in _hits)
        {
            var type = (int)Enum.Parse<EventType>(hit.Cue.First, ignoreCase: true);
            var weight = double.Parse(hit.Cue.Second, CultureInfo.InvariantCulture) - Decay * Math.Min(hit.At, 60);
            best[type] = Math.Max(best[type], weight);
            sums[type] += weight;
        }

        var (chosen, most) = (0, 0.0);
        for (var type = 1; type < sums.Length; type++)
            if (best[type] > 0 && best[type] + 0.15 * (sums[type] - best[type]) is var score && score > most)
                (chosen, most) = (type, score);
        return (EventType)chosen;
    }

    internal IReadOnlyList<CueHit> CuesIn(string text)
    {
        Scanner.Scan(text, _vocabulary, _tokens);
        _cues.Find(_tokens, _hits);
        return [.. _hits];
    }
}
