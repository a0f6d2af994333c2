namespace SemanticEq.Ui.Widgets;

/// <summary>Files over the window: the root's affair, wherever they are let go.</summary>
public sealed partial class Scene
{
    /// <inheritdoc/>
    public void FilesOver(bool areOver)
    {
        HideTooltip();
        (_root as IFileDropTarget)?.FilesOver(areOver);
    }

    /// <inheritdoc/>
    public void FilesDropped(IReadOnlyList<string> paths)
    {
        if (_root is not IFileDropTarget target)
            return;
        // What was begun before ends before: a menu may be of something that a preset replaces.
        _isHandling = true;
        HideTooltip();
        CancelDrag();
        Settle();
        ClosePopupsFrom(0);
        target.FilesDropped(paths);
        SyncKeyboard();
    }
}
