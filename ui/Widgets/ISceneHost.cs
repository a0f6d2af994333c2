using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>What a scene needs from whoever opens its window. Main thread.</summary>
public interface ISceneHost
{
    /// <summary>The window; null until it is open, since a window wants its client first.</summary>
    IWindow? Window { get; }

    /// <summary>The colours. Another one is seen at the next tick.</summary>
    Theme Theme { get; }

    /// <summary>Whether nothing is to move that need not.</summary>
    bool ReducedMotion { get; }

    /// <summary>Whether tooltips show.</summary>
    bool ShowTooltips { get; }

    /// <summary>The least size, in canvas units, that widgets are arranged in; a smaller window shows the upper left part.</summary>
    Size MinimumSize { get; }

    /// <summary>Shows the host's own menu of a parameter.</summary>
    /// <returns>False where it has none.</returns>
    bool ShowHostMenu(uint parameter, Point at);

    /// <summary>Asks the host for another size of the window, in canvas units (the grip is dragged).</summary>
    /// <returns>False where it refuses.</returns>
    bool RequestSize(Size wanted) => false;
}
