namespace SemanticEq.Ui.Widgets;

/// <summary>Numbers that stay with a widget, or a part of one, as long as it lives: what assistive technology knows it by.</summary>
public static class AccessibleId
{
    /// <summary>The part that stands for the widget itself.</summary>
    public const int Whole = -1;

    // Words on a map, rows of a list: far fewer are ever shown at once.
    private const int PartBits = 20;

    private static long _last;

    /// <summary>A number that no widget of this process has.</summary>
    public static long Next() => Interlocked.Increment(ref _last) << PartBits;

    /// <summary>The widget's part that a number stands for, from 0; <see cref="Whole"/> for the widget itself.</summary>
    public static int PartOf(long id) => (int)(id & ((1 << PartBits) - 1)) - 1;

    /// <summary>Whether a number stands for a widget or a part of it.</summary>
    internal static bool IsOf(long id, Widget widget) => id >> PartBits == widget.AccessibleNumber >> PartBits;

    /// <summary>The number of a widget, or of a part of it.</summary>
    internal static long Of(Widget widget, int part = Whole) => widget.AccessibleNumber + part + 1;
}
