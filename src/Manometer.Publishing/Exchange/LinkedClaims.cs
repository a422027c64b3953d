using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Publishing;

/// <summary>An assessment as linked data in the words of schema.org: each observation a Claim with where it appeared, each report an Article, each source an Organization, each shared happening an Event, each objection a ClaimReview.</summary>
public static class LinkedClaims
{
    /// <summary>The document, JSON-LD, indented.</summary>
    /// <param name="case">The case.</param>
    /// <param name="assessment">Its assessment.</param>
    public static string Of(Case @case, CaseAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(assessment);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            json.WriteString("@vocab", "https://schema.org/");
            json.WriteString("prov", "http://www.w3.org/ns/prov#");
            json.WriteString("@base", $"urn:manometer:{assessment.Provenance.CaseHash}:");
            json.WriteEndObject();
            json.WriteStartArray("@graph");
            Dataset(json, assessment);
            foreach (var source in assessment.Sources)
                Organization(json, source);
            var known = assessment.Observations.Select(view => view.Report).ToHashSet(StringComparer.Ordinal);
            foreach (var report in @case.Reports.Where(report => known.Contains(report.Id)))
                Article(json, report);
            foreach (var view in assessment.Observations)
                Claim(json, view, assessment);
            foreach (var happening in assessment.Happenings)
                Event(json, happening);
            foreach (var challenge in assessment.Challenges)
                Review(json, challenge, assessment);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Dataset(Utf8JsonWriter json, CaseAssessment assessment)
    {
        Start(json, "case", "Dataset");
        json.WriteString("name", assessment.Subject.Title);
        json.WriteString("description", assessment.Subject.Question);
        json.WriteString("temporalCoverage", assessment.Subject.Period);
        json.WriteString("identifier", assessment.Provenance.CaseHash);
        json.WriteEndObject();
    }

    private static void Organization(Utf8JsonWriter json, AssessedSource source)
    {
        Start(json, "source/" + source.Id, "Organization");
        json.WriteString("name", source.Name);
        Url(json, source.Url);
        json.WriteEndObject();
    }

    private static void Article(Utf8JsonWriter json, Report report)
    {
        Start(json, "report/" + report.Id, "Article");
        if (report.Title is { } title)
            json.WriteString("headline", title);
        json.WriteString("datePublished", report.Published.ToString());
        Reference(json, "publisher", "source/" + report.Source);
        Url(json, report.Url);
        if (report.Sha256 is { } hash)
            json.WriteString("sha256", hash);
        json.WriteEndObject();
    }

    private static void Claim(Utf8JsonWriter json, AssessedObservation view, CaseAssessment assessment)
    {
        Start(json, "observation/" + view.Id, "Claim");
        json.WriteString("text", view.Summary);
        Reference(json, "appearance", "report/" + view.Report);
        Reference(json, "claimInterpreter", "case");
        json.WriteString("temporalCoverage", view.When);
        if (view.Place is { } place)
        {
            json.WriteStartObject("spatialCoverage");
            json.WriteString("@type", "Place");
            json.WriteString("name", assessment.Gazetteer.FirstOrDefault(one => one.Id == place)?.Name ?? place);
            json.WriteEndObject();
        }

        json.WriteStartArray("keywords");
        foreach (var word in new[] { view.Sector, view.Group, view.Indicator, view.Direction, view.Attribution, view.Polarity }.OfType<string>())
            json.WriteStringValue(word);
        json.WriteEndArray();
        if (view.Event is { } happening && assessment.Happenings.Any(one => one.Id == happening))
            Reference(json, "about", "happening/" + happening);
        Reference(json, "prov:wasDerivedFrom", "report/" + view.Report);
        Reference(json, "prov:hadPrimarySource", "origin/" + view.Origin);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, Happening happening)
    {
        Start(json, "happening/" + happening.Id, "Event");
        json.WriteString("name", happening.Id);
        json.WriteStartArray("subjectOf");
        foreach (var id in happening.Observations)
        {
            json.WriteStartObject();
            json.WriteString("@id", Escaped("observation/" + id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Review(Utf8JsonWriter json, AssessedChallenge challenge, CaseAssessment assessment)
    {
        Start(json, "challenge/" + challenge.Id, "ClaimReview");
        if (assessment.Observations.FirstOrDefault(view => view.Id == challenge.Against) is { } view)
        {
            Reference(json, "itemReviewed", "observation/" + view.Id);
            json.WriteString("claimReviewed", view.Summary);
        }
        else
        {
            json.WriteString("claimReviewed", challenge.Against);
        }

        json.WriteString("reviewBody", challenge.Answer is { } answer ? $"{challenge.Text} Answer: {answer}" : challenge.Text);
        json.WriteStartObject("author");
        json.WriteString("@type", "Person");
        json.WriteString("name", challenge.By);
        json.WriteEndObject();
        if (challenge.On is { } on)
            json.WriteString("datePublished", on);
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteString("alternateName", $"objection {challenge.Status}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string id, string type)
    {
        json.WriteStartObject();
        json.WriteString("@id", Escaped(id));
        json.WriteString("@type", type);
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", Escaped(id));
        json.WriteEndObject();
    }

    private static void Url(Utf8JsonWriter json, string url)
    {
        if (ExchangeAddress.Of(url) is { } address)
            json.WriteString("url", address);
    }

    private static string Escaped(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
