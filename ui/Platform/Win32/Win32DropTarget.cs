using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// Takes files that other programs drag over a window and drop on it, by OLE. What happens is told the client by messages of the window's own, after
/// the call in which the source waits. Where the host's thread can have no OLE, since it lives by COM's other threading model, nothing is taken. The
/// window's thread.
/// </summary>
internal sealed unsafe class Win32DropTarget : IDisposable
{
    /// <summary>The most files that are taken of a drop; what comes behind is left out.</summary>
    public const int MostFiles = 100;

    // What a path can have at most, whatever a program allows itself ("Maximum Path Length Limitation").
    private const uint LongestPath = 32_767;

    private readonly nint _window;
    private OleDropTarget* _target;
    private bool _hasOle;
    private bool _hasFiles;
    private bool _isTold;
    private List<string> _dropped = [];

    /// <summary>Makes a window a target, if that can be.</summary>
    public Win32DropTarget(nint window)
    {
        _window = window;
        _hasOle = Ole32.OleInitialize(null) >= 0;
        if (!_hasOle)
            return;
        _target = OleDropTarget.Create(this);
        if (Ole32.RegisterDragDrop(window, _target) < 0)
            Dispose();
    }

    /// <summary>Hears of a drag.</summary>
    /// <param name="step">What it does.</param>
    /// <param name="data">What is dragged (IDataObject); null where that is known.</param>
    /// <returns>Whether what is dragged is taken here.</returns>
    public bool Take(FileDragStep step, void* data)
    {
        if (step == FileDragStep.Enters)
            _hasFiles = data != null && DataObject.Has(data, DataFormat.Files);
        if (step is FileDragStep.Enters or FileDragStep.Moves)
        {
            Tell(_hasFiles);
            return _hasFiles;
        }

        List<string> files = step == FileDragStep.Drops && _hasFiles && data != null ? Files(data) : [];
        _hasFiles = false;
        Tell(areOver: false);
        if (files.Count == 0)
            return false;
        _dropped = files;
        return User32.PostMessageW(_window, WindowMessage.FilesDropped, 0, 0) != 0;
    }

    /// <summary>The pointer is the window's own again. A program that ends while it drags never says so.</summary>
    public void PointerCame() => Tell(areOver: false);

    /// <summary>Gives the client what was dropped.</summary>
    public void Deliver(IWindowClient client)
    {
        List<string> files = _dropped;
        _dropped = [];
        if (files.Count > 0)
            client.FilesDropped(files);
    }

    /// <summary>Nothing can be dropped any more. While the window is still there.</summary>
    public void Dispose()
    {
        if (_target != null)
        {
            _ = Ole32.RevokeDragDrop(_window);
            OleDropTarget.Leave(_target);
            _target = null;
        }

        if (_hasOle)
            Ole32.OleUninitialize();
        _hasOle = false;
    }

    private static List<string> Files(void* data)
    {
        const uint howMany = 0xFFFFFFFF;
        StorageMedium medium;
        if (!DataObject.TryGet(data, DataFormat.Files, &medium))
            return [];
        List<string> files = [];
        uint count = Math.Min(Shell32.DragQueryFileW(medium.Handle, howMany, null, 0), MostFiles);
        for (uint i = 0; i < count; i++)
        {
            if (PathOf(medium.Handle, i) is { } path && Path.IsPathFullyQualified(path))
                files.Add(path);
        }

        Ole32.ReleaseStgMedium(&medium);
        return files;
    }

    private static string? PathOf(nint drop, uint index)
    {
        uint length = Shell32.DragQueryFileW(drop, index, null, 0);
        if (length is 0 or > LongestPath)
            return null;
        char[] path = new char[length + 1];
        fixed (char* start = path)
            length = Math.Min(Shell32.DragQueryFileW(drop, index, start, length + 1), length);
        return new string(path, 0, (int)length);
    }

    private void Tell(bool areOver)
    {
        if (_isTold == areOver)
            return;
        _isTold = areOver;
        _ = User32.PostMessageW(_window, WindowMessage.FilesOver, areOver ? 1u : 0, 0);
    }
}
