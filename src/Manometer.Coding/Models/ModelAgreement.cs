using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Puts the proposals of a model beside those of the rules.</summary>
public static class ModelAgreement
{
    /// <summary>All proposals of the rules, marked where the model said the same, and what the model alone proposed, in the order of the text.</summary>
    /// <remarks>
    /// The same: sector, indicator, direction and polarity, of passages that overlap. Then the proposal of the rules stands with its fields, its key and its probability, whether a model was asked or not; where the model
    /// said otherwise in a field, that is kept beside it. No proposal of the rules is lost.
    /// </remarks>
    /// <param name="rules">Proposals of the rules.</param>
    /// <param name="model">Proposals of the model, of the same text.</param>
    public static IReadOnlyList<Proposal> Merge(IReadOnlyList<Proposal> rules, IReadOnlyList<Proposal> model)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(model);
        var merged = rules.Select(rule => model.FirstOrDefault(other => Same(rule, other)) is { } other ? rule with { By = ProposalOrigin.Both, ByModel = other.ByModel, ModelSays = Differences(rule, other) } : rule)
            .Concat(model.Where(other => !rules.Any(rule => Same(rule, other))));
        return [.. merged.OrderBy(one => one.Start)]; // stable
    }

    private static bool Same(Proposal rule, Proposal model) =>
        rule.Start < model.End && model.Start < rule.End && (rule.Sector, rule.Indicator, rule.Direction, rule.Polarity) == (model.Sector, model.Indicator, model.Direction, model.Polarity);

    private static KeyValuePair<string, string>[] Differences(Proposal rule, Proposal model) =>
    [
        .. Difference("date_edtf", rule.Date, model.Date),
        .. Difference("place", rule.Place, model.Place),
        .. Difference("group", rule.Group, model.Group),
        .. Difference("attribution", Word.Of(rule.Attribution), Word.Of(model.Attribution)),
        .. Difference("cause", Word.Of(rule.Cause), Word.Of(model.Cause)),
    ];

    private static KeyValuePair<string, string>[] Difference(string field, string? rule, string? model) => model is null || model == rule ? [] : [KeyValuePair.Create(field, model)];
}
