using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Editor;

/// <summary>What the ear has to say, in words.</summary>
internal static class EarWords
{
    private const double LongSeconds = 120;

    /// <summary>Where there is no ear.</summary>
    public static ReadOnlySpan<byte> NotListening => "asked against heard: the listener is missing"u8;

    /// <summary>Its state, in a few words.</summary>
    public static void AddState(ref Utf8Line line, IEditorModel model)
    {
        IEar ear = model.Ear;
        bool isFrozen = model.Adapt.Value > 0 && model.Freeze.IsOn();
        switch (ear.State)
        {
            case EarState.NothingAsked when ear.Moments.IsEmpty:
                line.Add("waiting for sound"u8);
                return;
            case EarState.NothingAsked:
                line.Add("what is heard most"u8);
                return;
            case EarState.Waiting when ear.HeardSeconds < 0.5:
                line.Add("waiting for sound"u8);
                return;
            case EarState.Waiting:
                line.Add("listening"u8);
                break;
            case EarState.Hearing:
                line.Add(isFrozen ? "frozen: what was learnt is held"u8 : "hearing this track"u8);
                break;
            case EarState.Adapting:
                line.Add("fitting to this track"u8);
                break;
            default:
                line.Add(isFrozen ? "fitted, and frozen"u8 : "fitted to this track"u8);
                break;
        }

        line.Add(" · "u8);
        AddDuration(ref line, ear.HeardSeconds);
        line.Add(" so far"u8);
    }

    /// <summary>All of it as a sentence, for people who don't see it; allocates.</summary>
    public static string Spoken(IEditorModel model)
    {
        IEar ear = model.Ear;
        if (!ear.IsAvailable)
            return "It does not listen: its listener is missing.";
        Span<byte> figure = stackalloc byte[Readout.MaxBytes];
        Span<byte> buffer = stackalloc byte[128];
        var state = new Utf8Line(buffer);
        AddState(ref state, model);
        string said = System.Text.Encoding.UTF8.GetString(state.Bytes);
        if (ear.State == EarState.NothingAsked)
            return $"Nothing is asked for, {said}. {ear.Remark}".TrimEnd();
        string word = Comparative.Of(ear.Word, LanguageOf(model, ear.Word));
        string asked = System.Text.Encoding.UTF8.GetString(Readout.Change(figure, ear.Asked));
        string heard = ear.State == EarState.Waiting ? "nothing yet" : System.Text.Encoding.UTF8.GetString(Readout.Change(figure, ear.Heard));
        return $"{word}: asked {asked}, heard {heard}, {said}. {ear.Remark}".TrimEnd();
    }

    /// <summary>The language of a word of the list; English for all else. Allocates: asked where a word changes.</summary>
    public static string LanguageOf(IEditorModel model, string word) => model.Words.All.FirstOrDefault(known => known.Word == word)?.Language ?? "en";

    private static void AddDuration(ref Utf8Line line, double seconds)
    {
        bool isLong = seconds >= LongSeconds;
        line.Add((int)Math.Min(1e6, isLong ? seconds / 60 : Math.Max(0, seconds)));
        line.Add(isLong ? "\u2009min"u8 : "\u2009s"u8);
    }
}
