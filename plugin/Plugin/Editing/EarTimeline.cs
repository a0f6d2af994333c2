using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// How strongly each anchor was heard, second by second, over the last three minutes, and two of them as moments. Allocates when made,
/// never after; main thread.
/// </summary>
/// <param name="anchors">How many.</param>
internal sealed class EarTimeline(int anchors)
{
    private const int Seconds = 180;

    // Those heard most are looked for anew where they have changed for good.
    private const int RecentSeconds = 20;
    private readonly float[] _scores = new float[Seconds * anchors];
    private readonly EarMoment[] _moments = new EarMoment[Seconds];
    private readonly float[] _newest = new float[anchors];
    private readonly float[] _means = new float[anchors];
    private int _count;

    /// <summary>The moments of the two that are followed, oldest first.</summary>
    public ReadOnlySpan<EarMoment> Moments => _moments.AsSpan(0, _count);

    /// <summary>The two that are followed; −1 for none.</summary>
    public (int First, int Second) Followed { get; private set; } = (-1, -1);

    /// <summary>Takes what an ear has heard since.</summary>
    /// <returns>Whether there is anything else to see: silence that follows silence is none.</returns>
    public bool Take(WindowEar ear)
    {
        bool any = false;
        for (; ear.TryTakeMoment(_newest); any |= HasSound)
            Add();
        return any;
    }

    /// <summary>Follows two anchors; −1 for none.</summary>
    /// <returns>Whether they are others.</returns>
    public bool Follow(int first, int second)
    {
        if ((first, second) == Followed)
            return false;
        Followed = (first, second);
        for (int i = 0; i < _count; i++)
            _moments[i] = MomentOf(_scores.AsSpan(i * anchors, anchors));
        return true;
    }

    /// <summary>The two anchors that were heard most lately, by their mean scores; −1 where nothing was heard.</summary>
    public (int First, int Second) Strongest(ReadOnlySpan<bool> isLeftOut)
    {
        Array.Clear(_means);
        bool any = false;
        for (int i = Math.Max(0, _count - RecentSeconds); i < _count; i++)
        {
            var scores = _scores.AsSpan(i * anchors, anchors);
            if (anchors == 0 || float.IsNaN(scores[0]))
                continue;
            any = true;
            for (int k = 0; k < anchors; k++)
                _means[k] += scores[k];
        }
        return any ? Largest(_means, isLeftOut) : (-1, -1);
    }

    /// <summary>The places of the two largest values that are not left out; −1 where there is none.</summary>
    public static (int First, int Second) Largest(ReadOnlySpan<float> values, ReadOnlySpan<bool> isLeftOut)
    {
        int first = -1, second = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (isLeftOut[i])
                continue;
            if (first < 0 || values[i] > values[first])
                (first, second) = (i, first);
            else if (second < 0 || values[i] > values[second])
                second = i;
        }
        return (first, second);
    }

    private bool HasSound
    {
        get
        {
            for (int i = 0; i < _count && anchors > 0; i++)
            {
                if (!float.IsNaN(_scores[i * anchors]))
                    return true;
            }
            return false;
        }
    }

    private void Add()
    {
        if (_count == Seconds)
        {
            _scores.AsSpan(anchors).CopyTo(_scores);
            _moments.AsSpan(1).CopyTo(_moments);
            _count--;
        }
        _newest.CopyTo(_scores, _count * anchors);
        _moments[_count++] = MomentOf(_newest);
    }

    private EarMoment MomentOf(ReadOnlySpan<float> scores) => new(
        Followed.First < 0 ? float.NaN : scores[Followed.First], Followed.Second < 0 ? float.NaN : scores[Followed.Second]);
}
