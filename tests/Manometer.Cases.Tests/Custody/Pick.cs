using CsCheck;

namespace Manometer.Cases.Tests;

internal static class Pick
{
    /// <summary>One of these, each as likely as another.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
