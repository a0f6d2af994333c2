namespace SemanticEq.Ui.Widgets;

/// <summary>A line of a menu.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Choose">What it does; null for a heading.</param>
/// <param name="IsChecked">Whether a tick stands before it.</param>
/// <param name="IsEnabled">Whether it can be chosen.</param>
public sealed record MenuItem(string Text, Action? Choose, bool IsChecked = false, bool IsEnabled = true)
{
    /// <summary>A line between groups.</summary>
    public static MenuItem Separator { get; } = new("", null, IsEnabled: false);

    /// <summary>Whether it can be chosen.</summary>
    internal bool CanChoose => IsEnabled && Choose is not null;

    internal bool IsSeparator => ReferenceEquals(this, Separator);
}
