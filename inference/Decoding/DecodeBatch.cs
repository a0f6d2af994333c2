namespace SemanticEq.Inference;

/// <summary>The worker's scratch memory: requests gathered from several channels, decoded together, answered to each.</summary>
internal sealed class DecodeBatch(IDecoder decoder)
{
    private readonly float[] _z = new float[decoder.MaxBatch * DecoderShape.Latent];
    private readonly float[] _bands = new float[decoder.MaxBatch * DecoderShape.Output];
    private readonly long[] _ticks = new long[decoder.MaxBatch];
    private readonly DecodeChannel?[] _askers = new DecodeChannel?[decoder.MaxBatch];
    private int _count;

    /// <summary>Takes all requests of a live channel into the batch, decoding whenever it is full.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Gather(DecodeChannel channel)
    {
        channel.IsAnsweredByTwin = decoder is DecoderTwin;
        bool any = false;
        while (channel.TryTakeRequest(out long tick, _z.AsSpan(_count * DecoderShape.Latent, DecoderShape.Latent)))
        {
            any = true;
            _ticks[_count] = tick;
            _askers[_count] = channel;
            if (++_count == decoder.MaxBatch)
                Flush();
        }
        return any;
    }

    /// <summary>Decodes an offline channel's requests one by one.</summary>
    /// <returns>Whether there was any.</returns>
    public bool ServeSingly(DecodeChannel channel)
    {
        Flush();
        channel.IsAnsweredByTwin = decoder is DecoderTwin;
        bool any = false;
        while (channel.TryTakeRequest(out long tick, _z))
        {
            any = true;
            decoder.Decode(_z, 1, _bands);
            channel.Answer(tick, _bands.AsSpan(0, DecoderShape.Output));
        }
        if (any)
            channel.AnnounceAnswers();
        return any;
    }

    /// <summary>Decodes and answers what has been gathered.</summary>
    public void Flush()
    {
        if (_count == 0)
            return;
        decoder.Decode(_z, _count, _bands);
        for (int i = 0; i < _count; i++)
            _askers[i]!.Answer(_ticks[i], _bands.AsSpan(i * DecoderShape.Output, DecoderShape.Output));
        Array.Clear(_askers);
        _count = 0;
    }
}
