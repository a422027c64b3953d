using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>What an observation says, as far as it tells whether another tells of the same happening.</summary>
internal sealed class EventFacts
{
    /// <summary>Days a date may span and still be a point told coarsely.</summary>
    public const int Point = 31;

    public EventFacts(Observation observation, DateOnly? published, Place? place, SummaryWords words)
    {
        Observation = observation;
        Place = place;
        var (first, last) = (observation.When.FirstDay, observation.When.LastDay);
        var known = last ?? published;
        First = (first ?? last)?.DayNumber;
        Last = (known is { } end && (first is null || end >= first) ? known : first)?.DayNumber;
        Words = words.Of(observation.Summary);
    }

    public Observation Observation { get; }

    public Place? Place { get; }

    /// <summary>First and last day it may have happened; null where no day is known.</summary>
    public int? First { get; }

    public int? Last { get; }

    public WordVector Words { get; }

    /// <summary>Days of its date, no fewer than a month has.</summary>
    public int Days => Math.Max(Point, Last!.Value - First!.Value + 1);
}
