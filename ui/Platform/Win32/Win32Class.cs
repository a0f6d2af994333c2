using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// The window class of this module: registered with its first window, gone with its last. Its name holds the address of its own procedure, so
/// that two versions of the product in one process have one each.
/// </summary>
internal static unsafe class Win32Class
{
    private const uint DoubleClicks = 0x8;
    private const uint FromAddress = 0x4 | 0x2;
    private const int OwnerIndex = 0;

    private static readonly Lock Gate = new();
    private static readonly string Name = $"SemanticEq.Editor.{(nint)(delegate* unmanaged<nint, uint, nuint, nint, nint>)&Procedure:X}";
    private static int _windows;

    /// <summary>Makes a window, whose messages go to its owner from the first on.</summary>
    /// <param name="owner">Kept alive by the window.</param>
    /// <param name="parent">The window to be in; 0 for the screen itself.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <returns>0 where there is none.</returns>
    public static nint Create(Win32Window owner, nint parent, int width, int height)
    {
        const uint popup = 0x80000000, child = 0x40000000, visible = 0x10000000, clipsOthers = 0x06000000;
        nint module = Module;
        if (!Enter(module))
            return 0;
        // A child lives by its parent's notion of pixels, whatever the calling thread's is at the moment.
        nint context = parent == 0 ? 0 : User32.SetThreadDpiAwarenessContext(User32.GetWindowDpiAwarenessContext(parent));
        GCHandle handle = GCHandle.Alloc(owner);
        nint window;
        fixed (char* name = Name)
            window = User32.CreateWindowExW(
                0, name, null, visible | clipsOthers | (parent == 0 ? popup : child), 0, 0, width, height, parent, 0, module,
                GCHandle.ToIntPtr(handle));
        if (context != 0)
            _ = User32.SetThreadDpiAwarenessContext(context);
        if (window == 0)
        {
            handle.Free();
            Leave();
            Forget();
        }

        return window;
    }

    /// <summary>A window has gone: with the last one goes the class.</summary>
    public static void Forget()
    {
        lock (Gate)
        {
            if (_windows > 0)
                return;
            fixed (char* name = Name)
                _ = User32.UnregisterClassW(name, Module);
        }
    }

    private static nint Module
    {
        get
        {
            nint module;
            delegate* unmanaged<nint, uint, nuint, nint, nint> here = &Procedure;
            return Kernel32.GetModuleHandleExW(FromAddress, here, &module) != 0 ? module : Kernel32.GetModuleHandleW(null);
        }
    }

    private static bool Enter(nint module)
    {
        lock (Gate)
        {
            if (_windows == 0 && !Register(module))
                return false;
            _windows++;
            return true;
        }
    }

    private static void Leave()
    {
        lock (Gate)
            _windows--;
    }

    private static bool Register(nint module)
    {
        const int alreadyThere = 1410;
        fixed (char* name = Name)
        {
            var windowClass = new WindowClass
            {
                Size = (uint)sizeof(WindowClass),
                Style = DoubleClicks,
                Procedure = &Procedure,
                ExtraOfWindow = sizeof(nint),
                Module = module,
                Name = name,
            };
            // Where a host destroyed the last window, its class stayed: by its name it is ours.
            return User32.RegisterClassExW(&windowClass) != 0 || Marshal.GetLastSystemError() == alreadyThere;
        }
    }

    [UnmanagedCallersOnly]
    private static nint Procedure(nint window, uint message, nuint w, nint l)
    {
        // CREATESTRUCT begins with what the window was made with.
        if (message == WindowMessage.NcCreate)
            _ = User32.SetWindowLongPtrW(window, OwnerIndex, *(nint*)l);
        nint owner = User32.GetWindowLongPtrW(window, OwnerIndex);
        nint result = 0;
        bool isHandled = false;
        try
        {
            isHandled = owner != 0 && ((Win32Window)GCHandle.FromIntPtr(owner).Target!).Take(message, w, l, out result);
        }
        catch
        {
            // An exception must not cross into Windows, and a host must not end by one of ours.
        }

        if (message == WindowMessage.NcDestroy && owner != 0)
        {
            _ = User32.SetWindowLongPtrW(window, OwnerIndex, 0);
            GCHandle.FromIntPtr(owner).Free();
            Leave();
        }

        return isHandled ? result : User32.DefWindowProcW(window, message, w, l);
    }
}
