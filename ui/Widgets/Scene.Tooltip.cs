using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>When the tooltip comes and goes: after a rest, until anything happens.</summary>
public sealed partial class Scene
{
    private const double TooltipAfterSeconds = 0.6;

    private readonly Tooltip _tooltip;
    private Widget? _restingOn;
    private Point _restingAt;
    private double _restingSince;

    private void RestartTooltip(Widget? hit, Point at)
    {
        HideTooltip();
        _restingOn = hit;
        _restingAt = at;
        _restingSince = _seconds;
    }

    private void HideTooltip()
    {
        _restingOn = null;
        if (!_tooltip.IsShown)
            return;
        Invalidate(PopupGround.Around(_tooltip.Bounds));
        _tooltip.Hide();
    }

    private void TickTooltip()
    {
        if (_restingOn is not { } widget || _seconds - _restingSince < TooltipAfterSeconds)
            return;
        _restingOn = null;
        if (!_host.ShowTooltips || !IsShown(widget))
            return;
        for (Widget? at = widget; at is not null; at = at.Parent)
        {
            if (at.Tooltip(_restingAt) is not { Length: > 0 } text)
                continue;
            _tooltip.Show(text, _restingAt, Everything);
            Invalidate(PopupGround.Around(_tooltip.Bounds));
            return;
        }
    }
}
