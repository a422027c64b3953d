namespace Manometer.Coding;

/// <summary>A piece of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Word">Its number in the vocabulary; 0 when it is not there. Of a mark, the character itself.</param>
/// <param name="Number">Value of a number of at most nine digits; else -1.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Flags">How it stands.</param>
internal readonly record struct Token(int Start, int End, int Word, int Number, TokenKind Kind, TokenFlags Flags)
{
    public int Length => End - Start;

    public bool Is(TokenFlags flag) => (Flags & flag) != TokenFlags.None;

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Word == mark;
}
