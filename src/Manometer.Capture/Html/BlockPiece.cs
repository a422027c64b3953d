namespace Manometer.Capture;

/// <summary>How a piece of markup stands for text.</summary>
internal enum BlockPiece
{
    /// <summary>Characters and character references.</summary>
    Text,

    /// <summary>Characters as they are.</summary>
    Verbatim,

    /// <summary>A break of the line.</summary>
    Break,
}
