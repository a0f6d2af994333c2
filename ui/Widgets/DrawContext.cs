using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>What a widget needs to draw itself.</summary>
/// <param name="Theme">The colours.</param>
/// <param name="Dirty">What is drawn anew, in canvas units; nothing else will be seen.</param>
/// <param name="Seconds">Since the window was opened; for what moves.</param>
public readonly record struct DrawContext(Theme Theme, Rectangle Dirty, double Seconds);
