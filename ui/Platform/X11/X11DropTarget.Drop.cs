using System.Runtime.InteropServices;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

// From the drop to the files: the source's selection is converted to a property of the window, and that is read.
internal sealed unsafe partial class X11DropTarget
{
    /// <summary>The longest list, in bytes: a hundred files, and far more. Lists that come in parts (INCR), since they are longer still, are not taken.</summary>
    public const int MaxBytes = 200_000;

    private void Drop(uint source, uint time, IWindowClient client)
    {
        if (_isDropped && source == _source)
            return;
        bool isTaken = source == _source && _hasFiles && _typesQuestion == 0;
        if (!isTaken)
        {
            Finish(source, isDone: false);
            if (source == _source)
                Forget(client);
            return;
        }

        _isDropped = true;
        _ = Tell(false, client);
        LibXcb.xcb_convert_selection(_connection.Handle, _window, _atoms.Selection, _atoms.UriList, _atoms.Dropped, time);
    }

    private void Fetch(in XEvent e)
    {
        if (!_isDropped || _listQuestion != 0)
            return;
        if (e.NotifyProperty == 0)
            End(isDone: false);
        else
            _listQuestion = LibXcb.xcb_get_property(_connection.Handle, 1, _window, _atoms.Dropped, AnyType, 0, MaxBytes / WordBytes);
    }

    private bool Take(IWindowClient client)
    {
        XReply* reply = _connection.TryReply(ref _listQuestion);
        if (_listQuestion != 0)
            return false;
        List<string> files = [];
        if (reply != null && reply->Format == Bits8)
        {
            var list = new ReadOnlySpan<byte>(LibXcb.xcb_get_property_value(reply), LibXcb.xcb_get_property_value_length(reply));
            // The last line of a list that is cut is none.
            files = UriList.Files(reply->BytesAfter == 0 ? list : list[..(list.LastIndexOf((byte)'\n') + 1)]);
        }

        NativeMemory.Free(reply);
        End(isDone: files.Count > 0);
        if (files.Count > 0)
            client.FilesDropped(files);
        return files.Count > 0;
    }

    // The source is let go first: what becomes of the files may take a while.
    private void End(bool isDone)
    {
        Finish(_source, isDone);
        _ = Watch(0);
        (_source, _watch, _hasFiles, _isDropped) = (0, 0, false, false);
        _connection.Flush();
    }

    private void Finish(uint source, bool isDone) => Send(source, _atoms.Finished, isDone ? 1u : 0, isDone ? _atoms.Copy : 0, 0, 0);
}
