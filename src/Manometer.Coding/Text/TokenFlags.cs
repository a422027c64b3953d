namespace Manometer.Coding;

/// <summary>How a token stands in its text.</summary>
[Flags]
internal enum TokenFlags : byte
{
    /// <summary>Right behind the token before it, in small letters.</summary>
    None = 0,

    /// <summary>There is space before it.</summary>
    Space = 1,

    /// <summary>It is the first of a line.</summary>
    Line = 2,

    /// <summary>It is the first of a paragraph: an empty line stands before it, or nothing.</summary>
    Paragraph = 4,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 8,

    /// <summary>All its letters are capitals.</summary>
    AllCapitals = 16,

    /// <summary>It is the first of a sentence.</summary>
    Sentence = 32,
}
