using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>A line of the browser: a preset, or the heading above some.</summary>
internal sealed class PresetRow
{
    private const double TextLeft = 28;
    private const double HeartSize = 14;
    private const double HeartRoom = 40;
    private const double MineRoom = 40;

    private FittedText _fitted;

    private PresetRow(string text, Preset? preset) => (Text, Preset) = (text, preset);

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>The preset; null for a heading.</summary>
    public Preset? Preset { get; }

    /// <summary>A heading.</summary>
    public static PresetRow Heading(string text) => new(text, null);

    /// <summary>A preset.</summary>
    public static PresetRow Of(Preset preset) => new(preset.Name, preset);

    /// <summary>Whether a point lies on the heart of a row.</summary>
    public static bool IsOnHeart(Point at, Rectangle area) => at.X >= area.Right - HeartRoom;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="area">Its place.</param>
    /// <param name="isCurrent">Whether it plays.</param>
    public void Draw(ICanvas canvas, Theme theme, Rectangle area, bool isCurrent)
    {
        double middle = area.Centre.Y;
        if (Preset is not { } preset)
        {
            var heading = new TextStyle(TypeSize.Small, theme.Muted, FontWeight.SemiBold);
            canvas.Text(_fitted.Of(canvas, Text, heading, area.Width - 20), area.Left + 10, middle + 4 + heading.BaselineBelowMiddle, heading);
            return;
        }

        if (isCurrent)
            IconPaths.Draw(canvas, Icon.Check, new Point(area.Left + 16, middle), 13, theme.AmberFill);
        var style = new TextStyle(TypeSize.Control, theme.Text, isCurrent ? FontWeight.Medium : FontWeight.Regular);
        bool isMine = preset.Origin == PresetOrigin.Mine;
        double room = area.Width - TextLeft - HeartRoom - (isMine ? MineRoom : 0);
        canvas.Text(_fitted.Of(canvas, Text, style, room), area.Left + TextLeft, middle + style.BaselineBelowMiddle, style);
        if (isMine)
        {
            var mine = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
            canvas.Text("mine"u8, area.Right - HeartRoom, middle + mine.BaselineBelowMiddle, mine);
        }

        var heart = new Point(area.Right - (HeartRoom / 2), middle);
        IconPaths.Draw(canvas, preset.IsFavourite ? Icon.HeartFilled : Icon.Heart, heart, HeartSize, preset.IsFavourite ? theme.AmberFill : theme.Muted);
    }
}
