using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The tables of a case.</summary>
public static class TableSchemas
{
    /// <summary>An outlet or institution that says things.</summary>
    public static readonly TableSchema Sources = new("sources", "An outlet or institution that says things.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "daily-gazette" },
        new("name", ColumnType.Text, true, "Name as it is known.") { Example = "Daily Gazette" },
        new("kind", ColumnType.Word, true, "What it is; a `selector` chose which reports enter the record.") { Words = Word.All<SourceKind>(), Example = "outlet" },
        new("reliability", ColumnType.Word, true, "Admiralty reliability: A completely reliable ... E unreliable, F cannot be judged.") { Words = Word.All<Admiralty.Reliability>(), Example = "C" },
        new("origin_group", ColumnType.Text, false, "Sources of one group are not independent.") { Example = "gazette-group" },
        new("lean", ColumnType.Word, false, "Towards which pressure it is declared to lean; empty: unknown.") { Words = Word.All<Lean>(), Example = "more" },
        new("language", ColumnType.Text, false, "Language tag (BCP 47).") { Example = "en" },
        new("url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "gazette.example" },
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>One document of a source.</summary>
    public static readonly TableSchema Reports = new("reports", "One document of a source.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "r-014" },
        new("source", ColumnType.Reference, true, "Its source.") { Target = "sources", Example = "daily-gazette" },
        new("selector", ColumnType.Reference, false, "The source that brought it into the record; empty when it was found directly.") { Target = "sources" },
        new("published", ColumnType.Edtf, true, "When it was published. It counts from the last day this allows.") { Example = "2018-07" },
        new("title", ColumnType.Text, false, "Title."),
        new("url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "none seen" },
        new("chain", ColumnType.Text, false, "Chain of origin, first witness first, parts separated by ` > `. Where the first is a source of the case, by its name or id, the report counts as that source's origin.") { Example = "a trader > Daily Gazette" },
        new("captured", ColumnType.Day, false, "The day it was captured.") { Example = "2018-07-14" },
        new("sha256", ColumnType.Text, false, "SHA-256 of what was captured."),
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>One claim coded from a report.</summary>
    public static readonly TableSchema Observations = new("observations", "One claim coded from a report.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "o-0412" },
        new("report", ColumnType.Reference, true, "The report it is coded from.") { Target = "reports", Example = "r-014" },
        new("event", ColumnType.Text, false, "What happened; observations of the same happening share one.") { Example = "e-plant-closure" },
        new("origin", ColumnType.Text, false, "First witness; observations that rest on the same one share it. Empty: the source's origin group, else the source.") { Example = "trader-1" },
        new("when", ColumnType.Edtf, true, "When it happened, as exact as the report.") { Example = "2018-06/2018-07" },
        new("place", ColumnType.Reference, false, "Where.") { Target = "places", Example = "strelsau" },
        new("place_stated", ColumnType.Text, false, "Place and province as the report words them; checked against the outlines.") { Example = "Strelsau, West March" },
        new("sector", ColumnType.Word, true, "Sector of the taxonomy.") { Taxonomy = "sectors", Example = "trade" },
        new("group", ColumnType.Word, false, "Group of the taxonomy.") { Taxonomy = "groups", Example = "traders" },
        new("indicator", ColumnType.Word, true, "Indicator of the taxonomy.") { Taxonomy = "indicators", Example = "trade-volume" },
        new("direction", ColumnType.Word, true, "Direction of the indicator, not of the pressure.") { Words = Word.All<Direction>(), Example = "down" },
        new("kind", ColumnType.Word, true, "`level` a state, `change` a movement, `act` an act of policy, `context` background; the last two carry no pressure.") { Words = Word.All<ObservationKind>(), Example = "change" },
        new("step", ColumnType.Integer, false, "The coder's own pressure step, -2 to 2; empty: the sign table decides."),
        new("step_reason", ColumnType.Text, false, "Why the coder decided; required with a step."),
        new("magnitude", ColumnType.Text, false, "A number, or `slight`, `moderate`, `large`.") { Example = "-40" },
        new("unit", ColumnType.Text, false, "Unit of the number; required with one.") { Example = "percent" },
        new("attribution", ColumnType.Word, true, "To what the report attributes it.") { Words = Word.All<Attribution>(), Example = "sanctions" },
        new("grade", ColumnType.Word, false, "How firmly; required unless attribution is `none`.") { Words = Word.All<AttributionGrade>(), Example = "asserted" },
        new("polarity", ColumnType.Word, true, "Said to be so, denied, supposed, or predicted.") { Words = Word.All<Polarity>(), Example = "asserted" },
        new("measures", ColumnType.References, false, "Measures the report ties it to.") { Target = "measures" },
        new("credibility", ColumnType.Integer, false, "Admiralty credibility: 1 confirmed ... 5 improbable, 6 cannot be judged.") { Example = "3" },
        new("summary", ColumnType.Text, true, "The claim in your own words.") { Example = "Trade over the bridge fell by two fifths" },
        new("span", ColumnType.Text, false, "Byte offsets into the captured text, `start-end`.") { Example = "120-188" },
        new("coder", ColumnType.Text, false, "Who coded it.") { Example = "jd" },
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>One legal act or notice.</summary>
    public static readonly TableSchema Measures = new("measures", "One legal act or notice.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "un-2371" },
        new("issuer", ColumnType.Text, true, "Who issued it.") { Example = "UNSC" },
        new("name", ColumnType.Text, true, "Its name.") { Example = "Resolution 2371" },
        new("adopted", ColumnType.Edtf, true, "When it was adopted.") { Example = "2017-08-05" },
        new("published", ColumnType.Edtf, false, "When it was published."),
        new("effective", ColumnType.Edtf, false, "From when it binds; empty: from adoption.") { Example = "2017-08-05" },
        new("winddown_end", ColumnType.Edtf, false, "End of the wind-down for business under way.") { Example = "2017-09-05" },
        new("sectors", ColumnType.Words, true, "Sectors it aims at, or `all`.") { Taxonomy = "sectors", Example = "mining-coal;fisheries" },
        new("cap_value", ColumnType.List, false, "Ceilings; several hold together and the lower binds.") { Example = "7500000" },
        new("cap_unit", ColumnType.List, false, "Units of the ceilings, in step.") { Example = "tonnes" },
        new("cap_period", ColumnType.List, false, "Periods of the ceilings, EDTF or words, in step; or one for all.") { Example = "2017" },
        new("supersedes", ColumnType.References, false, "Measures it replaces.") { Target = "measures" },
        new("implements", ColumnType.References, false, "Measures of others it implements.") { Target = "measures" },
        new("status", ColumnType.Word, true, "What became of it.") { Words = Word.All<MeasureStatus>(), Example = "in-force" },
        new("summary", ColumnType.Text, true, "Its content in your own words.") { Example = "Bars exports of coal" },
        new("source_url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "none seen" },
        new("verification", ColumnType.Word, true, "How the entry was verified.") { Words = Word.All<Verification>(), Example = "checked" },
        new("note", ColumnType.Text, false, "Anything else."),
        new("effect", ColumnType.Word, false, "Which way it is meant to act; empty: `tightens`. Relief, a waiver, a delisting `eases`.") { Words = Word.All<MeasureEffect>(), Example = "eases" },
    ]);

    /// <summary>A place of the gazetteer.</summary>
    public static readonly TableSchema Places = new("places", "A place of the gazetteer.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "strelsau" },
        new("name", ColumnType.Text, true, "Name on the page.") { Example = "Strelsau" },
        new("lat", ColumnType.Number, false, "Degrees north, WGS 84.") { Example = "41.2" },
        new("lon", ColumnType.Number, false, "Degrees east, WGS 84.") { Example = "21.9" },
        new("level", ColumnType.Word, true, "What it is.") { Words = Word.All<PlaceLevel>(), Example = "city" },
        new("province", ColumnType.Text, false, "Its first-level unit, as the outlines name it.") { Example = "West March" },
        new("country", ColumnType.List, true, "ISO 3166-1 alpha-2 codes; a border has two.") { Example = "XR" },
        new("variants", ColumnType.List, false, "Other spellings.") { Example = "Streslau" },
        new("native", ColumnType.List, false, "Names in native script."),
        new("precision", ColumnType.Word, false, "How exact the coordinates are; empty: approximate.") { Words = Word.All<Precision>(), Example = "centroid" },
        new("source", ColumnType.Text, false, "Whence the coordinates come."),
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>Who said when that what would happen by when.</summary>
    public static readonly TableSchema Forecasts = new("forecasts", "Who said when that what would happen by when.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "f-07" },
        new("who", ColumnType.Text, true, "Who said it.") { Example = "A. Hope" },
        new("affiliation", ColumnType.Text, false, "Affiliation at the time."),
        new("made_on", ColumnType.Edtf, true, "When it was said.") { Example = "2016-03-16" },
        new("claim", ColumnType.Text, true, "The claim in your own words.") { Example = "The crown will fall within two months" },
        new("effect", ColumnType.Word, true, "Economic effect, or effect on the target's conduct.") { Words = Word.All<ForecastEffect>(), Example = "economic" },
        new("kind", ColumnType.Word, true, "Its form.") { Words = Word.All<ForecastKind>(), Example = "binary" },
        new("horizon", ColumnType.Text, false, "By when: EDTF, or `open`.") { Example = "2016-05" },
        new("probability", ColumnType.Number, false, "Probability, 0 to 1, when one was stated or read from words.") { Example = "0.7" },
        new("elicitation", ColumnType.Word, false, "Whence the probability comes; empty: there is none.") { Words = Word.All<Elicitation>(), Example = "words" },
        new("predicted", ColumnType.Number, false, "The number predicted."),
        new("actual", ColumnType.Number, false, "The number that came."),
        new("unit", ColumnType.Text, false, "Unit of the numbers."),
        new("criterion", ColumnType.Text, false, "How it is resolved."),
        new("outcome", ColumnType.Word, true, "How it was resolved.") { Words = Word.All<ForecastOutcome>(), Example = "false" },
        new("resolved_on", ColumnType.Edtf, false, "When it was resolved.") { Example = "2016-05-20" },
        new("basis", ColumnType.Text, false, "On what the resolution rests."),
        new("url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "none seen" },
        new("note", ColumnType.Text, false, "Anything else."),
        new("words", ColumnType.Word, false, "The term of likelihood the claim uses; a bare future tense is `will`. Read as a range where no probability was stated.") { Words = [.. VerbalTerm.All.Select(term => term.Text)], Example = "will" },
        new("question", ColumnType.Text, false, "What it is about; claims about one thing share one, and count as one.") { Example = "crown-2016" },
        new("asserts", ColumnType.Word, false, "What it says of the measures: that they move this, or that they do not.") { Words = Word.All<ForecastStance>(), Example = "effect" },
        new("before", ColumnType.Number, false, "The number as it stood when the claim was made: what comes if nothing changes."),
        new("scale", ColumnType.Number, false, "How far such numbers usually move over such a time (a standard deviation), in the unit; without it a number is not on the board."),
        new("months_low", ColumnType.Number, false, "Of a duration: the earliest month from the start."),
        new("months_high", ColumnType.Number, false, "Of a duration: the latest month from the start."),
        new("start", ColumnType.Edtf, false, "From when a duration runs; empty: from when it was said."),
        new("occurred", ColumnType.Edtf, false, "When it happened."),
        new("commit", ColumnType.Text, false, "SHA-256 of the claim as it was registered; `score` prints it."),
    ]);

    /// <summary>One edge of the story of how it is supposed to work.</summary>
    public static readonly TableSchema Mechanisms = new("mechanisms", "One edge of the story of how it is supposed to work.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "m-03" },
        new("cause", ColumnType.Text, true, "What acts.") { Example = "export revenue" },
        new("effect", ColumnType.Text, true, "What is acted on.") { Example = "wages paid" },
        new("sign", ColumnType.Word, true, "`+` more of the cause, more of the effect; `-` more of the cause, less of the effect.") { Words = ["+", "-"], Example = "+" },
        new("lag_months", ColumnType.Number, false, "Months from cause to effect, when somebody said.") { Example = "6" },
        new("by", ColumnType.Reference, false, "The source that claims the edge.") { Target = "sources" },
        new("rationale", ColumnType.Text, true, "Why it should be so, in your own words.") { Example = "wages are paid out of export earnings" },
        new("evidence", ColumnType.References, false, "Observations that bear on it; empty: a bare edge.") { Target = "observations" },
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>An objection attached to a claim.</summary>
    public static readonly TableSchema Challenges = new("challenges", "An objection attached to a claim.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "c-02" },
        new("against", ColumnType.Reference, true, "Identifier of any row of the case, or `case`.") { Target = "*", Example = "o-0412" },
        new("by", ColumnType.Text, true, "Who raises it.") { Example = "a reader" },
        new("on", ColumnType.Edtf, false, "When it was raised.") { Example = "2019-04" },
        new("text", ColumnType.Text, true, "The objection in your own words.") { Example = "The plant closed for repairs" },
        new("status", ColumnType.Word, true, "Where it stands.") { Words = Word.All<ChallengeStatus>(), Example = "open" },
        new("answer", ColumnType.Text, false, "The answer; required unless open."),
        new("url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "none seen" },
    ]);

    /// <summary>A decision on two observations or two reports.</summary>
    public static readonly TableSchema Links = new("links", "A decision on two observations or two reports: that they tell of one happening, rest on one witness, are one text; that they are not; or that it is in dispute.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "l-007" },
        new("kind", ColumnType.Word, true, "`event`: one happening, of two observations; `origin`: one first witness, of two reports; `copy`: one text, of two reports.") { Words = Word.All<LinkKind>(), Example = "event" },
        new("one", ColumnType.Reference, true, "Identifier of an observation or a report.") { Target = "*", Example = "o-0412" },
        new("other", ColumnType.Reference, true, "Identifier of the other.") { Target = "*", Example = "o-0511" },
        new("says", ColumnType.Word, true, "What was decided. What is `disputed` is counted apart, and the verdict is told both ways.") { Words = Word.All<LinkSays>(), Example = "same" },
        new("by", ColumnType.Text, true, "Who decided.") { Example = "jd" },
        new("on", ColumnType.Edtf, false, "When.") { Example = "2019-05-02" },
        new("reason", ColumnType.Text, false, "Why, in your own words.") { Example = "Both tell of the night of 3 March" },
        new("withdrawn", ColumnType.Edtf, false, "When it was withdrawn: the row stays and counts no more."),
    ]);

    /// <summary>One cell of the evidence matrix.</summary>
    public static readonly TableSchema Matrix = new("matrix", "How one analyst sees one item of evidence against one of the rival stories.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "x-01" },
        new("analyst", ColumnType.Text, true, "Who judges.") { Example = "jd" },
        new("hypothesis", ColumnType.Text, true, "Identifier of a story of `case.yaml`.") { Example = "H1" },
        new("evidence", ColumnType.Text, true, "Identifier of an observation or an objection, or words of its own.") { Example = "o-0412" },
        new("entry", ColumnType.Word, true, "How the evidence stands to the story.") { Words = Word.All<Consistency>(), Example = "inconsistent" },
        new("weight", ColumnType.Number, false, "Weight of the evidence, 0 to 10; empty: 1. The same in every row of an analyst for that evidence.") { Example = "0.5" },
        new("note", ColumnType.Text, false, "Why."),
    ]);

    /// <summary>How far an analyst holds a purpose to be reached.</summary>
    public static readonly TableSchema Appraisals = new("appraisals", "How far an analyst holds a purpose of the measures to be reached, or what they contributed, as probabilities of steps.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "a-01" },
        new("analyst", ColumnType.Text, true, "Who appraises.") { Example = "jd" },
        new("on", ColumnType.Edtf, false, "When. A later one of the same analyst on the same thing takes its place; empty: from the beginning.") { Example = "2019-04-30" },
        new("question", ColumnType.Word, true, "The purpose: `coerce` (the target changes its conduct), `constrain` (it cannot do what it would), `signal` (it, or others, are told that a norm was broken); or `contribution`, what the measures did beside other instruments.") { Words = Word.All<AppraisalQuestion>(), Example = "coerce" },
        new("objective", ColumnType.Text, false, "What was wanted; empty: the measures as a whole. Appraisals of one objective share its words.") { Example = "the crown gives up its mines" },
        new("p1", ColumnType.Number, true, "Probability or percent of step 1: not at all; of the contribution: against the purpose.") { Example = "50" },
        new("p2", ColumnType.Number, true, "Of step 2: hardly; of the contribution: little or none.") { Example = "30" },
        new("p3", ColumnType.Number, true, "Of step 3: in part; of the contribution: substantial.") { Example = "15" },
        new("p4", ColumnType.Number, true, "Of step 4: mostly; of the contribution: decisive.") { Example = "5" },
        new("p5", ColumnType.Number, false, "Of step 5: wholly. Empty for the contribution, which has four steps.") { Example = "0" },
        new("rationale", ColumnType.Text, true, "Why, in your own words.") { Example = "Talks were held and nothing was signed" },
        new("evidence", ColumnType.References, false, "Observations it rests on.") { Target = "observations", Example = "o-0412" },
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>Something other than the measures that may have moved a series.</summary>
    public static readonly TableSchema Rivals = new("rivals", "Something other than the measures that may have moved a sector or a series: a rival cause.",
    [
        new("id", ColumnType.Id, true, "Identifier.") { Example = "riv-frost" },
        new("name", ColumnType.Text, true, "Its name.") { Example = "Frost of 2021" },
        new("when", ColumnType.Edtf, true, "When it acted; an open end means that it goes on.") { Example = "2021-04/2021-09" },
        new("sectors", ColumnType.Words, true, "Sectors it may have moved, or `all`.") { Taxonomy = "sectors", Example = "food;agriculture" },
        new("series", ColumnType.References, false, "Series and panels it may have moved, by name, beside those of its sectors.") { Target = "series", Example = "bread-price-zenda" },
        new("pressure", ColumnType.Word, false, "`+` it adds to the pressure, as the measures would; `-` it relieves; empty: not known.") { Words = ["+", "-"], Example = "+" },
        new("summary", ColumnType.Text, true, "What it is, in your own words.") { Example = "A late frost took a third of the wheat" },
        new("source_url", ColumnType.Url, true, "Address of the page, with or without https://; `none seen` when none was.") { Example = "none seen" },
        new("verification", ColumnType.Word, true, "How the entry was verified.") { Words = Word.All<Verification>(), Example = "general-knowledge" },
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>The same thing of several units over time, one file a panel.</summary>
    public static readonly TableSchema PanelPoints = new("panel", "The same thing of several units, such as countries, over time: one of them, or some, under the measures, the others for comparison. One file a panel.",
    [
        new("member", ColumnType.Text, true, "The unit of the row, an identifier; the rows of a member stand together.") { Example = "XR" },
        new("date", ColumnType.Edtf, true, "Day, month, quarter or year.") { Example = "2021" },
        new("value", ColumnType.Number, false, "The value; empty: a gap that is known.") { Example = "98.4" },
        new("unit", ColumnType.Text, false, "Unit, when the file names it; one a panel.") { Example = "index" },
        new("source", ColumnType.Text, false, "Whence the value comes."),
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>Numbers over time: one thing, one unit, one place, one file a series.</summary>
    public static readonly TableSchema SeriesPoints = new("series", "Numbers over time: one thing, one unit, one place, one file a series.",
    [
        new("date", ColumnType.Edtf, true, "Day, month, quarter or year.") { Example = "2016-02" },
        new("value", ColumnType.Number, false, "The value; empty: a gap that is known.") { Example = "5100" },
        new("unit", ColumnType.Text, false, "Unit, when the file names it; one a series.") { Example = "crowns/kg" },
        new("source", ColumnType.Text, false, "Whence the value comes."),
        new("note", ColumnType.Text, false, "Anything else."),
    ]);

    /// <summary>The tables with a file of their own, in the order they are read: a table refers to earlier ones only, except rivals, which refer to series, and challenges, which may refer to any.</summary>
    public static IReadOnlyList<TableSchema> All { get; } = [Sources, Reports, Places, Measures, Observations, Forecasts, Mechanisms, Rivals, Challenges, Matrix, Links, Appraisals];
}
