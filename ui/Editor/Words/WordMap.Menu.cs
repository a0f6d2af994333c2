using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The map's menu, and the map for people who don't see it. May allocate.</summary>
internal sealed partial class WordMap
{
    private const double DotReach = 4;

    /// <inheritdoc/>
    public override void DescribeParts(ICollection<AccessibleNode> parts)
    {
        int a = IndexOf(WordPlace.A), b = IndexOf(WordPlace.B);
        for (int i = 0; i < _dots.Words.Count; i++)
        {
            // The one that keys are on is told, lettered or not.
            if (!_dots.IsLabelled(i) && i != Lit)
                continue;
            MapWord word = _dots.Words[i];
            int mixed = MixWords.IndexOf(i);
            string value = i == a ? "first word" : i == b ? "second word"
                : mixed >= 0 ? $"{WordTips.Percent(_mixShares[mixed])} of the mix" : WordTips.Settings(word.Settings);
            parts.Add(AccessibleNode.Part(
                WidgetRole.Item, word.Word, value, BoxOf(i), i == Lit ? AccessibleStates.Selected : AccessibleStates.None, part: i));
        }

        if (Ring() is { } ring)
        {
            parts.Add(AccessibleNode.Part(
                WidgetRole.Slider, _model.Words.Morph.Name, WordTips.Percent(_model.Words.Morph.Value),
                new Rectangle(ring.X - RingRadius, ring.Y - RingRadius, 2 * RingRadius, 2 * RingRadius),
                part: _dots.Words.Count));
        }
    }

    /// <inheritdoc/>
    public override IControl? AccessibleControl(int part) => part == _dots.Words.Count ? _model.Words.Morph : null;

    private Rectangle BoxOf(int word) => _dots.IsLabelled(word)
        ? _dots.Box(word)
        : new Rectangle(_dots.At(word).X, _dots.At(word).Y, 0, 0).Inset(-DotReach);

    private bool ShowMenu(int word, Point at)
    {
        if (Scene is not { } scene)
            return false;
        List<MenuItem> items = [];
        if (word >= 0)
        {
            MapWord asked = _dots.Words[word];
            items.Add(new MenuItem($"Start from {asked.Word}", () => _choice.Start(asked.Slot)));
            items.Add(new MenuItem($"Morph to {asked.Word}", () => _choice.MorphTo(asked.Slot), IsEnabled: _model.Words.Slot(WordPlace.A) != asked.Slot));
            bool isIn = IsMixed(word);
            items.Add(new MenuItem(
                isIn ? $"Take {asked.Word} out of the mix" : $"Add {asked.Word} to the mix", () => Mix(word), IsEnabled: isIn || _mixCount < MixWeights.Most));
            items.Add(MenuItem.Separator);
        }

        items.Add(new MenuItem("Show all words", ShowAll, IsEnabled: _view.Zoom > 1));
        items.Add(new MenuItem(
            "Take the words away", _choice.ClearAll, IsEnabled: _model.Words.Slot(WordPlace.A) != 0 || _model.Words.Slot(WordPlace.B) != 0));
        scene.OpenPopup(new Menu("Words", items, scene), new Rectangle(at.X, at.Y, 0, 0));
        return true;
    }
}
