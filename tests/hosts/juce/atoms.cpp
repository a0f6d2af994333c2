// What any window manager leaves behind on a display: JUCE asks for these names only if they exist, and dies on a bare Xvfb where they don't.
#include <X11/Xlib.h>

#include <initializer_list>

bool makeAtoms() {
    // Never closed: on a server without other clients, the names would go with the last connection.
    Display *display = XOpenDisplay(nullptr);
    if (display == nullptr)
        return false;
    for (const char *name : {"WM_PROTOCOLS", "WM_TAKE_FOCUS", "WM_DELETE_WINDOW", "WM_CHANGE_STATE", "WM_STATE", "_NET_WM_PING", "_NET_WM_STATE",
                             "_NET_WM_STATE_HIDDEN", "_NET_WM_STATE_FULLSCREEN", "_NET_WM_WINDOW_TYPE", "_NET_WM_WINDOW_TYPE_NORMAL",
                             "_NET_WM_WINDOW_TYPE_COMBO", "_NET_WM_ALLOWED_ACTIONS"})
        XInternAtom(display, name, False);
    XSync(display, False);
    return true;
}
