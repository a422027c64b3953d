using System.Globalization;
using System.Text;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Reads what a model answered, and believes nothing it cannot check: every claim must quote its passage, and whatever is said to stand in the text must stand there.</summary>
/// <remarks>
/// Words must be of the taxonomy, dates sound EDTF and, of what is asserted, not after the publication; places, sources and words of cause must be in the text, and a number in the quote, from where its unit is taken.
/// Identifiers of places come from the gazetteer, offsets from the text, the probability from the weights of the rules: nothing of these from the model. Pure: same answer, same reading. Not for several threads at once.
/// </remarks>
public sealed class ModelAnswerReader
{
    /// <summary>Claims taken from one answer: 40.</summary>
    public const int MostClaims = 40;

    private const int ShortestQuote = 8, LongestQuote = 1_000, LongestOther = 200; // UTF-16 units
    private const int Shown = 60;

    private readonly string _model;
    private readonly Coder _coder;
    private readonly QuantityReader _quantities = new();
    private readonly Weights _weights = new();
    private readonly Vocabularies _words;

    /// <summary>A reader of the answers of a model.</summary>
    /// <param name="model">Its name, as it will stand in the proposals.</param>
    /// <param name="taxonomy">The words there are.</param>
    /// <param name="places">The gazetteer of the case.</param>
    public ModelAnswerReader(string model, Taxonomy taxonomy, IReadOnlyList<Place> places)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(places);
        (_model, _coder, _words) = (model, new Coder(places), new Vocabularies(taxonomy));
    }

    /// <summary>Reads an answer. Whatever it is: proposals, refusals and a fault, no exception.</summary>
    /// <param name="answer">What the model said; fences of Markdown and thoughts before it are taken off.</param>
    /// <param name="report">The report it was asked about.</param>
    /// <param name="piece">The piece of it that was given.</param>
    /// <param name="latest">The last day the report may have been published; null when unknown.</param>
    public ModelReading Read(string answer, ReportText report, TextPiece piece, DateOnly? latest)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(report);
        var proposals = new List<Proposal>();
        var refusals = new List<ModelRefusal>();
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(Bare(answer)), new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array)
                return new ModelReading([], [], "the answer is JSON, but no object with a list \"claims\"");
            var folded = new FoldedText(report.Text, piece);
            var places = _coder.Places(report.Text[piece.Start..piece.End]);
            foreach (var claim in claims.EnumerateArray())
            {
                if (proposals.Count + refusals.Count >= MostClaims)
                {
                    refusals.Add(new ModelRefusal(RefusalReason.TooMany, string.Create(CultureInfo.InvariantCulture, $"more than {MostClaims} claims about one piece of text; the rest, {claims.GetArrayLength() - MostClaims}, was left out")));
                    break;
                }

                var (proposal, refusal) = One(claim, report, piece, latest, folded, places);
                if (proposal is not null && proposals.Exists(known => Same(known, proposal)))
                    refusal = new ModelRefusal(RefusalReason.Repeated, $"the same was claimed before of the same passage: {Cut(proposal.Quote)}");
                if (refusal is not null)
                    refusals.Add(refusal);
                else
                    proposals.Add(proposal!);
            }
        }
        catch (JsonException fault)
        {
            return new ModelReading([], [], $"the answer is no JSON ({fault.Message.Split(". ")[0]}): {Cut(answer)}");
        }

        return new ModelReading(proposals, refusals, null);
    }

    private (Proposal? Proposal, ModelRefusal? Refusal) One(JsonElement json, ReportText report, TextPiece piece, DateOnly? latest, FoldedText folded, IReadOnlyList<PlaceMention> places)
    {
        ModelClaim claim;
        try
        {
            claim = ModelClaim.Of(json);
        }
        catch (FormatException fault)
        {
            return Refused(RefusalReason.Malformed, fault.Message);
        }

        if (FoldedText.Fold(claim.Quote).Length is var length && length is < ShortestQuote or > LongestQuote)
            return Refused(RefusalReason.NoPassage, length == 0 ? "it quotes nothing" : string.Create(CultureInfo.InvariantCulture, $"a quote has {ShortestQuote} to {LongestQuote:#,0} letters, this one {length:#,0}: {Cut(claim.Quote)}"));
        var (start, end, times) = folded.Find(claim.Quote);
        if (times == 0)
            return Refused(RefusalReason.NotQuoted, $"the quote is not in the text: {Cut(claim.Quote)}");
        if (times > 1)
            return Refused(RefusalReason.Ambiguous, $"the quote stands in the text more than once: {Cut(claim.Quote)}");
        if (_words.FaultOf(claim) is { } unknown)
            return Refused(RefusalReason.UnknownWord, $"{unknown}: {Cut(claim.Quote)}");
        var mode = Vocabularies.Parse<ClaimMode>(claim.Mode);
        if (DateFault(claim.Date, mode, latest) is { } late)
            return (null, late);
        var attribution = Vocabularies.Parse<Attribution>(claim.Attribution);
        var cause = Vocabularies.Parse<CauseGrade>(claim.Cause);
        if ((attribution == Attribution.None) != (cause == CauseGrade.None))
            return Refused(RefusalReason.Contradiction, $"attribution '{claim.Attribution}' with cause '{claim.Cause}': {Cut(claim.Quote)}");
        var (causeStart, causeEnd) = (-1, -1);
        if (attribution != Attribution.None)
        {
            if (claim.CauseQuote is null || claim.CauseQuote.Length > LongestQuote || folded.Find(claim.CauseQuote) is not { Times: > 0 } tie)
                return Refused(RefusalReason.NotInText, $"the words of cause are not in the text: {Cut(claim.CauseQuote ?? "none")}");
            var own = report.Text.AsSpan(start, end - start).IndexOf(report.Text.AsSpan(tie.Start, tie.End - tie.Start), StringComparison.Ordinal); // of several, the one in the passage
            (causeStart, causeEnd) = own >= 0 ? (start + own, start + own + tie.End - tie.Start) : (tie.Start, tie.End);
        }

        foreach (var words in claim.Sourcing.Prepend(claim.Place).OfType<string>())
            if (words.Length > LongestOther || folded.Find(words).Times == 0)
                return Refused(RefusalReason.NotInText, $"'{Cut(words)}' is not in the text");
        QuantityMention? magnitude = null;
        if (claim.Magnitude is { } number && (magnitude = QuantityIn(report.Text[start..end], start, number)) is null)
            return Refused(RefusalReason.NumberNotInQuote, string.Create(CultureInfo.InvariantCulture, $"the number {number} is not in the quote: {Cut(claim.Quote)}"));
        var place = claim.Place is null ? null : Nearest(places, folded.Find(claim.Place), claim.Place, report.Text, piece.Start, start);
        var direction = Vocabularies.Parse<Direction>(claim.Direction);
        var features = Seen(claim, report.Text[start..end], magnitude);
        return (new Proposal
        {
            ReportId = report.Id,
            Start = start,
            End = end,
            Quote = report.Text[start..end],
            // as the rules do: what is, or just was, is about the day it is told
            Date = claim.Date ?? (report.Published is { } day && mode is ClaimMode.Asserted or ClaimMode.Negated ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "~" : null),
            Place = claim.Place is null ? null : FoldedText.Fold(claim.Place),
            PlaceId = place?.Id,
            Sector = claim.Sector,
            Group = claim.Group,
            Indicator = claim.Indicator,
            Direction = direction,
            Magnitude = magnitude,
            Attribution = attribution,
            Cause = cause,
            CauseStart = causeStart,
            CauseEnd = causeEnd,
            Mode = mode,
            Sourcing = [.. claim.Sourcing.Select(FoldedText.Fold).Append(report.Outlet).OfType<string>().Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)],
            Probability = _weights.Probability(features),
            Features = features,
            By = ProposalOrigin.Model,
            ByModel = _model,
        }, null);
    }

    private static ModelRefusal? DateFault(string? date, ClaimMode mode, DateOnly? latest)
    {
        if (date is null)
            return null;
        if (!Edtf.TryParse(date, out var when))
            return new ModelRefusal(RefusalReason.BadDate, $"'{Cut(date)}' is no date in EDTF");
        if (latest is not { } day || mode is ClaimMode.Forecast or ClaimMode.Hypothetical or ClaimMode.Feared)
            return null;
        // of an interval both ends must have begun; an open or unknown end says nothing
        var ends = date.Split('/').Select(part => Edtf.TryParse(part, out var end) ? end.FirstDay : null).Append(when.FirstDay);
        return ends.Any(first => first > day) ? new ModelRefusal(RefusalReason.AfterPublication, string.Create(CultureInfo.InvariantCulture, $"{date} is after the publication, {day:yyyy-MM-dd}, and the claim is no forecast")) : null;
    }

    // two thirds, told in words, are 67 percent to some: a fraction counts as its percentage, to the whole number
    private QuantityMention? QuantityIn(string quote, int start, double number)
    {
        foreach (var found in _quantities.Read(quote))
        {
            var fraction = found is { Unit: null, High: > 0 and < 1, Form: not QuantityForm.Range };
            if (Is(found.Low) || Is(found.High) || Is(found.Value) || (fraction && Math.Abs(100 * found.High - Math.Abs(number)) <= .5))
            {
                var moved = found with { Start = start + found.Start, End = start + found.End };
                return fraction ? moved with { Low = 100 * found.Low, High = 100 * found.High, Unit = "percent" } : moved;
            }
        }

        return null;

        bool Is(double told) => double.IsFinite(told) && Math.Abs(Math.Abs(told) - Math.Abs(number)) <= 1e-9 * Math.Max(1, Math.Abs(told));
    }

    // the mention of the gazetteer that bears the name, the one nearest to the passage
    private static PlaceMention? Nearest(IReadOnlyList<PlaceMention> places, (int Start, int End, int Times) named, string words, string text, int offset, int start)
    {
        var name = FoldedText.Fold(words);
        return places.Where(place => place.Use == PlaceUse.Place && (FoldedText.Fold(text[(offset + place.Start)..(offset + place.End)]) == name || (offset + place.Start >= named.Start && offset + place.End <= named.End)))
            .MinBy(place => Math.Abs(offset + place.Start - start));
    }

    // what the rules themselves see of the claim in its passage; rows of weights.csv
    private List<string> Seen(ModelClaim claim, string quote, QuantityMention? magnitude)
    {
        var hits = _coder.CuesIn(quote);
        var features = new List<string>();
        var whole = hits.Any(hit => hit.Kind == CueKind.Event && hit.Cue.First == claim.Sector && hit.Cue.Second == claim.Indicator && hit.Cue.Third == claim.Direction);
        if (whole)
            features.Add("event");
        if (whole || hits.Any(hit => hit.Kind == CueKind.Sector && hit.Cue.First == claim.Sector))
            features.Add("sector-in-clause");
        if (whole || hits.Any(hit => hit.Kind == CueKind.Indicator && hit.Cue.First == claim.Indicator))
            features.Add("indicator-in-clause");
        else if (hits.Any(hit => hit.Kind == CueKind.Sector && hit.Cue.Second == claim.Indicator))
            features.Add("indicator-default");
        if (!whole && hits.Any(hit => hit.Kind == CueKind.Move && hit.Cue.First == claim.Direction))
            features.Add("move-near");
        if (magnitude is not null)
            features.Add("number");
        return features;
    }

    private static bool Same(Proposal one, Proposal other) =>
        (one.Start, one.End, one.Sector, one.Group, one.Indicator, one.Direction, one.Polarity) == (other.Start, other.End, other.Sector, other.Group, other.Indicator, other.Direction, other.Polarity);

    private static string Bare(string answer)
    {
        var bare = answer.AsSpan().Trim();
        if (bare.StartsWith("<think>") && bare.IndexOf("</think>") is var thought and >= 0)
            bare = bare[(thought + "</think>".Length)..].Trim();
        if (bare.StartsWith("```") && bare.EndsWith("```") && bare.IndexOf('\n') is var line and > 0 && line < bare.Length - 3)
            bare = bare[(line + 1)..^3].Trim();
        return bare.ToString();
    }

    private static (Proposal?, ModelRefusal) Refused(RefusalReason reason, string detail) => (null, new ModelRefusal(reason, detail));

    private static string Cut(string text) => PrintableText.Line(text.Length > 4 * Shown ? text[..(4 * Shown)] : text, Shown);
}
