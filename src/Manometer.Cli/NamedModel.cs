using Manometer.Inference;

namespace Manometer.Cli;

/// <summary>A model the user named, and where it is asked.</summary>
internal sealed record NamedModel(string Name, ModelEndpoint Endpoint, EndpointOptions Options);
