namespace SemanticEq.Ui.Widgets;

/// <summary>A root widget that takes files which are dropped on its window. Main thread.</summary>
public interface IFileDropTarget
{
    /// <summary>Files are dragged over the window, or not any more.</summary>
    void FilesOver(bool areOver);

    /// <summary>Files were dropped; no popup is open.</summary>
    /// <param name="paths">Absolute paths, one or more.</param>
    void FilesDropped(IReadOnlyList<string> paths);
}
