using System.Globalization;
using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// A recording that was dropped on the window, and this track as its window has heard it: what "like FILE" is made of. It is kept as long as the
/// effect lives, or until another one is dropped. Main thread.
/// </summary>
/// <param name="ear">Who hears the track.</param>
internal sealed class ReferenceMatch(TrackEar ear)
{
    private const int LabelLetters = 28;
    private readonly ReferenceReader _reader = new();
    private ReferenceSound? _sound;

    /// <summary>Whether there is one, or will be.</summary>
    public bool IsThere => Label is not null;

    /// <summary>For a button: what would be matched, or what is being read; null for nothing.</summary>
    public string? Label { get; private set; }

    /// <summary>The phrase that it makes; null where there is none.</summary>
    public string? Text => _sound is { } sound ? MatchPhrase.TextFor(sound.Name) : null;

    /// <summary>Why nothing can be matched yet, and what to do, for people; null where it can.</summary>
    public string? Problem
    {
        get
        {
            if (_reader.Name is { } name)
                return $"{name} is still being read.";
            if (_sound is not { } sound)
                return "Drop an audio file on the window to match this track to it.";
            double heard = ear.Track?.Seconds ?? 0.0;
            return heard >= SideChainMatch.LeastSeconds
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{sound.Name} is read. Play at least 3 s of this track, then press Match. Heard so far: {heard:0.#} s.");
        }
    }

    /// <summary>Begins with a file.</summary>
    public void Begin(string path)
    {
        _reader.Begin(path);
        Label = $"Reading {Shortened(_reader.Name!)} …";
    }

    /// <summary>Gives up what is being read: nobody looks any more.</summary>
    public void GiveUp()
    {
        _reader.Cancel();
        Show();
    }

    /// <summary>Whether a file has been read since the last call, and why not where it could not be. Allocates nothing while there is none.</summary>
    public bool TryFinish(out string? problem)
    {
        problem = null;
        if (_reader.Take() is not { } read)
            return false;
        problem = read.Problem;
        _sound = read.Sound ?? _sound;
        Show();
        return true;
    }

    /// <summary>The phrase by which this track is like it. Allocates; some ten milliseconds.</summary>
    /// <returns>Null where <see cref="Problem"/> says why, or where the two have next to nothing in common.</returns>
    public PhraseReading? Read(ModelFolder model) => Problem is null && _sound is { } sound && ear.Track is { } track
        ? MatchPhrase.Read(model, SideChainMatch.Kept(track.Db.Span, sound.Db), MatchPhrase.TextFor(sound.Name))
        : null;

    private void Show() => Label = _sound is { } sound ? $"Match {Shortened(sound.Name)}" : null;

    private static string Shortened(string name) => name.Length <= LabelLetters ? name : name[..(LabelLetters - 1)].TrimEnd() + "…";
}
