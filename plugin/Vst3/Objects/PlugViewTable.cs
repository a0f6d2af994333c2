using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.ViewObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IPlugView: the editor in a host's window. Main thread.</summary>
internal static unsafe class PlugViewTable
{
    public static readonly PlugViewVtbl* Table = Make();

    private static PlugViewVtbl* Make()
    {
        var table = NativeTable.Allocate<PlugViewVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->IsPlatformTypeSupported = &IsPlatformTypeSupported;
        table->Attached = &Attached;
        table->Removed = &Removed;
        table->OnWheel = &OnWheel;
        table->OnKeyDown = &OnKeyDown;
        table->OnKeyUp = &OnKeyUp;
        table->GetSize = &GetSize;
        table->OnSize = &OnSize;
        table->OnFocus = &OnFocus;
        table->SetFrame = &SetFrame;
        table->CanResize = &CanResize;
        table->CheckSizeConstraint = &CheckSizeConstraint;
        return table;
    }

    private static ViewInstance Self(void* self) => Instance(self, ViewSlot);

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => ViewObject.QueryInterface(Of(self, ViewSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => ViewObject.AddRef(Of(self, ViewSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => ViewObject.Release(Of(self, ViewSlot));

    [UnmanagedCallersOnly]
    private static int IsPlatformTypeSupported(void* self, byte* type)
    {
        try
        {
            return Result.Of(Self(self).Editor.Supports(FixedText.ReadUtf8(type, ViewNames.Capacity)));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int Attached(void* self, void* parent, byte* type)
    {
        try
        {
            return parent == null || type == null
                ? Result.InvalidArgument
                : Result.Of(Self(self).Attach((nint)parent, FixedText.ReadUtf8(type, ViewNames.Capacity)));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int Removed(void* self)
    {
        try
        {
            Self(self).Detach();
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    // The window gets the wheel from the system itself.
    [UnmanagedCallersOnly]
    private static int OnWheel(void* self, float distance) => Result.False;

    [UnmanagedCallersOnly]
    private static int OnKeyDown(void* self, ushort key, short keyCode, short modifiers) => Key(self, key, keyCode, modifiers, isDown: true);

    [UnmanagedCallersOnly]
    private static int OnKeyUp(void* self, ushort key, short keyCode, short modifiers) => Key(self, key, keyCode, modifiers, isDown: false);

    private static int Key(void* self, ushort key, short keyCode, short modifiers, bool isDown)
    {
        try
        {
            return Result.Of(Self(self).Editor.Key((char)key, keyCode, modifiers, isDown));
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null)
                return Result.InvalidArgument;
            *size = ViewRect.Of(Self(self).Editor.Size);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSize(void* self, ViewRect* size)
    {
        try
        {
            if (size == null || size->Size is not { } given)
                return Result.InvalidArgument;
            Self(self).Editor.Resize(given);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnFocus(void* self, byte hasFocus)
    {
        try
        {
            Self(self).Editor.Focus(hasFocus != 0);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetFrame(void* self, void* frame)
    {
        try
        {
            Self(self).SetFrame(frame);
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int CanResize(void* self)
    {
        try
        {
            return Result.Of(Self(self).Editor.CanResize);
        }
        catch
        {
            return Result.False;
        }
    }

    [UnmanagedCallersOnly]
    private static int CheckSizeConstraint(void* self, ViewRect* rect)
    {
        try
        {
            if (rect == null)
                return Result.InvalidArgument;
            // A size that no window has still has a nearest one.
            var nearest = Self(self).Editor.Constrain(rect->Size ?? new EditorSize(1, 1));
            rect->Right = rect->Left + nearest.Width;
            rect->Bottom = rect->Top + nearest.Height;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }
}
