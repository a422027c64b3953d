using System.Security.Cryptography;

namespace Manometer.Cases.Tests;

/// <summary>Salts that repeat, so that a test has the same bytes every time.</summary>
internal sealed class SeededSalt : RandomNumberGenerator
{
    private uint _state = 1;

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data)
    {
        foreach (ref var one in data)
            one = (byte)((_state = unchecked((_state * 1664525) + 1013904223)) >> 24);
    }
}
