using System.Text;

namespace Manometer.Statistics.Tests;

/// <summary>A made-up press: happenings, independent reports of each, and reports copied from a wire in the ways newspapers do it.</summary>
/// <remarks>Independent reports of one happening share its names, its numbers and a quotation of up to twenty words. Copies keep the text, cut it, change words, take a few sentences into a text of their own, or join two.</remarks>
internal sealed class WireWorld
{
    private readonly Xoshiro256 _chance;
    private readonly string[] _words;

    public WireWorld(ulong seed, int vocabulary = 6000)
    {
        _chance = new Xoshiro256(seed);
        _words = new string[vocabulary];
        for (var i = 0; i < vocabulary; i++)
            _words[i] = Word();
    }

    /// <summary>A text, the happening it tells of, and the number of the text it was copied from; -1 for none.</summary>
    public sealed record Piece(TextDocument Text, int Happening, int From);

    /// <summary>Happenings with reports of each: <paramref name="independent"/> of their own, and <paramref name="copied"/> copied from the first or second of them.</summary>
    public IReadOnlyList<Piece> Write(int happenings, int independent, int copied)
    {
        var pieces = new List<Piece>();
        for (var happening = 0; happening < happenings; happening++)
        {
            var facts = Sentence(6).Concat(Enumerable.Range(0, 4).Select(_ => _chance.NextInt(9000).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
            var quotation = Sentence(10 + _chance.NextInt(11));
            var own = new List<(int Number, List<string[]> Sentences)>();
            for (var report = 0; report < independent; report++)
            {
                var sentences = Own(facts, 8 + _chance.NextInt(25));
                if (_chance.NextDouble() < 0.7)
                    sentences.Insert(_chance.NextInt(sentences.Count), quotation);
                own.Add((pieces.Count, sentences));
                pieces.Add(Piece_(sentences, happening, -1));
            }

            for (var copy = 0; copy < copied; copy++)
            {
                var (number, sentences) = own[_chance.NextInt(Math.Min(2, own.Count))];
                pieces.Add(Piece_(Copied(sentences, facts, own[^1].Sentences), happening, number));
            }
        }

        return pieces;
    }

    private Piece Piece_(List<string[]> sentences, int happening, int from)
    {
        var publisher = _chance.NextInt(40);
        var text = new StringBuilder();
        foreach (var sentence in sentences)
            text.Append(char.ToUpperInvariant(sentence[0][0])).Append(sentence[0].AsSpan(1)).Append(' ').AppendJoin(' ', sentence.Skip(1)).Append(". ");
        text.Append("You are reading paper number ").Append(publisher).Append(" of this made up press, all rights to nothing reserved, write to us.");
        return new Piece(new TextDocument(text.ToString(), "paper-" + publisher, 7 * happening + (from < 0 ? 0 : 1 + _chance.NextInt(3))), happening, from);
    }

    private List<string[]> Copied(List<string[]> source, string[] facts, List<string[]> other)
    {
        var kept = source.Where(_ => true).ToList();
        switch (_chance.NextInt(5))
        {
            case 0:
                break;
            case 1:
                kept = [.. kept.Take(Math.Max(4, kept.Count * (4 + _chance.NextInt(5)) / 10))];
                break;
            case 2:
                kept = [.. kept.Select(sentence => sentence.Select(word => _chance.NextDouble() < 0.06 ? Common() : word).ToArray())];
                break;
            case 3:
                var at = _chance.NextInt(Math.Max(1, kept.Count - 4));
                kept = [.. kept.Skip(at).Take(4), .. Own(facts, 6 + _chance.NextInt(8))];
                break;
            default:
                kept = [.. kept.Take(kept.Count / 2 + 2), .. other.Take(5)];
                break;
        }

        return [Sentence(9), .. kept];
    }

    private List<string[]> Own(string[] facts, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Sentence(7 + _chance.NextInt(16)).Select(word => _chance.NextDouble() < 0.12 ? facts[_chance.NextInt(facts.Length)] : word).ToArray())];

    private string[] Sentence(int length) => [.. Enumerable.Range(0, length).Select(_ => Common())];

    // Zipf's law: a word's chance falls with its rank
    private string Common() => _words[Math.Min(_words.Length - 1, (int)(Math.Pow(_words.Length, _chance.NextDouble()) - 1))];

    private string Word()
    {
        Span<char> word = stackalloc char[2 + _chance.NextInt(8)];
        for (var i = 0; i < word.Length; i++)
            word[i] = i % 2 == 0 ? "bcdfghklmnprstvwz"[_chance.NextInt(17)] : "aeiou"[_chance.NextInt(5)];
        return new string(word);
    }
}
