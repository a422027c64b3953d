namespace Manometer.Coding;

/// <summary>A date, period, duration or repetition told in a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Kind">What is told.</param>
/// <param name="Value">The value of TIMEX3 (ISO/TimeML): <c>2017-02</c>, <c>2017-W05</c>, <c>2017-SU</c>, <c>P3M</c>, <c>PRESENT_REF</c>; unknown digits are X.</param>
/// <param name="Edtf">The same as an EDTF expression, at the precision given and never finer; null of a duration or repetition, and where nothing fixes the date.</param>
public readonly record struct DateMention(int Start, int End, DateMentionKind Kind, string Value, string? Edtf);
