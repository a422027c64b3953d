namespace Manometer.Coding;

/// <summary>The tokens of one text; its storage is used again for the next.</summary>
internal sealed class TokenList
{
    private Token[] _tokens = new Token[256];

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Span => _tokens.AsSpan(0, Count);

    public ref readonly Token this[int index] => ref _tokens[index];

    public void Clear() => Count = 0;

    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * Count);
        _tokens[Count++] = token;
    }

    public void Mark(int index, TokenFlags flag) => _tokens[index] = _tokens[index] with { Flags = _tokens[index].Flags | flag };
}
