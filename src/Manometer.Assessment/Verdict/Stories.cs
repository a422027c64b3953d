using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The stories of a case, each tied to its restriction of the model, with priors that sum to 1.</summary>
internal sealed class Stories
{
    private static readonly (string Id, string Name, double Prior)[] Usual =
    [
        ("H0", "No effect", 0.16), ("H1", "Bite", 0.16), ("H2", "Other cause", 0.16), ("H3", "Bite, then adaptation", 0.16),
        ("H4", "Reporting artefact", 0.16), ("H5", "Eased", 0.10), ("HC", "None of these", 0.10),
    ];

    private Stories(IReadOnlyList<(string Id, string Name, StoryKind Kind, double Prior)> all, IReadOnlyList<Notice> notices)
    {
        All = all;
        Notices = notices;
    }

    public IReadOnlyList<(string Id, string Name, StoryKind Kind, double Prior)> All { get; }

    public IReadOnlyList<Notice> Notices { get; }

    /// <summary>Does the case state priors of its own?</summary>
    public bool Stated { get; private init; }

    public IReadOnlyList<double> Priors => [.. All.Select(story => story.Prior)];

    public static bool Bites(StoryKind kind) => kind is StoryKind.Bite or StoryKind.Adaptation;

    /// <summary>The hypotheses of the case by identifier H0 to H5 and HC; without any, the usual seven. A set without climatology gets one.</summary>
    public static Stories Of(Case @case)
    {
        var notices = new List<Notice>();
        var found = new List<(string Id, string Name, StoryKind Kind, double Prior)>();
        foreach (var story in @case.Header.Hypotheses)
            if (KindOf(story.Id) is not { } kind)
                notices.Add(new("STORY_UNKNOWN", $"The story {story.Id} ({story.Name}) is none of the seven that are models (H0 to H5 and HC); it takes no part in the verdict."));
            else if (found.All(one => one.Kind != kind))
                found.Add((story.Id, story.Name, kind, Math.Max(0, story.Prior)));
        if (found.Count == 0)
            found.AddRange(Usual.Select(story => (story.Id, story.Name, KindOf(story.Id)!.Value, story.Prior)));
        if (found.Sum(story => story.Prior) <= 0)
            found = [.. found.Select(story => story with { Prior = 1 })];
        var total = found.Sum(story => story.Prior);
        found = [.. found.Select(story => story with { Prior = story.Prior / total })];
        if (found.All(story => story.Kind != StoryKind.Climatology))
        {
            notices.Add(new("NO_CLIMATOLOGY", "The stories of the case name no \"none of these\". One was added with a prior of 10 %, because the best of a set of stories that all fail would otherwise look certain."));
            found = [.. found.Select(story => story with { Prior = 0.9 * story.Prior }), ("HC", "None of these", StoryKind.Climatology, 0.1)];
        }

        return new(found, notices) { Stated = @case.Header.Hypotheses.Any(story => KindOf(story.Id) is not null && story.Prior > 0) };
    }

    private static StoryKind? KindOf(string id) => id.ToUpperInvariant() switch
    {
        "H0" => StoryKind.NoEffect,
        "H1" => StoryKind.Bite,
        "H2" => StoryKind.OtherCause,
        "H3" => StoryKind.Adaptation,
        "H4" => StoryKind.Artefact,
        "H5" => StoryKind.Eased,
        "HC" => StoryKind.Climatology,
        _ => null,
    };
}
