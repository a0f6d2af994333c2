using SemanticEq.Plugin.Platform;

namespace SemanticEq.Plugin;

/// <summary>
/// The thread that listens for all live instances in a process, behind everything else: started by the first, gone with the last. While
/// one of them needs it it looks every 20 ms, else it sleeps. No allocation in steady state. Main thread, but for <see cref="Wake"/>.
/// </summary>
internal sealed class ListenerThread
{
    private const int LookMilliseconds = 20;
    private const int EndingMilliseconds = 1000;
    private static readonly Lock Gate = new();
    private static ListenerThread? _live;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private ListeningPost[] _posts = [];
    private volatile bool _stop;
    private int _members;
    private long _looks;

    private ListenerThread()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "Semantic EQ listener" };
        _thread.Start();
    }

    /// <summary>Whether it runs or sleeps, and is not gone.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>How often it has looked. Any thread.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    /// <summary>Joins the process's thread, or starts it.</summary>
    /// <param name="post">Listened at from now on.</param>
    public static ListenerThread Join(ListeningPost post)
    {
        lock (Gate)
        {
            var thread = _live ??= new ListenerThread();
            thread._members++;
            Volatile.Write(ref thread._posts, [.. thread._posts, post]);
            return thread;
        }
    }

    /// <summary>Leaves; the last to leave ends the thread.</summary>
    /// <returns>False where the thread has not ended in time, and may still hear for the one who left.</returns>
    public bool Leave(ListeningPost post)
    {
        lock (Gate)
        {
            Volatile.Write(ref _posts, [.. _posts.Where(other => other != post)]);
            if (--_members > 0)
                return true;
            _live = null;
        }
        _stop = true;
        _wake.Set();
        // The event is left to the collector: who wakes may come late. A host's main thread is not held up for ever.
        return _thread.Join(EndingMilliseconds);
    }

    /// <summary>Something is needed that was not before. Any thread but the audio thread.</summary>
    public void Wake() => _wake.Set();

    private void Run()
    {
        BackgroundThread.Lower();
        while (!_stop)
        {
            bool isNeeded = false;
            foreach (var post in Volatile.Read(ref _posts))
                isNeeded |= Serve(post);
            if (isNeeded)
                Interlocked.Increment(ref _looks);
            _wake.WaitOne(isNeeded ? LookMilliseconds : Timeout.Infinite);
        }
    }

    // A thread of the host's process: an exception that left it would end that.
    private static bool Serve(ListeningPost post)
    {
        try
        {
            return post.Serve();
        }
        catch (Exception)
        {
            post.GiveUp();
            return false;
        }
    }
}
