using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Every fault a case can have. The gallery <c>docs/errors.md</c> is made from this list and one smallest broken case a code.</summary>
public static class Rules
{
    /// <summary>There is no such folder.</summary>
    public static readonly DiagnosticRule FolderMissing = new("MAN0101", Severity.Error, "there is no such folder", "A case is a folder. The path given does not exist, or is a file.");

    /// <summary>A file is missing.</summary>
    public static readonly DiagnosticRule FileMissing = new("MAN0102", Severity.Error, "a file is missing", "`case.yaml` says what the case is about; without it there is no case. Every other table may be absent.");

    /// <summary>The file cannot be read.</summary>
    public static readonly DiagnosticRule Unreadable = new("MAN0103", Severity.Error, "the file cannot be read", "The system refused to open the file: it is locked, a permission is missing, or a disk failed.");

    /// <summary>The file is too large for a text table.</summary>
    public static readonly DiagnosticRule TooLarge = new("MAN0104", Severity.Error, "the file is too large for a text table", "A text table may have 256 MB. Larger corpora live as Parquet beside the CSV and are read by `query`.");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly DiagnosticRule NotUtf8 = new("MAN0105", Severity.Error, "bytes that are not UTF-8", "Every file of a case is UTF-8. Other encodings turn names in other scripts into nonsense, silently.");

    /// <summary>A NUL byte.</summary>
    public static readonly DiagnosticRule NulByte = new("MAN0106", Severity.Error, "a NUL byte", "Text holds no NUL bytes; the file was damaged, or is no text.");

    /// <summary>A line too long for a table.</summary>
    public static readonly DiagnosticRule LineTooLong = new("MAN0107", Severity.Error, "a line too long for a table", "No cell of a case is that long: the file is no table, or a quote is missing.");

    /// <summary>The folder is not empty.</summary>
    public static readonly DiagnosticRule FolderNotEmpty = new("MAN0108", Severity.Error, "the folder is not empty", "`new` makes a case in a folder of its own and never writes over what is there.");

    /// <summary>More faults than are shown.</summary>
    public static readonly DiagnosticRule More = new("MAN0109", Severity.Warning, "more faults than are shown", "A thousand faults of one kind in one file are shown; the rest is counted. They mostly have one cause.");

    /// <summary>A file the program does not know.</summary>
    public static readonly DiagnosticRule FileUnknown = new("MAN0110", Severity.Warning, "a file the program does not know", "Nothing reads it: a table under another name is a table left out.");

    /// <summary>The file starts with a byte order mark.</summary>
    public static readonly DiagnosticRule ByteOrderMark = new("MAN0201", Severity.Warning, "the file starts with a byte order mark", "Spreadsheets write one; other programs take it for a part of the first column's name. The file was read without it.");

    /// <summary>Lines end in carriage returns.</summary>
    public static readonly DiagnosticRule LineEnds = new("MAN0202", Severity.Warning, "lines end in carriage returns", "The file went through a spreadsheet or a Windows editor. It was read, but every line will show as changed in version control.");

    /// <summary>Cells are not separated by commas.</summary>
    public static readonly DiagnosticRule Separator = new("MAN0203", Severity.Warning, "cells are not separated by commas", "A spreadsheet with a continental locale writes semicolons. The file was read by its own separator.");

    /// <summary>A stray quote.</summary>
    public static readonly DiagnosticRule StrayQuote = new("MAN0204", Severity.Error, "a stray quote", "In CSV (RFC 4180) a quote stands around a whole cell, and a quote inside such a cell is doubled.");

    /// <summary>A quote that is never closed.</summary>
    public static readonly DiagnosticRule UnclosedQuote = new("MAN0205", Severity.Error, "a quote that is never closed", "The cell starts with a quote and none ends it. It was read to the end of its line, so that the rows below are still checked.");

    /// <summary>A column is missing.</summary>
    public static readonly DiagnosticRule ColumnMissing = new("MAN0206", Severity.Error, "a column is missing", "The table needs this column.");

    /// <summary>An unknown column.</summary>
    public static readonly DiagnosticRule ColumnUnknown = new("MAN0207", Severity.Warning, "an unknown column", "The program does not know the column. It is kept, and written back, but nothing uses it.");

    /// <summary>A column stands twice.</summary>
    public static readonly DiagnosticRule ColumnTwice = new("MAN0208", Severity.Error, "a column stands twice", "It cannot be told which of the two is meant.");

    /// <summary>A row with another number of cells than the header.</summary>
    public static readonly DiagnosticRule RowWidth = new("MAN0209", Severity.Error, "a row with another number of cells than the header", "A comma too many or too few; often a comma in a text that is not quoted.");

    /// <summary>A table without a header.</summary>
    public static readonly DiagnosticRule NoHeader = new("MAN0210", Severity.Error, "a table without a header", "The first line of a table names its columns.");

    /// <summary>A required cell is empty.</summary>
    public static readonly DiagnosticRule Empty = new("MAN0301", Severity.Error, "a required cell is empty", "The table cannot be read without it.");

    /// <summary>Not a word of the vocabulary.</summary>
    public static readonly DiagnosticRule NotAWord = new("MAN0302", Severity.Error, "not a word of the vocabulary", "The column takes words of a fixed list, or of the taxonomy; `docs/case-folder.md` has them all. A case may extend the taxonomy in `case.yaml`.");

    /// <summary>Not a date.</summary>
    public static readonly DiagnosticRule NotADate = new("MAN0303", Severity.Error, "not a date", "Dates are EDTF (ISO 8601-2): as exact as the report, and no more.");

    /// <summary>A date a spreadsheet has rewritten.</summary>
    public static readonly DiagnosticRule MangledDate = new("MAN0304", Severity.Error, "a date a spreadsheet has rewritten", "Spreadsheets turn dates into their own forms when a file is opened and saved. Format the column as text before editing.");

    /// <summary>Not a number.</summary>
    public static readonly DiagnosticRule NotANumber = new("MAN0305", Severity.Error, "not a number", "Numbers are written with a decimal point and without separators of thousands: 7500000 or 0.25.");

    /// <summary>A number out of range.</summary>
    public static readonly DiagnosticRule OutOfRange = new("MAN0306", Severity.Error, "a number out of range", "The number cannot be meant.");

    /// <summary>Not an identifier.</summary>
    public static readonly DiagnosticRule BadId = new("MAN0307", Severity.Error, "not an identifier", "Identifiers are letters, digits, dots, hyphens and underscores, and start with a letter or digit: they become addresses on the page.");

    /// <summary>An identifier stands twice.</summary>
    public static readonly DiagnosticRule IdTwice = new("MAN0308", Severity.Error, "an identifier stands twice", "Each row has an identifier of its own; others refer to it.");

    /// <summary>A reference to nothing.</summary>
    public static readonly DiagnosticRule UnknownReference = new("MAN0309", Severity.Error, "a reference to nothing", "The cell names a row of another table, and there is none of that name.");

    /// <summary>Not an address.</summary>
    public static readonly DiagnosticRule BadUrl = new("MAN0310", Severity.Error, "not an address", "An address of a page, with or without https://; or `none seen` when none was.");

    /// <summary>Not a SHA-256.</summary>
    public static readonly DiagnosticRule BadHash = new("MAN0311", Severity.Error, "not a SHA-256", "A SHA-256 is 64 hexadecimal digits.");

    /// <summary>Not a span.</summary>
    public static readonly DiagnosticRule BadSpan = new("MAN0312", Severity.Error, "not a span", "A span is two byte offsets into the captured text, start before end: 120-188.");

    /// <summary>Lists of unequal length.</summary>
    public static readonly DiagnosticRule UnequalLists = new("MAN0313", Severity.Error, "lists of unequal length", "Ceilings and their units stand in step: as many of the one as of the other.");

    /// <summary>Space around a value.</summary>
    public static readonly DiagnosticRule Padded = new("MAN0314", Severity.Warning, "space around a value", "It was read without; a search for it would miss it.");

    /// <summary>Two rows that differ only in their identifier.</summary>
    public static readonly DiagnosticRule RowTwice = new("MAN0315", Severity.Warning, "two rows that differ only in their identifier", "The same claim of the same report, coded twice, would count twice.");

    /// <summary>A unit under another name.</summary>
    public static readonly DiagnosticRule UnitName = new("MAN0316", Severity.Warning, "a unit under another name", "The size of a change in `percent` decides its step; under another name the number is not understood, and the step stays \"1 or 2\".");

    /// <summary>All sectors and some of them.</summary>
    public static readonly DiagnosticRule AllAndSome = new("MAN0317", Severity.Warning, "all sectors, and some of them", "`all` holds every sector: what stands beside it says nothing more, and a measure with it counts as one on everything, not as one aimed at those named.");

    /// <summary>A measure binds before it was adopted.</summary>
    public static readonly DiagnosticRule EffectiveBeforeAdopted = new("MAN0401", Severity.Error, "a measure binds before it was adopted", "A measure is adopted, then takes effect, then its wind-down ends. Wrong dates give wrong lags.");

    /// <summary>A wind-down ends before the measure binds.</summary>
    public static readonly DiagnosticRule WinddownBeforeEffective = new("MAN0402", Severity.Error, "a wind-down ends before the measure binds", "A measure is adopted, then takes effect, then its wind-down ends. Wrong dates give wrong lags.");

    /// <summary>A measure was published before it was adopted.</summary>
    public static readonly DiagnosticRule PublishedBeforeAdopted = new("MAN0403", Severity.Warning, "a measure was published before it was adopted", "Unusual; often the two dates were swapped.");

    /// <summary>Reported before it happened.</summary>
    public static readonly DiagnosticRule ReportedBeforeHappening = new("MAN0404", Severity.Error, "reported before it happened", "The report was published before the earliest day the claim can be about. Either date is wrong, or the claim is a forecast.");

    /// <summary>A step without a reason.</summary>
    public static readonly DiagnosticRule StepWithoutReason = new("MAN0405", Severity.Error, "a step without a reason", "A coder may decide otherwise than the sign table, and says why.");

    /// <summary>A step on what carries none.</summary>
    public static readonly DiagnosticRule StepOnBackground = new("MAN0406", Severity.Error, "a step on what carries none", "Acts, context, suppositions and forecasts say nothing of the pressure that is.");

    /// <summary>A number without a unit.</summary>
    public static readonly DiagnosticRule MagnitudeWithoutUnit = new("MAN0407", Severity.Error, "a number without a unit", "30 of what? Percent, persons, hours a day.");

    /// <summary>Attribution and grade disagree.</summary>
    public static readonly DiagnosticRule TieIncomplete = new("MAN0408", Severity.Error, "attribution and grade disagree", "Whoever attributes says how firmly; whoever does not has no grade.");

    /// <summary>An objection is called answered and has no answer.</summary>
    public static readonly DiagnosticRule AnswerMissing = new("MAN0409", Severity.Error, "an objection is called answered and has no answer", "An objection is open until an answer stands beside it.");

    /// <summary>Measures that replace or implement each other in a circle.</summary>
    public static readonly DiagnosticRule Circle = new("MAN0410", Severity.Error, "measures that replace or implement each other in a circle", "A measure cannot, through others, replace or implement itself.");

    /// <summary>Latitude and longitude look swapped.</summary>
    public static readonly DiagnosticRule Swapped = new("MAN0411", Severity.Error, "latitude and longitude look swapped", "The latitude is beyond the poles, and the other way round the point would be on earth.");

    /// <summary>A place outside the province it is said to be in.</summary>
    public static readonly DiagnosticRule OutsideProvince = new("MAN0412", Severity.Warning, "a place outside the province it is said to be in", "The coordinates lie in the outline of another province. Either is wrong, or the outlines lack the province.");

    /// <summary>A province without an outline.</summary>
    public static readonly DiagnosticRule NoOutline = new("MAN0413", Severity.Warning, "a province without an outline", "No outline has this name, so that the place's coordinates cannot be checked.");

    /// <summary>The report puts the place in another province.</summary>
    public static readonly DiagnosticRule StatedElsewhere = new("MAN0414", Severity.Warning, "the report puts the place in another province", "The report's words name a province the place does not lie in. The report errs, or another place of that name is meant.");

    /// <summary>A ceiling without a unit.</summary>
    public static readonly DiagnosticRule CapWithoutUnit = new("MAN0415", Severity.Error, "a ceiling without a unit", "A ceiling is a number of something.");

    /// <summary>Checked, and no address.</summary>
    public static readonly DiagnosticRule CheckedAgainstNothing = new("MAN0416", Severity.Warning, "checked, and no address", "Who says that an entry was checked names the text it was checked against.");

    /// <summary>A number against its direction.</summary>
    public static readonly DiagnosticRule SignAgainstDirection = new("MAN0417", Severity.Warning, "a number against its direction", "What goes down changes by less than nothing, what goes up by more: either the sign or the direction is wrong. The number of a `level` may have any sign, but for a negative share that is said to be up.");

    /// <summary>One witness, two origins.</summary>
    public static readonly DiagnosticRule WitnessTwice = new("MAN0418", Severity.Warning, "one witness counts as two origins", "The chains of two reports begin with the same witness, and their observations count as independent of each other. A witness without a name, such as `a trader`, is taken for the same when the reports were published within three months.");

    /// <summary>A claim was changed after it was registered.</summary>
    public static readonly DiagnosticRule ClaimChanged = new("MAN0419", Severity.Warning, "a claim was changed after it was registered", "The hash beside the claim is not that of its text: who, when, what, by when or how it is resolved was edited since. The scores say so.");

    /// <summary>A judgement stands twice.</summary>
    public static readonly DiagnosticRule JudgedTwice = new("MAN0420", Severity.Error, "a judgement stands twice", "An analyst judges an item of evidence against a story once. Two analysts may differ, and their disagreement is shown.");

    /// <summary>A link of the wrong kind of thing.</summary>
    public static readonly DiagnosticRule LinkOfOther = new("MAN0421", Severity.Error, "a link of the wrong kind of thing", "An event joins observations; an origin and a copy join reports.");

    /// <summary>A link of a thing to itself.</summary>
    public static readonly DiagnosticRule LinkToItself = new("MAN0422", Severity.Error, "a link of a thing to itself", "A decision is about two different rows.");

    /// <summary>Two decisions that contradict each other.</summary>
    public static readonly DiagnosticRule LinksContradict = new("MAN0423", Severity.Error, "two decisions that contradict each other", "What is the same as a third cannot be different from each other. Of two decisions that stand, one must be withdrawn, or the pair be in dispute.");

    /// <summary>A claim that has no say.</summary>
    public static readonly DiagnosticRule NoSay = new("MAN0424", Severity.Warning, "a claim that has no say", "The indicator `other` has no sign, so nothing tells whether up or down is more pressure. Without a `step` of the coder's own the row is shown and counts for nothing.");

    /// <summary>Probabilities of steps that do not sum to 1.</summary>
    public static readonly DiagnosticRule StepsDoNotSum = new("MAN0425", Severity.Error, "probabilities of steps that do not sum to 1", "An appraisal spreads one over the steps: probabilities that sum to 1, or percent that sum to 100. A purpose has five steps, the contribution four.");

    /// <summary>An appraisal stands twice.</summary>
    public static readonly DiagnosticRule AppraisedTwice = new("MAN0426", Severity.Error, "an appraisal stands twice", "An analyst appraises one thing once a day. A later appraisal takes the place of an earlier one by its date; both stay in the table.");

    /// <summary>A date stands twice in a series.</summary>
    public static readonly DiagnosticRule DateTwice = new("MAN0501", Severity.Error, "a date stands twice in a series", "A series has one value a date. A rival figure belongs in a series of its own, or in the note.");

    /// <summary>Dates out of order.</summary>
    public static readonly DiagnosticRule DateOrder = new("MAN0502", Severity.Warning, "dates out of order", "The series was read in order of date.");

    /// <summary>A series that datapackage.json does not describe.</summary>
    public static readonly DiagnosticRule SeriesNotDescribed = new("MAN0503", Severity.Warning, "a series that datapackage.json does not describe", "Without unit, place and role the series cannot be used; it was left out.");

    /// <summary>Datapackage.json describes a file that is not there.</summary>
    public static readonly DiagnosticRule SeriesMissing = new("MAN0504", Severity.Error, "datapackage.json describes a file that is not there", "The file was moved, renamed, or never made.");

    /// <summary>Two units in one series.</summary>
    public static readonly DiagnosticRule UnitMix = new("MAN0505", Severity.Error, "two units in one series", "One series has one unit; numbers in two units cannot be compared.");

    /// <summary>A series is described incompletely.</summary>
    public static readonly DiagnosticRule DescriptionIncomplete = new("MAN0506", Severity.Error, "a series is described incompletely", "Its resource needs a `manometer` object with title, unit and role.");

    /// <summary>A series without values.</summary>
    public static readonly DiagnosticRule NoValues = new("MAN0507", Severity.Warning, "a series without values", "There is nothing to draw.");

    /// <summary>A series that is described by a stub.</summary>
    public static readonly DiagnosticRule SeriesStub = new("MAN0508", Severity.Warning, "a series that is described by a stub", "`describe` adds series it finds with a unit that is `not stated` and the role `context`, which no estimate uses. Only its author knows what the numbers are.");

    /// <summary>A panel in which nothing can be compared.</summary>
    public static readonly DiagnosticRule PanelIncomplete = new("MAN0509", Severity.Warning, "a panel in which nothing can be compared", "A panel sets a member under the measures beside others that are not. Without the one or the others no comparison is computed from it.");

    /// <summary>Not YAML.</summary>
    public static readonly DiagnosticRule NotYaml = new("MAN0601", Severity.Error, "not YAML", "The file cannot be parsed.");

    /// <summary>A field is missing.</summary>
    public static readonly DiagnosticRule FieldMissing = new("MAN0602", Severity.Error, "a field is missing", "case.yaml needs it.");

    /// <summary>An unknown field.</summary>
    public static readonly DiagnosticRule FieldUnknown = new("MAN0603", Severity.Warning, "an unknown field", "The program does not know the field; nothing uses it.");

    /// <summary>A field has a wrong value.</summary>
    public static readonly DiagnosticRule FieldWrong = new("MAN0604", Severity.Error, "a field has a wrong value", "The value cannot be used.");

    /// <summary>Prior probabilities that do not sum to 1.</summary>
    public static readonly DiagnosticRule Priors = new("MAN0605", Severity.Warning, "prior probabilities that do not sum to 1", "Exactly one story is taken to be true; the priors share out one.");

    /// <summary>Not JSON.</summary>
    public static readonly DiagnosticRule NotJson = new("MAN0606", Severity.Error, "not JSON", "The file cannot be parsed.");

    /// <summary>Not the outline of a province.</summary>
    public static readonly DiagnosticRule NotGeoJson = new("MAN0607", Severity.Error, "not the outline of a province", "Outlines are a GeoJSON FeatureCollection of named Polygons or MultiPolygons.");

    /// <summary>Datapackage.json does not describe a table.</summary>
    public static readonly DiagnosticRule TableNotDescribed = new("MAN0608", Severity.Warning, "datapackage.json does not describe a table", "Other programs that read the data package will not see the table.");

    /// <summary>Datapackage.json and a table disagree on columns.</summary>
    public static readonly DiagnosticRule ColumnNotDescribed = new("MAN0609", Severity.Warning, "datapackage.json and a table disagree on columns", "Other programs will call the table invalid.");

    /// <summary>A field stands twice.</summary>
    public static readonly DiagnosticRule FieldTwice = new("MAN0610", Severity.Error, "a field stands twice", "It cannot be told which of the two is meant.");

    /// <summary>Datapackage.json lists no resources.</summary>
    public static readonly DiagnosticRule NoResources = new("MAN0611", Severity.Warning, "datapackage.json lists no resources", "Its `resources` say which files the case has; without them no series is read, and other programs see an empty package.");

    /// <summary>A resource without a path.</summary>
    public static readonly DiagnosticRule ResourceWithoutPath = new("MAN0612", Severity.Warning, "a resource without a path", "A resource of datapackage.json is an object, and its `path` names the file. This one was left out.");

    /// <summary>A control that a measure aims at.</summary>
    public static readonly DiagnosticRule ControlAimedAt = new("MAN0613", Severity.Warning, "a control that a measure aims at", "A negative control is what no measure can have touched. A sector that a measure names is none; it was left out.");

    /// <summary>A capture does not have its hash.</summary>
    public static readonly DiagnosticRule CaptureChanged = new("MAN0701", Severity.Error, "a capture does not have its hash", "The file was changed after it was captured, or is another file.");

    /// <summary>The case has no custody log.</summary>
    public static readonly DiagnosticRule NoLog = new("MAN0801", Severity.Error, "the case has no custody log", "Without one nothing can be shown about who changed what and when. Told by `verify` only: a case is assessed without a log.");

    /// <summary>A link of the custody log is broken.</summary>
    public static readonly DiagnosticRule LogBroken = new("MAN0802", Severity.Error, "a link of the custody log is broken", "Each line ends in the hash of what stands before it. A line whose hash is not right was changed after it was written.");

    /// <summary>A line of the custody log is no record.</summary>
    public static readonly DiagnosticRule LogLine = new("MAN0803", Severity.Error, "not a record of the custody log", "Something else stands in the log, or a record was damaged beyond its form.");

    /// <summary>A record of the custody log is out of order.</summary>
    public static readonly DiagnosticRule LogOrder = new("MAN0804", Severity.Error, "a record of the custody log is out of order", "Records were removed or moved: each names the hash of the one before it.");

    /// <summary>Two custody logs in one.</summary>
    public static readonly DiagnosticRule LogMerged = new("MAN0805", Severity.Error, "two custody logs in one", "Two people added records to copies of one log, and the copies were merged. A chain has one end: one side is kept, and the other side's edits are recorded on top.");

    /// <summary>The custody log was cut short.</summary>
    public static readonly DiagnosticRule LogCut = new("MAN0806", Severity.Error, "the custody log was cut short", "`custody.head` names the last record; the log ends before it. A chain whose last links are removed looks whole by itself.");

    /// <summary>The head file of the custody log is wrong.</summary>
    public static readonly DiagnosticRule LogHead = new("MAN0807", Severity.Error, "custody.head does not fit the log", "It holds the number and the hash of the last record. It, or the log, was changed by another hand.");

    /// <summary>There is no head file.</summary>
    public static readonly DiagnosticRule LogHeadMissing = new("MAN0808", Severity.Warning, "there is no custody.head", "Without it nobody can tell from the case alone whether the last records were removed.");

    /// <summary>The last line of the custody log is unfinished.</summary>
    public static readonly DiagnosticRule LogUnfinished = new("MAN0809", Severity.Warning, "the last line of the custody log is unfinished", "A write was interrupted before it was acknowledged. Nothing that was acknowledged is lost: the line is moved aside, or finished if only its end is missing.");

    /// <summary>Times of the custody log run backwards.</summary>
    public static readonly DiagnosticRule LogTime = new("MAN0810", Severity.Warning, "times of the custody log run backwards", "The clock of the machine was set back, or was wrong before. The order of the records is proved by the chain, the times are only what the clock said.");

    /// <summary>The custody log is in use.</summary>
    public static readonly DiagnosticRule LogHeld = new("MAN0811", Severity.Error, "the custody log is in use", "One process at a time writes it. The system lets go of the lock when that process ends, even when it is killed.");

    /// <summary>A file is not as the custody log last knew it.</summary>
    public static readonly DiagnosticRule FileNotAsRecorded = new("MAN0812", Severity.Error, "a file is not as the custody log last knew it", "It was edited and the edit was not recorded; or somebody else changed it.");

    /// <summary>A capture is missing.</summary>
    public static readonly DiagnosticRule CaptureMissing = new("MAN0813", Severity.Warning, "a capture is missing", "The log or a report names it. A case may be published without its captures; then nobody else can compare them.");

    /// <summary>A stored detail was changed.</summary>
    public static readonly DiagnosticRule DetailChanged = new("MAN0814", Severity.Error, "a stored detail was changed", "The log holds its hash, so that what a table held before and after an edit can be shown.");

    /// <summary>A stored detail is missing.</summary>
    public static readonly DiagnosticRule DetailMissing = new("MAN0815", Severity.Warning, "a stored detail is missing", "It was removed without a record of it; `redact` removes a detail and says so in the log.");

    /// <summary>No record names a stored detail.</summary>
    public static readonly DiagnosticRule DetailUnnamed = new("MAN0816", Severity.Warning, "no record names a stored detail", "Details are written before their record: one that no record names is left from an interrupted command, or its record was cut off.");

    /// <summary>A redacted detail is still there.</summary>
    public static readonly DiagnosticRule DetailStill = new("MAN0817", Severity.Warning, "a redacted detail is still there", "The log says that it was removed. `redact` was interrupted, or the file came back from a copy.");

    /// <summary>The custody log knew nothing by then.</summary>
    public static readonly DiagnosticRule NothingKnown = new("MAN0818", Severity.Error, "the custody log knew nothing by then", "`restore` rebuilds the case as the log knew it at the end of a day; the log begins later.");

    /// <summary>A file cannot be rebuilt from the log.</summary>
    public static readonly DiagnosticRule NotRebuilt = new("MAN0819", Severity.Error, "a file cannot be rebuilt from the custody log", "A detail was redacted or is missing, or the file was too large to be stored. The other files are written.");

    /// <summary>A file beside the custody log is no seal.</summary>
    public static readonly DiagnosticRule SealUnread = new("MAN0820", Severity.Error, "not a time stamp or a signature", "The folder custody/seals holds tokens of time-stamping authorities (.tst) and detached signatures (.p7s).");

    /// <summary>A seal of a record the log does not hold.</summary>
    public static readonly DiagnosticRule SealForeign = new("MAN0821", Severity.Error, "a time stamp or signature of a record that is not in the log", "It was made for a log that held another record: the log was written anew since, or the seal belongs to another case.");

    /// <summary>A seal does not hold.</summary>
    public static readonly DiagnosticRule SealBroken = new("MAN0822", Severity.Error, "a time stamp or signature that does not hold", "It was changed, or was not made with the key it names.");

    /// <summary>A seal's certificate leads to none that is trusted.</summary>
    public static readonly DiagnosticRule SealUntrusted = new("MAN0823", Severity.Warning, "the certificate of a time stamp or signature leads to none that is trusted", "Told with `verify --trust` only: the seal holds, but who made it is only what its certificate says.");

    /// <summary>A record says it was written after its time stamp.</summary>
    public static readonly DiagnosticRule SealTime = new("MAN0824", Severity.Warning, "a record says it was written after its time stamp", "Times of records are what the clock of the machine said; a time stamp is what the authority's clock said.");

    /// <summary>All rules, in order of code.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        FolderMissing,
        FileMissing,
        Unreadable,
        TooLarge,
        NotUtf8,
        NulByte,
        LineTooLong,
        FolderNotEmpty,
        More,
        FileUnknown,
        ByteOrderMark,
        LineEnds,
        Separator,
        StrayQuote,
        UnclosedQuote,
        ColumnMissing,
        ColumnUnknown,
        ColumnTwice,
        RowWidth,
        NoHeader,
        Empty,
        NotAWord,
        NotADate,
        MangledDate,
        NotANumber,
        OutOfRange,
        BadId,
        IdTwice,
        UnknownReference,
        BadUrl,
        BadHash,
        BadSpan,
        UnequalLists,
        Padded,
        RowTwice,
        UnitName,
        AllAndSome,
        EffectiveBeforeAdopted,
        WinddownBeforeEffective,
        PublishedBeforeAdopted,
        ReportedBeforeHappening,
        StepWithoutReason,
        StepOnBackground,
        MagnitudeWithoutUnit,
        TieIncomplete,
        AnswerMissing,
        Circle,
        Swapped,
        OutsideProvince,
        NoOutline,
        StatedElsewhere,
        CapWithoutUnit,
        CheckedAgainstNothing,
        SignAgainstDirection,
        WitnessTwice,
        ClaimChanged,
        JudgedTwice,
        LinkOfOther,
        LinkToItself,
        LinksContradict,
        NoSay,
        StepsDoNotSum,
        AppraisedTwice,
        DateTwice,
        DateOrder,
        SeriesNotDescribed,
        SeriesMissing,
        UnitMix,
        DescriptionIncomplete,
        NoValues,
        SeriesStub,
        PanelIncomplete,
        NotYaml,
        FieldMissing,
        FieldUnknown,
        FieldWrong,
        Priors,
        NotJson,
        NotGeoJson,
        TableNotDescribed,
        ColumnNotDescribed,
        FieldTwice,
        NoResources,
        ResourceWithoutPath,
        ControlAimedAt,
        CaptureChanged,
        NoLog,
        LogBroken,
        LogLine,
        LogOrder,
        LogMerged,
        LogCut,
        LogHead,
        LogHeadMissing,
        LogUnfinished,
        LogTime,
        LogHeld,
        FileNotAsRecorded,
        CaptureMissing,
        DetailChanged,
        DetailMissing,
        DetailUnnamed,
        DetailStill,
        NothingKnown,
        NotRebuilt,
        SealUnread,
        SealForeign,
        SealBroken,
        SealUntrusted,
        SealTime,
    ];
}
