using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The words over the curve, in a window too narrow to have both. Escape or a press beside it closes it.</summary>
internal sealed class WordDrawer : Popup
{
    private readonly WordMapPanel _words;
    private readonly Size _wanted;
    private readonly Action _closed;

    /// <summary>A drawer of a size.</summary>
    /// <param name="words">Taken into it; free again once it is closed.</param>
    /// <param name="wanted">Its size, in canvas units.</param>
    /// <param name="closed">Told when it is closed.</param>
    public WordDrawer(WordMapPanel words, Size wanted, Action closed)
    {
        (_words, _wanted, _closed) = (Add(words), wanted, closed);
        words.IsDrawer = true;
        words.Closed = () => Scene?.ClosePopup(this);
    }

    /// <inheritdoc/>
    public override Size Wanted => _wanted;

    // Without the keyboard Escape would be the host's.

    /// <inheritdoc/>
    public override void Opened() => _words.StartSearch();

    /// <inheritdoc/>
    public override void Closed()
    {
        _words.Closed = null;
        Remove(_words);
        _closed();
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren() => _words.Arrange(Bounds);
}
