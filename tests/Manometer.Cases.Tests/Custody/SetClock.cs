namespace Manometer.Cases.Tests;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public SetClock()
        : this(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
