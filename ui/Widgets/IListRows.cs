using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>What a list shows.</summary>
public interface IListRows
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>A row's name, for people who don't see it.</summary>
    string Name(int row);

    /// <summary>Draws a row; ground and highlight are there already. Allocates nothing.</summary>
    void Draw(ICanvas canvas, in DrawContext context, int row, Rectangle area, bool isSelected);

    /// <summary>A row was clicked, or Return pressed on it.</summary>
    /// <param name="row">Which.</param>
    /// <param name="at">Where it was clicked, for what can be pressed within a row; null for a key.</param>
    /// <param name="area">Where the row lies.</param>
    void Choose(int row, Point? at, Rectangle area);

    /// <summary>Whether a row only says what stands below it: it is neither selected nor chosen.</summary>
    bool IsHeading(int row) => false;

    /// <summary>A key on the selected row that means nothing to a list (Delete, say).</summary>
    /// <returns>Whether it was used.</returns>
    bool Key(int row, in KeyEvent key) => false;
}
