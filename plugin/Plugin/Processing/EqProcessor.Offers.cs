using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <content>What the main thread hands over while it plays: a loaded state, newly typed phrases.</content>
internal sealed partial class EqProcessor
{
    private SessionOffer? _offer;
    private TypedPlaces? _typedOffer;
    private TypedPlaces _typed = TypedPlaces.None;

    /// <summary>Hands over a whole set of normalised values, as from a loaded state; they glide in at the next block. Main thread.</summary>
    public void Offer(SessionOffer offer)
    {
        // Typed before the state was loaded: the state has its own.
        Interlocked.Exchange(ref _typedOffer, null);
        Interlocked.Exchange(ref _offer, offer);
    }

    /// <summary>Hands over the places of newly typed phrases; they count from the next block on. Main thread.</summary>
    public void Offer(TypedPlaces typed) => Interlocked.Exchange(ref _typedOffer, typed);

    private void TakeOffers()
    {
        if (Volatile.Read(ref _offer) != null && Interlocked.Exchange(ref _offer, null) is { } offer)
            Take(offer);
        if (Volatile.Read(ref _typedOffer) != null && Interlocked.Exchange(ref _typedOffer, null) is { } typed)
            Use(typed);
    }

    private void Take(SessionOffer offer)
    {
        for (int i = 0; i < offer.Normalized.Length; i++)
        {
            _lines.Set(i, offer.Normalized[i]);
            // Once more: a block that ended while the state was loaded has written what it played.
            _newest[i] = offer.Normalized[i];
        }
        if (offer.Source.Pipeline is { } pipeline && pipeline != _decoder)
        {
            pipeline.TakeOver(Decode);
            _earlierTwinDecodes += (_decoder?.TwinDecodes ?? 0) - pipeline.TwinDecodes;
            _decoder = pipeline;
        }
        Use(offer.Source);
        UseLoudness(offer.Loudness);
        if (offer.Track is { } known)
            _adaptation.Use(known);
    }

    // From the values as they stand. Another phrase ends it that bands are held, so its serial is a part of what they are held for.
    private void Use(DecodeSource source)
    {
        _storedDecode = source.Stored ?? _flatDecode;
        _heldFrame = source.Held is { } held ? held with { Typed = source.Typed.Serial } : null;
        Use(source.Typed);
        ReadFrame();
        _changes |= ControlChanges.Bands;
    }

    private void Use(TypedPlaces typed)
    {
        _typed = typed;
        if (_decoder != null)
            _decoder.Typed = typed;
        _changes |= ControlChanges.Semantic;
    }

    private void UseLoudness(KeptLoudness loudness)
    {
        _loudness.Use(loudness);
        _output.MatchLoudnessOf(_loudness.Spectrum);
    }
}
