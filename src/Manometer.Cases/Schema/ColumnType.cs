namespace Manometer.Cases;

/// <summary>What a cell of a column holds.</summary>
public enum ColumnType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>The row's own identifier.</summary>
    Id,

    /// <summary>Identifier of a row of another table.</summary>
    Reference,

    /// <summary>Identifiers of rows of another table, separated by semicolons.</summary>
    References,

    /// <summary>A word of a vocabulary.</summary>
    Word,

    /// <summary>Words of a vocabulary, separated by semicolons.</summary>
    Words,

    /// <summary>Texts separated by semicolons.</summary>
    List,

    /// <summary>A date in EDTF.</summary>
    Edtf,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>An address, or <c>none seen</c>.</summary>
    Url,
}
