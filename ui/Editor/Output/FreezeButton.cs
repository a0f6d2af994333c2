using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What stands beside Adapt: it holds what was learnt.</summary>
internal static class FreezeButton
{
    /// <summary>What Adapt is told to be.</summary>
    public const string AdaptTip =
        "Brings this track as far as the word asks: bands of the word that are hard to hear in it become stronger, others weaker, never more than "
        + "1.5 times and never a new one. It learns the track's spectrum while it plays, settles within some 5 seconds, and then rests.";

    private const string Tip =
        "Holds what Adapt has learnt of this track: nothing new is learnt while it is on. Another word fits at once all the same, and the session "
        + "keeps it.";

    /// <summary>Makes one.</summary>
    /// <param name="model">Of what.</param>
    /// <param name="isLabelled">Whether it says its name beside its sign.</param>
    public static ToggleButton Make(IEditorModel model, bool isLabelled) => new(model.Freeze)
    {
        Icon = Icon.Lock,
        Text = isLabelled ? "Freeze" : "",
        IsBare = !isLabelled,
        Accent = static theme => theme.TealFill,
        Tip = model.Freeze.IsAvailable ? Tip : "Comes with Adapt, in a later version.",
    };
}
