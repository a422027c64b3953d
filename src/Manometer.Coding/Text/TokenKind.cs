namespace Manometer.Coding;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Decimal digits.</summary>
    Number,

    /// <summary>One character of a script written without spaces, or one syllable of Hangul.</summary>
    Ideograph,

    /// <summary>One character that is no letter, digit or space.</summary>
    Mark,
}
