using System.Text.Json;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>A proposal as a line of JSON: what <c>code</c> writes.</summary>
public static class ProposalJson
{
    /// <summary>Writes the object of a proposal.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="taxonomy">Its sign table gives the pressure step.</param>
    /// <param name="json">Is written to.</param>
    /// <param name="stored">What is kept beside it for review; null to leave that out.</param>
    public static void Write(Proposal proposal, Taxonomy taxonomy, Utf8JsonWriter json, ReviewContext? stored = null)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        if (stored is not null)
            json.WriteString("key", stored.Key);
        json.WriteString("report_id", proposal.ReportId);
        json.WriteString("quote", proposal.Quote);
        json.WriteNumber("start", proposal.Start);
        json.WriteNumber("end", proposal.End);
        json.WriteString("date_edtf", proposal.Date);
        json.WriteString("place", proposal.Place);
        json.WriteString("place_id", proposal.PlaceId);
        json.WriteString("sector", proposal.Sector);
        json.WriteString("group", proposal.Group);
        json.WriteString("indicator", proposal.Indicator);
        json.WriteString("direction", Word.Of(proposal.Direction));
        WriteMagnitude(proposal, json);
        json.WriteString("attribution", Word.Of(proposal.Attribution));
        json.WriteString("grade", proposal.Grade is { } grade ? Word.Of(grade) : null);
        json.WriteString("polarity", Word.Of(proposal.Polarity));
        json.WriteStartArray("sourcing");
        foreach (var source in proposal.Sourcing)
            json.WriteStringValue(source);
        json.WriteEndArray();
        json.WriteNumber("probability", Math.Round(proposal.Probability, 3));
        WriteOrigin(proposal, json);
        json.WriteString("mode", Word.Of(proposal.Mode));
        json.WriteString("cause", Word.Of(proposal.Cause));
        if (proposal.CauseStart >= 0)
        {
            json.WriteNumber("cause_start", proposal.CauseStart);
            json.WriteNumber("cause_end", proposal.CauseEnd);
        }

        if (taxonomy.SignOf(proposal.Indicator, proposal.Sector) is var sign and not 0 && proposal.Mode is ClaimMode.Asserted or ClaimMode.Historical)
        {
            var large = proposal.Magnitude is { Unit: "percent" } percent && Math.Abs(percent.Value) >= taxonomy.LargePercent;
            var step = proposal.Direction == Direction.None ? 0 : (proposal.Direction == Direction.Up ? sign : -sign) * (large ? 2 : 1);
            json.WriteNumber("step", step);
        }

        if (stored is not null)
        {
            json.WriteString("span", stored.Span);
            json.WriteString("before", stored.Before);
            json.WriteString("after", stored.After);
        }

        json.WriteEndObject();
    }

    // what only the rules proposed is written as ever
    private static void WriteOrigin(Proposal proposal, Utf8JsonWriter json)
    {
        if (proposal.By == ProposalOrigin.Rules)
            return;
        json.WriteString("by", Word.Of(proposal.By));
        json.WriteString("model", proposal.ByModel);
        if (proposal.ModelSays.Count == 0)
            return;
        json.WriteStartObject("model_says");
        foreach (var (field, value) in proposal.ModelSays)
            json.WriteString(field, value);
        json.WriteEndObject();
    }

    private static void WriteMagnitude(Proposal proposal, Utf8JsonWriter json)
    {
        if (proposal.Magnitude is not { } magnitude || !double.IsFinite(magnitude.Value))
        {
            json.WriteNull("magnitude");
            return;
        }

        json.WriteStartObject("magnitude");
        json.WriteNumber("value", magnitude.Value);
        json.WriteString("unit", magnitude.Unit ?? "");
        if (magnitude.Form is QuantityForm.Change or QuantityForm.Range && double.IsFinite(magnitude.Low))
            json.WriteNumber("from", magnitude.Low);
        json.WriteEndObject();
    }
}
