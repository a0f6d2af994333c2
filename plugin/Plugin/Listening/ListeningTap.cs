using System.Numerics;

namespace SemanticEq.Plugin;

/// <summary>
/// The samples' way to who learns the track: live by a ring to the listener thread, offline in place, in step with the samples. While
/// nobody does, it costs a branch. Audio thread.
/// </summary>
internal sealed class ListeningTap
{
    private TrackLearner? _learner;
    private ListeningPost? _post;
    private SignalRing? _writing;
    private bool _hasRoom;

    /// <summary>Whether the track is to be learnt.</summary>
    public bool IsLearning { get; private set; }

    /// <summary>From now on samples go there, if anywhere; one of the two, or neither. Main thread, while stopped.</summary>
    public void Use(TrackLearner? learner, ListeningPost? post)
    {
        (_learner, _post) = (learner, post);
        IsLearning = false;
    }

    /// <summary>Begins or ends learning.</summary>
    public void Learn(bool learns)
    {
        IsLearning = learns;
        if (_post != null)
            _post.IsLearning = learns;
    }

    /// <summary>Begins a piece of so many samples.</summary>
    /// <returns>Whether anyone listens; only then are the other two called.</returns>
    public bool Begin(int count)
    {
        if (_post == null)
            return IsLearning && _learner != null;
        if (!_post.IsNeeded || _post.Ring is not { } ring)
            return false;
        _writing = ring;
        _hasRoom = ring.HasRoomFor(count);
        return true;
    }

    /// <summary>Hears the piece as it comes in.</summary>
    public void HearInput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        if (_post == null)
            // A block may come with fewer channels than the host has announced.
            _learner!.Push(left, right.IsEmpty ? left : right);
        else if (_hasRoom)
            _writing!.Write(false, left, right);
    }

    /// <summary>Hears the piece as it goes out, and ends it.</summary>
    public void HearOutput<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, INumber<T>
    {
        if (_post == null || !_hasRoom)
            return;
        if (_writing!.HasOutput)
            _writing.Write(true, left, right);
        _writing.Publish(left.Length);
    }
}
