using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>Memory of vectors, aligned and pinned, that grows and is kept. Its content is lost when it grows.</summary>
internal sealed unsafe class LaneBuffer
{
    private double[] _array = [];
    private V* _start;
    private int _capacity;

    public V* Of(int count)
    {
        if (count > _capacity)
            Grow(count, keep: 0);
        return _start;
    }

    /// <summary>The same, keeping the first vectors.</summary>
    public V* Extended(int count, int keep)
    {
        if (count > _capacity)
            Grow(Math.Max(count, 2 * _capacity), keep);
        return _start;
    }

    private void Grow(int count, int keep)
    {
        var array = GC.AllocateArray<double>(checked(4 * count + 4), pinned: true);
        var address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref array[0]);
        var start = (V*)((address + 31) & ~(nint)31);
        for (var i = 0; i < keep; i++)
            start[i] = _start[i];
        _array = array; // keeps the memory of the pointer alive
        _start = start;
        _capacity = count;
        GC.KeepAlive(_array);
    }
}
