using System.Globalization;

namespace Manometer.Coding;

/// <summary>The date of a claim: one the sentence names, read in one way or another, the day of the report, or none.</summary>
internal sealed partial class ClaimGrammar
{
    private static readonly string[] Modes = Enum.GetNames<ClaimMode>();

    private readonly List<ClaimDate> _claimDates = [];

    private readonly record struct ClaimDate(string Edtf, DateMention Mention, string Reading);

    private string? DateChosen(ClaimDraft draft, ClaimMode mode)
    {
        var ruled = DateOf(draft.Anchor, draft.Clause, mode, out _);
        if (!model.Knows(ClaimModel.Date))
            return ruled;
        return DateAt(Heaviest(ClaimModel.Date, 2 + _claimDates.Count, (bag, i) => DateFeatures(bag, draft, i, mode, ruled)));
    }

    // the dates a claim of the sentence may have, each as it may be read: "from May" is May or since May, "in 1970 and 1971" one, the other or both, "for five months" until now
    private void ReadDates()
    {
        _claimDates.Clear();
        DateMention? before = null;
        for (var d = _dateAt; d < _dateEnd && _claimDates.Count < MostCandidates; d++)
        {
            var date = _dates[d];
            if (date.Kind == DateMentionKind.Duration && Lasting(date.Value) is { } lasting)
            {
                _claimDates.Add(new ClaimDate(lasting, date, "lasting"));
                _claimDates.Add(new ClaimDate(lasting[..(lasting.IndexOf('/', StringComparison.Ordinal) + 1)] + "..", date, "lasting still"));
            }

            if (date.Kind is not (DateMentionKind.Date or DateMentionKind.Period) || date.Edtf is null)
                continue;
            var meant = Meant(date);
            _claimDates.Add(new ClaimDate(InMonths(meant), date, "as told"));
            if (!meant.Contains('/', StringComparison.Ordinal))
            {
                var word = WordBefore(date.Start);
                if (word == _from || word == _since)
                    _claimDates.Add(new ClaimDate(meant + "/..", date, "since"));
                else if (word == _until)
                    _claimDates.Add(new ClaimDate("../" + meant, date, "until"));
                if (before is { } first && Meant(first) is var start && start.Length == meant.Length && string.CompareOrdinal(start, meant) < 0 && !start.Contains('/', StringComparison.Ordinal))
                    _claimDates.Add(new ClaimDate(start + "/" + meant, date, "joined"));
            }

            before = date;
        }
    }

    // months or years up to the day of the report: P5M is 2021-10/2022-03 in March 2022
    private string? Lasting(string value)
    {
        if (_report.Published is not { } day || value.Length is < 3 or > 5 || !int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 600)
            return null;
        return value[^1] switch
        {
            'M' when value[0] == 'P' && day.Year > 60 => $"{day.AddMonths(-count):yyyy-MM}/{day:yyyy-MM}",
            'Y' when day.Year > count => $"{day.Year - count:0000}/{day.Year:0000}",
            _ => null,
        };
    }

    // "by the end of 2017" is the end of 2017, "by the spring of 2014" that spring, "late in 2018" 2018
    private string Meant(DateMention date)
    {
        var edtf = date.Edtf!;
        var open = edtf.StartsWith("../", StringComparison.Ordinal);
        var third = edtf is [_, _, _, _, '-', '3', '7' or '8' or '9'];
        if (!open && !third)
            return edtf;
        if (_report.Text.AsSpan(date.Start, date.End - date.Start).Contains("end", StringComparison.OrdinalIgnoreCase))
            return third ? edtf[..5] + "12" : edtf[3..];
        return OfTimex(date.Value) ?? (open ? edtf[3..] : edtf);
    }

    // a half of a year is its six months
    private static string InMonths(string edtf) => edtf is [_, _, _, _, '-', '4', '0' or '1'] ? edtf[6] == '0' ? $"{edtf[..4]}-01/{edtf[..4]}-06" : $"{edtf[..4]}-07/{edtf[..4]}-12" : edtf;

    // a year, season, quarter, half, month or day as EDTF; null of anything else
    private string? OfTimex(string value) => value switch
    {
        [_, _, _, _] or [_, _, _, _, '-', >= '0' and <= '9', _] or [_, _, _, _, '-', >= '0' and <= '9', _, '-', _, _] when !value.Contains('X', StringComparison.Ordinal) => value,
        [.. var year, '-', 'S', 'P'] => year + (options.Southern ? "-29" : "-21"),
        [.. var year, '-', 'S', 'U'] => year + (options.Southern ? "-30" : "-22"),
        [.. var year, '-', 'F', 'A'] => year + (options.Southern ? "-31" : "-23"),
        [.. var year, '-', 'W', 'I'] => year + (options.Southern ? "-32" : "-24"),
        [.. var year, '-', 'Q', >= '1' and <= '4' and var quarter] => $"{year}-{32 + quarter - '0'}",
        [.. var year, '-', 'H', '1' or '2'] => $"{year}-{(value[^1] == '1' ? 40 : 41)}",
        _ => null,
    };

    // nothing; the day of the report, or the heading; the dates named
    private string? DateAt(int candidate) => candidate switch
    {
        0 => null,
        1 => _headingDate ?? (_report.Published is { } day ? When.OfDay(day.DayNumber).ToEdtf() + "~" : null),
        _ => _claimDates[candidate - 2].Edtf,
    };

    private void DateFeatures(FeatureBag bag, ClaimDraft draft, int i, ClaimMode mode, string? ruled)
    {
        var meant = Modes[(int)mode];
        var value = DateAt(i);
        bag.Add(value == ruled ? "ruled" : "not-ruled");
        if (i < 2)
        {
            var name = i == 0 ? "none" : _headingDate is null ? "told" : "heading";
            bag.Add(name);
            bag.Add(name, meant);
            bag.Add(name, Counts[Math.Min(_claimDates.Count, 6)]);
            for (var h = _hitAt; h < _hitEnd; h++)
                if (_hits[h].Kind == CueKind.Mode)
                    bag.Add(name, "mode", _hits[h].Cue.First);
            bag.Add(name, "begins", Shape(draft.Clause.At));
            bag.Add(name, "a", draft.Anchor.Cue.Id);
            return;
        }

        var (_, date, reading) = _claimDates[i - 2];
        bag.Add("reading", reading);
        bag.Add("reading-mode", reading, meant);
        bag.Add("form", Form(value!), reading);
        bag.Add("form-of", Form(value!), Counts[Math.Min(_claimDates.Count, 6)]);
        bag.Add("nth", Counts[Math.Min(_claimDates.Count, 6)], Counts[Math.Min(i - 2, 6)]);
        if (IsCompared(date))
            bag.Add("compared");
        if (IsOfMeasure(date))
            bag.Add("of-measure");
        if (value == ruled)
            bag.Add("ruled-form", Form(value!));
        if (date.End >= _tokens[_sentenceEnd - 1].Start - 1)
            bag.Add("ends-sentence", reading);
        bag.Add("word", Shape(TokenAt(date.Start)), reading);
        var at = TokenAt(date.Start);
        for (var before = Math.Max(_sentenceAt, at - 5); before < at; before++)
            if (_comparisons.Contains(_tokens[before].Word) || _against.Contains(_tokens[before].Word))
                bag.Add("compared", Shape(before), reading);
        bag.Add("before-r", at > _sentenceAt ? Shape(at - 1) : "^", reading);
        Stands(bag, draft, date.Start, date.End);
    }

    // year, month, day, season; open or closed interval
    private static string Form(string edtf)
    {
        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Digits(edtf) : edtf.EndsWith("/..", StringComparison.Ordinal) ? "since" : edtf.StartsWith("../", StringComparison.Ordinal) ? "until" : "from-to";

        static string Digits(string one) => one.Length.ToString(CultureInfo.InvariantCulture) + (one is [_, _, _, _, '-', '2' or '3' or '4', ..] ? "s" : "");
    }
}
