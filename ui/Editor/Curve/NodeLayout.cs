using SemanticEq.Dsp;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Pictures;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Where the nodes stand: the decoder's on the curve, the user's own at their own gain where they have one, none hiding another. The one in hand last keeps its
/// place, the others give way.
/// </summary>
internal sealed class NodeLayout(BandNode[] nodes)
{
    private readonly BandNode[] _order = new BandNode[nodes.Length];
    private readonly Point[] _anchors = new Point[nodes.Length];
    private readonly Point[] _centres = new Point[nodes.Length];
    private BandNode? _first;

    /// <summary>Has one keep its place from now on: it was dragged, or added, last.</summary>
    public void Prefer(BandNode node) => _first = node;

    /// <summary>Places all that are shown.</summary>
    public void Place(CurveLine line, in PlotFrame frame)
    {
        int count = 0;
        if (_first is { Edit.IsShown: true } first)
            _order[count++] = first;
        foreach (BandNode node in nodes)
        {
            node.IsVisible = node.Edit.IsShown;
            if (node.Edit.IsShown && node != _first)
                _order[count++] = node;
        }

        for (int i = 0; i < count; i++)
            _anchors[i] = Anchor(_order[i].Edit, line, frame);
        NodePlacement.Place(_anchors.AsSpan(0, count), BandSign.Radius, frame.Area, _centres);
        for (int i = 0; i < count; i++)
            _order[i].Place(_anchors[i], _centres[i]);
    }

    private static Point Anchor(BandEdit edit, CurveLine line, in PlotFrame frame)
    {
        Band band = edit.Band;
        double x = frame.HeldX(band.FrequencyHz);
        return new Point(x, frame.HeldY(edit.IsOwn && edit.HasGain ? band.GainDb : line.CurveDbAt(x)));
    }
}
