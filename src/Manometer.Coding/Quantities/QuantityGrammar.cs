using System.Globalization;

namespace Manometer.Coding;

/// <summary>Reads numbers with their units in the tokens of a text: values, ranges, comparisons, changes.</summary>
internal sealed class QuantityGrammar(QuantityLexicon lexicon)
{
    private const int MostOfShare = 10; // "four in ten"; "five of twenty" counts rather
    private const int LongestNumber = 40; // characters; longer runs of digits are no quantities

    private TokenList _tokens = null!;
    private string _text = "";

    private record struct Number(double Value, bool IsWord, bool IsWhole, bool HasSuffix);

    private record struct Quantity(double Value, string? Unit, bool HasCurrency, bool IsPercent, bool IsWord);

    public void Read(string text, TokenList tokens, List<QuantityMention> found)
    {
        (_tokens, _text) = (tokens, text);
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Word && token.Word == 0 || token.Kind == TokenKind.Ideograph)
                continue;
            if (Comparison(i, out var end, found) || Ranged(i, out end, found) || Single(i, out end, found))
                i = end - 1;
        }

        (_tokens, _text) = (null!, "");
    }

    private NumberClass ClassAt(int i) => i >= 0 && i < _tokens.Count ? lexicon.ClassOf(_tokens[i]) : NumberClass.None;

    private bool MarkAt(int i, char mark) => i >= 0 && i < _tokens.Count && _tokens[i].IsMark(mark);

    private bool Touches(int i) => i > 0 && i < _tokens.Count && _tokens[i].Start == _tokens[i - 1].End;

    private bool DigitsAt(int i) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == TokenKind.Number;

    private bool DashAt(int i) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == TokenKind.Mark && (char)_tokens[i].Word is '-' or '\u2013' or '\u2014' or '~' or '\u2010';

    private bool MinusAt(int i) => MarkAt(i, '-') || MarkAt(i, '\u2212');

    // more than 20 and less than or equal to 35
    private bool Comparison(int i, out int end, List<QuantityMention> found)
    {
        end = i;
        var length = lexicon.Comparator(_tokens, i, out var sign);
        double value;
        string? unit;
        if (length > 0 && Bound(i + length, out end, out value, out unit) && !IsNoun(i, sign))
        {
            // "more than 5000 or equal to"
            if (sign is "lt" or "gt" && Is(end, "or") && Is(end + 1, "equal"))
            {
                var close = Is(end + 2, "to") ? end + 3 : end + 2;
                if (!Bound(close, out _, out _, out _))
                    (end, sign) = (close, sign == "lt" ? "le" : "ge");
            }

            var second = Is(end, "and") || Is(end, "but") || MarkAt(end, ',') ? end + 1 : end;
            if (Is(second, "is") || Is(second, "and"))
                second++;
            if (second > end && lexicon.Comparator(_tokens, second, out var other) is > 0 and var more && Bound(second + more, out var last, out var bound, out var secondUnit) && Opposite(sign, other) && (unit is null || secondUnit is null || unit == secondUnit))
            {
                var (low, high) = sign[0] == 'g' ? (value, bound) : (bound, value);
                var (lowSign, highSign) = sign[0] == 'g' ? (sign, other) : (other, sign);
                if (low < high)
                {
                    found.Add(new QuantityMention(_tokens[i].Start, _tokens[last - 1].End, QuantityForm.Range, low, high, unit ?? secondUnit, QuantityRole.None, lowSign == "ge", highSign == "le"));
                    end = last;
                    return true;
                }
            }

            found.Add(Compared(i, end, sign, value, unit));
            return true;
        }

        // 500 or more, 5000 or less than
        if (!Bound(i, out end, out value, out unit) || !(Is(end, "or") || Is(end, "and")))
            return false;
        var at = end + 1;
        var up = Is(at, "more") || Is(at, "greater") || Is(at, "over") || Is(at, "above");
        if (!up && !(Is(at, "less") || Is(at, "fewer") || Is(at, "below")))
            return false;
        if (Is(end, "and") && !(up && StandsAlone(at + 1) || Is(at, "more") && !Is(at + 1, "than")))
            return false;
        at++;
        if (Is(at, "than"))
        {
            if (Bound(at + 1, out _, out _, out _))
                return false;
            at++;
        }

        end = at;
        var start = i;
        if (Is(i - 1, "to") && Is(i - 2, "equal"))
            start = i - 2;
        if (start < i && found.Count > 0 && found[^1].End > _tokens[start].Start)
            found.RemoveAt(found.Count - 1);
        found.Add(Compared(start, end, up ? "ge" : "le", value, unit));
        return true;
    }

    // "over", "under", "above" before a number compare; before a length of time they may tell when
    private bool IsNoun(int i, string sign) => sign == "gt" && Is(i, "over") && Is(i + 1, "the");

    private static bool Opposite(string left, string right) => left[0] == 'g' && right[0] == 'l' || left[0] == 'l' && right[0] == 'g';

    private QuantityMention Compared(int start, int end, string sign, double value, string? unit)
    {
        const double None = double.PositiveInfinity;
        var (from, to) = (_tokens[start].Start, _tokens[end - 1].End);
        return sign switch
        {
            "gt" => new QuantityMention(from, to, QuantityForm.Above, value, None, unit, RoleAt(start), false, false),
            "ge" => new QuantityMention(from, to, QuantityForm.AtLeast, value, None, unit, RoleAt(start), true, false),
            "lt" => new QuantityMention(from, to, QuantityForm.Below, -None, value, unit, RoleAt(start), false, false),
            "le" => new QuantityMention(from, to, QuantityForm.AtMost, -None, value, unit, RoleAt(start), false, true),
            _ => new QuantityMention(from, to, QuantityForm.Value, value, value, unit, RoleAt(start), true, true),
        };
    }

    private bool StandsAlone(int i) => i >= _tokens.Count || _tokens[i].Kind == TokenKind.Mark || Is(i, "in") || Is(i, "of");

    private bool Bound(int i, out int end, out double value, out string? unit)
    {
        (value, unit) = (0, null);
        if (Quantified(i, out end, out var quantity))
        {
            (value, unit) = (quantity.Value, quantity.Unit);
            return true;
        }

        return false;
    }

    // 10 to 15 tons; from 5,000 to 4,800 won; between 44 and 50 mg
    private bool Ranged(int i, out int end, List<QuantityMention> found)
    {
        end = i;
        var at = i;
        var from = ClassAt(i) == NumberClass.From;
        var between = ClassAt(i) == NumberClass.Between;
        if (from || between)
            at++;
        for (var skipped = 0; skipped < 3 && (ClassAt(at) == NumberClass.About || Is(at, "the")); skipped++)
            at++;
        if (!Quantified(at, out var middle, out var first))
            return false;
        if (i > 0 && Touches(i) && DashAt(i - 1) && DigitsAt(i - 2) && !from && !between)
            return false;
        var next = middle;
        var dash = false;
        if (between && (ClassAt(next) == NumberClass.And || DashAt(next)))
            next++;
        else if (ClassAt(next) is NumberClass.To or NumberClass.Through)
            next++;
        else if (DashAt(next) && MarkAt(next + 1, ' ') is false)
        {
            // 8- to 16-meter
            next++;
            dash = ClassAt(next) != NumberClass.To;
            if (!dash)
                next++;
        }
        else
            return false;
        for (var skipped = 0; skipped < 3 && (ClassAt(next) == NumberClass.About || Is(next, "the")); skipped++)
            next++;
        if (!Quantified(next, out end, out var second))
            return false;
        if (dash && (i > 0 && DashAt(i - 1) && Touches(i) || DashAt(end) && Touches(end) && DigitsAt(end + 1) && Touches(end + 1) || MarkAt(end, '/') && Touches(end)))
            return false; // a telephone number or a date
        if (first.IsPercent != second.IsPercent && second.IsPercent && first.Unit is null)
            first = first with { Unit = second.Unit, IsPercent = true };
        if (first.Unit is not null && second.Unit is null && !second.HasCurrency && !first.HasCurrency)
        {
            if (_tokens[next].Start - _tokens[middle - 1].End > 12)
                return false;
        }

        if (first.Unit is not null && second.Unit is not null && first.Unit != second.Unit)
        {
            if (!(first.HasCurrency && second.HasCurrency && second.Unit.StartsWith(first.Unit, StringComparison.Ordinal)))
                return false;
        }

        // 2013-14 is a year
        if (dash && first.Unit is null && second.Unit is null && first.Value is >= 1500 and <= 2100 && second.Value < 100 || dash && first.Value is >= 1500 and <= 2100 && second is { Unit: null, Value: >= 1 and <= 12 } && _tokens[next].Length == 2)
            return false;
        var unit = second.Unit ?? first.Unit;
        if (from && unit is null && Is(end, "in") && second.Value < 1000 && IsYear(end + 1))
            return false;
        var isChange = from && Moved(i) || !between && (first.Value > second.Value || Moved(i)) && !dash;
        found.Add(new QuantityMention(_tokens[from || between ? i : at].Start, _tokens[end - 1].End, isChange ? QuantityForm.Change : QuantityForm.Range, first.Value, second.Value, unit, QuantityRole.To, true, false));
        return true;
    }

    private bool IsYear(int i) => DigitsAt(i) && _tokens[i].Length == 4 && _tokens[i].Number is >= 1500 and <= 2100;

    // a word of movement stands before it: fell, rose, from, cut
    private bool Moved(int i)
    {
        for (var back = i - 1; back >= 0 && i - back < 8 && !_tokens[back + 1].Is(TokenFlags.Sentence); back--)
            if (_tokens[back].Kind == TokenKind.Word && Movements.Has(_text.AsSpan(_tokens[back].Start, _tokens[back].Length)))
                return true;
        return false;
    }

    private static readonly FrozenWords Movements = new(["fell", "rose", "dropped", "climbed", "declined", "increased", "decreased", "jumped", "slid", "slipped", "sank", "plunged", "tumbled", "went", "grew", "shrank", "cut", "raised", "lowered", "reduced", "down", "up", "surged", "soared", "dipped", "fallen", "risen", "falling", "rising", "changed", "moved", "gone", "hiked", "lifted", "brought", "slashed", "trimmed", "eased", "crept", "weakened", "strengthened", "depreciated", "doubled", "halved", "sagged", "rocketed", "swelled", "dwindled", "plummeted"]);

    private bool Single(int i, out int end, List<QuantityMention> found)
    {
        if (Share(i, out end, found))
            return true;
        if (!Quantified(i, out end, out var quantity))
        {
            // doubled, halved, threefold
            if (ClassAt(i) == NumberClass.Multiple && !(Is(i, "twice") && !Compares(i + 1)))
            {
                end = i + 1;
                found.Add(new QuantityMention(_tokens[i].Start, _tokens[i].End, QuantityForm.Multiple, lexicon.ValueOf(_tokens[i]), lexicon.ValueOf(_tokens[i]), "times", QuantityRole.None, true, true));
                return true;
            }

            return false;
        }

        var start = i;
        if (i > 1 && _tokens[i - 1].Kind == TokenKind.Mark && Touches(i) && lexicon.Currency((char)_tokens[i - 1].Word) is not null)
            start = i - 1;
        found.Add(new QuantityMention(_tokens[start].Start, _tokens[end - 1].End, QuantityForm.Value, quantity.Value, quantity.Value, quantity.Unit, RoleAt(start), true, true));
        return true;
    }

    // "twice as much", "twice the price"; "twice a week" is no multiple
    private bool Compares(int i) => Is(i, "as") || Is(i, "the") || Is(i, "what") || Is(i, "its") || Is(i, "their") || Is(i, "that");

    // nine in ten, two out of five, nine of ten: a share
    private bool Share(int i, out int end, List<QuantityMention> found)
    {
        end = i;
        if (!Numbered(i, false, out var after, out var part) || !part.IsWhole)
            return false;
        var of = Is(after, "out") && Is(after + 1, "of") ? after + 2 : Is(after, "in") || Is(after, "of") ? after + 1 : -1;
        if (of < 0 || !Numbered(of, false, out var behind, out var whole) || !whole.IsWhole || whole.Value is not (>= 2 and <= MostOfShare) || part.Value >= whole.Value || part.Value <= 0 || UnitAt(behind, out _, out _, out _) || MarkAt(behind, '%'))
            return false;
        end = behind;
        found.Add(new QuantityMention(_tokens[i].Start, _tokens[end - 1].End, QuantityForm.Value, 100 * part.Value / whole.Value, 100 * part.Value / whole.Value, "percent", RoleAt(i), true, true));
        return true;
    }

    private QuantityRole RoleAt(int i)
    {
        for (var back = i - 1; back >= 0 && i - back <= 3; back--)
        {
            switch (ClassAt(back))
            {
                case NumberClass.By:
                    return QuantityRole.By;
                case NumberClass.To:
                    return Is(back - 1, "according") ? QuantityRole.None : QuantityRole.To;
                case NumberClass.About or NumberClass.A:
                    continue;
                default:
                    if (Is(back, "than") || Is(back, "more") || Is(back, "as") || Is(back, "much") || Is(back, "just") || Is(back, "only"))
                        continue;
                    return QuantityRole.None;
            }
        }

        return QuantityRole.None;
    }

    // [minus] [currency] number [unit] [per unit]
    private bool Quantified(int i, out int end, out Quantity quantity)
    {
        (end, quantity) = (i, default);
        var at = i;
        var negative = false;
        var bracket = false;
        if (at < _tokens.Count && (MinusAt(at) && !(Touches(at) && at > 0 && _tokens[at - 1].Kind != TokenKind.Mark) && Touches(at + 1) || ClassAt(at) == NumberClass.Minus))
        {
            negative = true;
            at++;
        }

        string? currency = null;
        if (at < _tokens.Count && _tokens[at].Kind == TokenKind.Mark && lexicon.Currency((char)_tokens[at].Word) is { } sign)
        {
            currency = sign;
            bracket = at > 0 && MarkAt(at - 1, '(') && Touches(at);
            at++;
            if (MinusAt(at))
                (negative, at) = (true, at + 1);
        }
        else if (at + 1 < _tokens.Count && _tokens[at].Kind == TokenKind.Word && _tokens[at].Is(TokenFlags.AllCapitals) && _tokens[at].Length <= 3 && Touches(at + 1) && _tokens[at + 1].Kind == TokenKind.Mark && lexicon.Currency((char)_tokens[at + 1].Word) is { } long_)
        {
            currency = long_;
            at += 2;
        }

        if (Percents(at, out end, out quantity))
            return true;
        if (!Numbered(at, currency is not null, out end, out var number))
            return false;
        var value = negative ? -number.Value : number.Value;
        quantity = new Quantity(value, currency, currency is not null, false, number.IsWord);
        at = end;
        if (bracket && MarkAt(at, ')') && !negative)
        {
            quantity.Value = -quantity.Value;
        }

        if (MarkAt(at, '%') || ClassAt(at) == NumberClass.Percent || ClassAt(at) == NumberClass.Per && ClassAt(at + 1) == NumberClass.Cent)
        {
            end = ClassAt(at) == NumberClass.Per ? at + 2 : at + 1;
            quantity = quantity with { Unit = "percent", IsPercent = true };
            if (ClassAt(end) == NumberClass.Point)
                (end, quantity.Unit) = (end + 1, "percentage point");
            return true;
        }

        if (currency is not null && lexicon.Symbol("USD", out _) is null && at < _tokens.Count && Is(at, "dollars"))
            end = at = at + 1;
        if (currency is null && UnitAt(at, out var afterUnit, out var unit, out var isCurrency))
        {
            quantity = quantity with { Unit = unit, HasCurrency = isCurrency };
            end = at = afterUnit;
        }
        else if (currency is null && at < _tokens.Count && _tokens[at].Kind == TokenKind.Mark && lexicon.Currency((char)_tokens[at].Word) is { } behind && (Touches(at) || !(DigitsAt(at + 1) && Touches(at + 1))))
        {
            quantity = quantity with { Unit = behind, HasCurrency = true };
            end = at = at + 1;
        }

        if (quantity.Unit is not null)
            Rate(ref end, ref quantity);
        return true;
    }

    // per kilogram, a kilo, /hour
    private void Rate(ref int end, ref Quantity quantity)
    {
        for (var round = 0; round < 2; round++)
        {
            var at = end;
            var direct = MarkAt(at, '/') && Touches(at);
            if (!direct && ClassAt(at) is not (NumberClass.Per or NumberClass.A))
                return;
            if (!UnitAt(at + 1, out var after, out var per, out var isMoney) || isMoney || ClassAt(at) == NumberClass.A && !quantity.HasCurrency && quantity.Unit != "count" || per is "person" && ClassAt(at) == NumberClass.A)
                return;
            quantity.Unit += " per " + per!;
            end = after;
        }
    }

    // percent of ten
    private bool Percents(int i, out int end, out Quantity quantity)
    {
        (end, quantity) = (i, default);
        var at = ClassAt(i) == NumberClass.Percent && Is(i, "percents") || ClassAt(i) == NumberClass.Percent && Is(i, "percent") ? i + 1 : ClassAt(i) == NumberClass.Per && ClassAt(i + 1) == NumberClass.Cent ? i + 2 : 0;
        if (at == 0 || ClassAt(at) != NumberClass.Of || DigitsAt(i - 1) || ClassAt(i - 1) is NumberClass.Unit or NumberClass.Scale)
            return false;
        if (!Numbered(at + 1, false, out end, out var number))
            return false;
        quantity = new Quantity(number.Value, "percent", false, true, number.IsWord);
        return true;
    }

    private bool UnitAt(int i, out int end, out string? unit, out bool isCurrency)
    {
        (end, unit, isCurrency) = (i, null, false);
        if (i >= _tokens.Count)
            return false;
        var at = i;
        if (DashAt(at) && Touches(at) && Touches(at + 1))
            at++;
        var power = 0.0;
        if (ClassAt(at) == NumberClass.Square)
        {
            power = lexicon.ValueOf(_tokens[at]);
            at++;
        }

        if (at >= _tokens.Count)
            return false;
        var length = 0;
        if (_tokens[at].Kind != TokenKind.Number)
        {
            var isShort = false;
            if (_tokens[at].Kind == TokenKind.Word && _tokens[at].Length <= 5 && lexicon.Symbol(_text.AsSpan(_tokens[at].Start, _tokens[at].Length), out isShort) is { } symbol && !(isShort && !ShortFits(at)))
                (unit, length) = (symbol, 1);
            else
                length = lexicon.Name(_tokens, at, out unit, out isCurrency);
            if (isCurrency && _tokens[at].Is(TokenFlags.Capital) && !_tokens[at].Is(TokenFlags.AllCapitals) && _tokens[at].Length < 4)
                length = 0;
        }

        if (length == 0 || unit is null)
            return false;
        end = at + length;
        // km2, km^2, km squared
        if (MarkAt(end, '^') && Touches(end) && DigitsAt(end + 1) && _tokens[end + 1].Number is 2 or 3)
            (power, end) = (_tokens[end + 1].Number, end + 2);
        else if (DigitsAt(end) && Touches(end) && _tokens[end].Number is 2 or 3 && length == 1)
            (power, end) = (_tokens[end].Number, end + 1);
        else if (ClassAt(end) == NumberClass.Power)
            (power, end) = (lexicon.ValueOf(_tokens[end]), end + 1);
        if (power == 2)
            unit = unit is "second" ? "square second" : "square " + unit;
        else if (power == 3)
            unit = "cubic " + unit;
        return true;
    }

    // symbols that are also words: "in", "m", "t", "am": only where nothing of a sentence follows
    private bool ShortFits(int i)
    {
        if (Touches(i))
            return true;
        if (Is(i, "in"))
            return i + 1 >= _tokens.Count || _tokens[i + 1].Kind == TokenKind.Mark || Is(i + 1, "thick") || Is(i + 1, "long") || Is(i + 1, "wide") || Is(i + 1, "high");
        if (Is(i, "am") || Is(i, "pm"))
            return i > 2 && MarkAt(i - 2, '.') && (_tokens[i - 1].Length != 2 || _tokens[i - 1].Number > 59);
        return i + 1 >= _tokens.Count || _tokens[i + 1].Kind == TokenKind.Mark || _tokens[i + 1].Kind == TokenKind.Word;
    }

    private bool Is(int i, string word) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == TokenKind.Word && _tokens[i].Length == word.Length && _text.AsSpan(_tokens[i].Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Numbered(int i, bool isMoney, out int end, out Number number)
    {
        (end, number) = (i, default);
        if (i >= _tokens.Count)
            return false;
        if (_tokens[i].Kind == TokenKind.Number || MarkAt(i, '.') && DigitsAt(i + 1) && Touches(i + 1) && !(Touches(i)))
            return Digits(i, isMoney, out end, out number);
        if (_tokens[i].Kind == TokenKind.Mark)
        {
            var sign = Vulgar((char)_tokens[i].Word);
            if (double.IsNaN(sign))
                return false;
            end = i + 1;
            number = new Number(sign, false, false, false);
            return true;
        }

        return Words(i, out end, out number);
    }

    private static double Vulgar(char sign) => sign switch
    {
        '\u00bd' => 0.5,
        '\u00bc' => 0.25,
        '\u00be' => 0.75,
        '\u2153' => 1.0 / 3,
        '\u2154' => 2.0 / 3,
        '\u2155' => 0.2,
        '\u215b' => 0.125,
        _ => double.NaN,
    };

    private bool Digits(int i, bool isMoney, out int end, out Number number)
    {
        (end, number) = (i, default);
        // inside a word, an address or a code
        if (i > 0 && Touches(i) && (_tokens[i - 1].Kind == TokenKind.Word || MarkAt(i - 1, '/') || MarkAt(i - 1, '_') || MarkAt(i - 1, '=') && Touches(i - 1) && !MarkAt(i - 2, '<') && !MarkAt(i - 2, '>') || MarkAt(i - 1, '&') || MarkAt(i - 1, '%') || MarkAt(i - 1, '.') && i > 1 && Touches(i - 1) && DigitsAt(i - 2) || MarkAt(i - 1, ':') && i > 1 && DigitsAt(i - 2)))
            return false;
        if (i + 1 < _tokens.Count && MarkAt(i + 1, ':') && Touches(i + 1) && DigitsAt(i + 2) && Touches(i + 2))
            return false;
        Span<char> digits = stackalloc char[LongestNumber + 24];
        var length = 0;
        var at = i;
        if (MarkAt(at, '.'))
        {
            digits[length++] = '0';
        }
        else
        {
            if (_tokens[at].Length > LongestNumber)
                return false;
            Append(digits, ref length, at);
            at++;
            var grouped = _tokens[i].Length <= 3;
            while (grouped && DigitsAt(at + 1) && _tokens[at + 1].Length == 3 && MarkAt(at, ',') && Touches(at) && Touches(at + 1) && length < LongestNumber - 4)
            {
                Append(digits, ref length, at + 1);
                at += 2;
            }

            if (at == i + 1 && grouped && _tokens[i].Length <= 3 && DigitsAt(at) && _tokens[at].Length == 3 && _tokens[at].Start == _tokens[at - 1].End + 1 && _text[_tokens[at].Start - 1] is ' ' or '\u00a0' or '\u202f' && !DigitsAt(at + 1) && _tokens[i].Number > 0)
            {
                Append(digits, ref length, at);
                at++;
            }
        }

        var isWhole = true;
        if (MarkAt(at, '.') && DigitsAt(at + 1) && Touches(at + 1) && (Touches(at) || at == i) && _tokens[at + 1].Length + length < LongestNumber)
        {
            digits[length++] = '.';
            Append(digits, ref length, at + 1);
            at += 2;
            isWhole = false;
            if (MarkAt(at, '.') && DigitsAt(at + 1) && Touches(at + 1) && Touches(at))
                return false; // a version or an address
        }

        if (at == i)
            return false; // a point with a run of digits too long for a number

        // 9.83e-3, 4e14
        if (at < _tokens.Count && Touches(at) && _tokens[at].Kind == TokenKind.Word && _tokens[at].Length == 1 && (_text[_tokens[at].Start] | 0x20) == 'e')
        {
            var power = at + 1;
            var minus = MinusAt(power) && Touches(power);
            if (minus)
                power++;
            if (DigitsAt(power) && Touches(power) && _tokens[power].Length <= 3)
            {
                digits[length++] = 'e';
                if (minus)
                    digits[length++] = '-';
                Append(digits, ref length, power);
                at = power + 1;
                isWhole = false;
            }
        }

        if (!double.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return false;
        // 2.48x10-5
        if (MarkAt(at, '\u00d7') && DigitsAt(at + 1) && _tokens[at + 1].Number == 10)
        {
            var power = at + 2;
            var minus = false;
            while (power < _tokens.Count && _tokens[power].Kind == TokenKind.Mark && Touches(power) && power - at < 5)
                (minus, power) = (minus || MinusAt(power), power + 1);
            if (DigitsAt(power) && Touches(power) && _tokens[power].Number is >= 0 and < 300)
            {
                value *= Power(minus ? -_tokens[power].Number : _tokens[power].Number);
                at = power + 1;
                isWhole = false;
            }
        }

        // 1/2, 2 1/2
        if (isWhole && MarkAt(at, '/') && Touches(at) && DigitsAt(at + 1) && Touches(at + 1))
        {
            if (_tokens[at + 1].Number is not > 0 and not -1 || MarkAt(at + 2, '/') || _tokens[at + 1].Length > 6 || length > 6)
                return false;
            value /= _tokens[at + 1].Number;
            at += 2;
            isWhole = false;
        }
        else if (isWhole && at == i + 1 && DigitsAt(at) && !Touches(at) && _tokens[at].Length <= 2 && MarkAt(at + 1, '/') && Touches(at + 1) && DigitsAt(at + 2) && Touches(at + 2) && _tokens[at + 2].Number > _tokens[at].Number && _tokens[at + 2].Length <= 2)
        {
            value += (double)_tokens[at].Number / _tokens[at + 2].Number;
            at += 3;
            isWhole = false;
        }
        else if (isWhole && Is(at, "in") && DigitsAt(at + 1) && value < _tokens[at + 1].Number && _tokens[at + 1].Number <= 10 && !isMoney && Is(at + 2, "or"))
        {
            value /= _tokens[at + 1].Number;
            at += 2;
        }
        else if (at < _tokens.Count && _tokens[at].Kind == TokenKind.Mark && Touches(at) && !double.IsNaN(Vulgar((char)_tokens[at].Word)))
        {
            value += Vulgar((char)_tokens[at].Word);
            at++;
        }

        var hasSuffix = false;
        if (at < _tokens.Count && _tokens[at].Kind == TokenKind.Word)
        {
            if (ClassAt(at) == NumberClass.Suffix && Touches(at) && _tokens[at].Length == 1 && (isMoney || (_text[_tokens[at].Start] | 0x20) == 'k'))
            {
                value *= lexicon.ValueOf(_tokens[at]);
                at++;
                hasSuffix = true;
            }
            else
            {
                while (ClassAt(at) == NumberClass.Scale && value < 1e15)
                {
                    value *= lexicon.ValueOf(_tokens[at]);
                    at++;
                }

                // a code: 4G, 21st, 5th
                if (Touches(at) && at == i + 1 && Suffixes.Has(_text.AsSpan(_tokens[at].Start, _tokens[at].Length)))
                    return false;
            }
        }

        // a half: two and a half, 2 and a half
        end = at;
        if (ClassAt(at) == NumberClass.And && ClassAt(at + 1) == NumberClass.A && ClassAt(at + 2) == NumberClass.Fraction && isWhole)
        {
            value += 1 / lexicon.ValueOf(_tokens[at + 2]);
            end = at + 3;
        }

        number = new Number(value, false, isWhole, hasSuffix);
        return true;
    }

    // "a fifth dearer", "a third below what it was"
    private static readonly FrozenWords Comparatives = new(["dearer", "cheaper", "less", "more", "fewer", "lower", "higher", "smaller", "larger", "below", "above", "under", "over", "down", "up", "off"]);

    private static readonly FrozenWords Suffixes = new(["st", "nd", "rd", "th", "s", "am", "pm", "D", "G"]);

    private static double Power(int exponent)
    {
        var result = 1.0;
        for (var i = 0; i < Math.Abs(exponent); i++)
            result *= 10;
        return exponent < 0 ? 1 / result : result;
    }

    private void Append(Span<char> to, ref int length, int token)
    {
        _text.AsSpan(_tokens[token].Start, _tokens[token].Length).CopyTo(to[length..]);
        length += _tokens[token].Length;
    }

    private bool Words(int i, out int end, out Number number)
    {
        (end, number) = (i, default);
        double total = 0, part = 0, last = double.PositiveInfinity;
        var at = i;
        var told = false;
        if (ClassAt(at) == NumberClass.A && ClassAt(at + 1) is NumberClass.Scale or NumberClass.Fraction)
        {
            if (ClassAt(at + 1) == NumberClass.Scale)
            {
                (part, told) = (1, true);
                at++;
            }
            else if (Is(at + 1, "half") || Is(at + 1, "quarter") || Is(at + 2, "of") || at > 0 && Is(at - 1, "by") || at + 2 < _tokens.Count && _tokens[at + 2].Kind == TokenKind.Word && Comparatives.Has(_text.AsSpan(_tokens[at + 2].Start, _tokens[at + 2].Length)))
            {
                // "a third time" is none; "by a third" and "a fifth of it" are
                end = at + 2;
                number = new Number(1 / lexicon.ValueOf(_tokens[at + 1]), true, false, false);
                return true;
            }
            else
                return false;
        }
        else if (ClassAt(at) == NumberClass.A)
        {
            // a gallon, an hour: one of it
            if (!UnitAt(at + 1, out var after, out var unit, out var money) || DashAt(at + 1) || unit == "count" || unit == "person")
                return false;
            if (!(money || unit is "gallon" or "kibibyte" or "penny" or "dozen" or "gross" or "cup" or "kilogram" or "litre" or "barrel"))
                return false;
            end = at + 1;
            number = new Number(1, true, true, false);
            return after > end;
        }
        else if (ClassAt(at) == NumberClass.Fraction && Is(at, "half"))
        {
            end = Is(at + 1, "a") ? at + 2 : at + 1;
            number = new Number(0.5, true, false, false);
            if (ClassAt(end) == NumberClass.Scale && end == at + 2)
            {
                // half a million
                number = new Number(0.5 * lexicon.ValueOf(_tokens[end]), true, true, false);
                end++;
            }

            return true;
        }

        var round = 0;
        for (; round < 24; round++)
        {
            var value = lexicon.ValueOf(_tokens[Math.Min(at, _tokens.Count - 1)]);
            if (ClassAt(at) == NumberClass.Unit)
            {
                if (told && !(last >= 20 && last < 100 && value < 10 && last % 10 == 0 || last >= 100))
                    break;
                part += value;
                last = value;
            }
            else if (ClassAt(at) == NumberClass.Scale && told)
            {
                if (value == 100)
                    part *= 100;
                else
                {
                    total += part * value;
                    part = 0;
                }

                last = value;
            }
            else
            {
                break;
            }

            told = true;
            at++;
            end = at;
            // and, &, comma, hyphen inside a number
            var joint = ClassAt(at) == NumberClass.And || MarkAt(at, '&') || MarkAt(at, ',') ? at + 1 : DashAt(at) && Touches(at) && Touches(at + 1) ? at + 1 : at;
            if (joint > at && ClassAt(joint) == NumberClass.Unit && (DashAt(at) ? last is >= 20 and < 100 && lexicon.ValueOf(_tokens[joint]) < 10 : last >= 100))
                at = joint;
        }

        if (!told)
            return false;
        if (end == i)
            end = at;
        var sum = total + part;
        // two thirds, one-half, one sixth
        var behind = DashAt(end) && Touches(end) && Touches(end + 1) ? end + 1 : end;
        if (sum is > 0 and < 100 && (ClassAt(behind) == NumberClass.Fraction) && !Is(behind + 1, "of") | !Is(behind, "quarter") && IsFraction(behind, sum))
        {
            end = behind + 1;
            number = new Number(sum / lexicon.ValueOf(_tokens[behind]), true, false, false);
            return true;
        }

        if (ClassAt(end) == NumberClass.And && ClassAt(end + 1) == NumberClass.A && ClassAt(end + 2) == NumberClass.Fraction)
        {
            sum += 1 / lexicon.ValueOf(_tokens[end + 2]);
            end += 3;
        }

        number = new Number(sum, true, true, false);
        return true;
    }

    // "one quarter" may be three months; "two second" is none
    private bool IsFraction(int i, double count) => count == 1 ? !Is(i, "quarters") : _text[_tokens[i].End - 1] == 's';
}
