namespace Manometer.Coding;

/// <summary>Roles of words in numbers; the names stand in <c>numbers.csv</c>.</summary>
internal enum NumberClass : byte
{
    None,
    Unit,
    Scale,
    Vague,
    Fraction,
    Ordinal,
    Multiple,
    And,
    A,
    Minus,
    Of,
    To,
    Through,
    Until,
    From,
    Between,
    By,
    Per,
    Each,
    Square,
    Power,
    Percent,
    Cent,
    Point,
    In,
    About,
    Suffix,
}
