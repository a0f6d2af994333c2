using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>What turns the semantic controls into bands. Made on the main thread, handed to the audio thread whole.</summary>
/// <param name="Pipeline">The way to the decoder of the session's model; null where there is no model.</param>
/// <param name="Typed">Where the typed phrases lie in that model's space.</param>
/// <param name="Stored">The bands that the session keeps, 24 values as in the model contract: they play without a model. Null for flat ones.</param>
/// <param name="Held">The controls with which they play though there is a model, since the session's own one is not here; else null.</param>
internal sealed record DecodeSource(DecodePipeline? Pipeline, TypedPlaces Typed, float[]? Stored, ControlFrame? Held);
