namespace SemanticEq.Dsp;

/// <summary>
/// What one place for a band of the user's plays now, and what it is to become. What can't glide (on and off, type, channel,
/// slope) fades the band's change out, is taken over while it is silent, and fades in again.
/// </summary>
internal sealed class OwnBandSlot(GlideBank glides, int band)
{
    private OwnBand _wanted = OwnBand.Off;
    private int _silentKnots = Knots.Kept;

    /// <summary>The shape that plays; its numbers are where it was last taken over, not where it glides.</summary>
    public OwnBand Live { get; private set; } = OwnBand.Off;

    /// <summary>Whether another shape has yet to be taken over.</summary>
    public bool IsChanging => !PlaysWanted && (Live.On || _wanted.On);

    private bool PlaysWanted => _wanted.On && Live.On
        && _wanted.Type == Live.Type && _wanted.Channel == Live.Channel && _wanted.SlopeDbPerOctave == Live.SlopeDbPerOctave;

    /// <summary>Sets what to become.</summary>
    public void Aim(in OwnBand wanted)
    {
        _wanted = wanted;
        if (PlaysWanted)
            AimNumbers();
        if (Live.On)
            glides.Aim(GlideRow.Mix, band, PlaysWanted ? 1.0 : 0.0);
    }

    /// <summary>Becomes it at once.</summary>
    /// <returns>Whether the shape is another one, so that its states are to be cleared.</returns>
    public bool Snap(in OwnBand wanted)
    {
        _wanted = wanted;
        bool isNew = !PlaysWanted;
        Take();
        glides.Snap(GlideRow.Mix, band, Live.On ? 1.0 : 0.0);
        _silentKnots = Live.On ? 0 : Knots.Kept;
        return isNew;
    }

    /// <summary>Before the glides' step: takes over another shape once nothing of the old one is heard.</summary>
    /// <returns>Whether it did.</returns>
    public bool TakeWhenSilent()
    {
        if (!IsChanging || _silentKnots < Knots.Kept)
            return false;
        Take();
        if (Live.On)
            glides.Aim(GlideRow.Mix, band, 1.0);
        return true;
    }

    /// <summary>After the glides' step: counts how long the band has been silent.</summary>
    public void Count() => _silentKnots = glides.Mix[band] == 0.0 ? Math.Min(_silentKnots + 1, Knots.Kept) : 0;

    private void Take()
    {
        Live = _wanted;
        AimNumbers();
        glides.Finish(GlideRow.Log2Hz, band);
        glides.Finish(GlideRow.GainDb, band);
        glides.Finish(GlideRow.Log2Q, band);
    }

    private void AimNumbers()
    {
        glides.Aim(GlideRow.Log2Hz, band, Math.Log2(_wanted.FrequencyHz));
        glides.Aim(GlideRow.GainDb, band, _wanted.GainDb);
        glides.Aim(GlideRow.Log2Q, band, Math.Log2(_wanted.Q));
    }
}
