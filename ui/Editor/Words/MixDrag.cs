using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>The mix's point under way: the words' weights follow it. All of it is one step for undo. Main thread.</summary>
internal sealed class MixDrag(IEditorModel model)
{
    private readonly WordShare[] _shares = new WordShare[MixWeights.Most];
    private readonly Point[] _places = new Point[MixWeights.Most];
    private readonly double[] _before = new double[MixWeights.Most];
    private readonly double[] _weights = new double[MixWeights.Most];
    private string _phrase = "";
    private string _written = "";
    private int _count;

    /// <summary>Whether one is under way.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether what it made stands still: nobody has typed or taken back anything since.</summary>
    public bool IsInForce => IsOpen && model.Words.Name(WordPlace.A) == _written;

    /// <summary>Where the point is, on the plane.</summary>
    public Point Place { get; private set; }

    /// <summary>Starts from the mix in force.</summary>
    public void Begin()
    {
        if (IsOpen)
            return;
        ReadOnlySpan<WordShare> mix = model.Words.Mix;
        _count = mix.Length;
        for (int i = 0; i < _count; i++)
        {
            _shares[i] = mix[i];
            _places[i] = model.Words.Find(mix[i].Slot)?.Place ?? default;
            _before[i] = mix[i].Share;
        }

        _phrase = _written = model.Words.Name(WordPlace.A);
        Place = MixWeights.Place(_places.AsSpan(0, _count), _before.AsSpan(0, _count));
        IsOpen = true;
        model.BeginGroup("Mix");
    }

    /// <summary>The point goes to a place of the plane, as far as there are words around it.</summary>
    public void Move(Point to)
    {
        MixWeights.Find(_places.AsSpan(0, _count), _before.AsSpan(0, _count), to, _weights);
        Place = MixWeights.Place(_places.AsSpan(0, _count), _weights.AsSpan(0, _count));
        for (int i = 0; i < _count; i++)
            _shares[i] = _shares[i] with { Share = _weights[i] };
        model.Words.SetMix(_shares.AsSpan(0, _count));
        _written = model.Words.Name(WordPlace.A);
    }

    /// <summary>It is so.</summary>
    public void End()
    {
        if (!IsOpen)
            return;
        IsOpen = false;
        model.EndGroup();
    }

    /// <summary>It is as it was before, as it was typed.</summary>
    public void Cancel()
    {
        if (!IsOpen)
            return;
        if (model.Words.Name(WordPlace.A) != _phrase)
            _ = model.Prompt.Submit(_phrase);
        End();
    }
}
