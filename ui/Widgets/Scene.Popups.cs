using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>What comes up above the others.</summary>
public sealed partial class Scene
{
    private readonly List<OpenPopup> _popups = [];

    /// <inheritdoc/>
    void IScene.OpenPopup(Popup popup, Rectangle anchor)
    {
        HideTooltip();
        Settle();
        popup.OwnScene = this;
        _popups.Add(new OpenPopup(popup, anchor, Focused, _showsFocus));
        Place(popup, anchor);
        if (popup.IsModal)
            Hover(null);
        popup.Opened();
        if (!_isHandling)
            SyncKeyboard();
    }

    /// <inheritdoc/>
    public void ClosePopup(Popup popup)
    {
        for (int i = 0; i < _popups.Count; i++)
        {
            if (_popups[i].Popup != popup)
                continue;
            ClosePopupsFrom(i);
            if (!_isHandling)
                SyncKeyboard();
            return;
        }
    }

    private void ClosePopupsFrom(int first)
    {
        while (_popups.Count > first)
        {
            OpenPopup top = _popups[^1];
            bool hadFocus = Focused is { } focused && IsWithin(focused, top.Popup);
            _popups.RemoveAt(_popups.Count - 1);
            Invalidate(PopupGround.Around(top.Popup.Bounds));
            // The keyboard goes back to where it was before, without leaving the window in between.
            if (hadFocus)
                SetFocused(top.FocusedBefore is { } before && IsShown(before) ? before : null, top.ShowedFocus);
            Forget(top.Popup);
            top.Popup.OwnScene = null;
            top.Popup.Closed();
        }
    }

    // Whether the press goes on to what lies there.
    private bool ClosePopupsBeside(Point at)
    {
        while (_popups.Count > 0 && !_popups[^1].Popup.Bounds.Contains(at))
        {
            bool wasModal = _popups[^1].Popup.IsModal;
            ClosePopupsFrom(_popups.Count - 1);
            if (wasModal)
                return false;
        }

        return true;
    }

    private void PlacePopups()
    {
        for (int i = 0; i < _popups.Count; i++)
            Place(_popups[i].Popup, _popups[i].Anchor);
    }

    private void Place(Popup popup, Rectangle anchor)
    {
        Invalidate(PopupGround.Around(popup.Bounds));
        popup.Arrange(PopupGround.Place(popup.Wanted, anchor, Everything));
        Invalidate(PopupGround.Around(popup.Bounds));
    }

    private readonly record struct OpenPopup(Popup Popup, Rectangle Anchor, Widget? FocusedBefore, bool ShowedFocus);
}
