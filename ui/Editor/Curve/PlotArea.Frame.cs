using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>What is worked out anew when something changed.</summary>
internal sealed partial class PlotArea
{
    private const double SoloGap = 8;

    private int _playingSerial;
    private int _signalsSerial;
    private int _selectionSerial;
    private PlotLook _look;
    private double _greatestDb;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        _seconds = seconds;
        base.Tick(seconds);
        Selection.Tick(seconds, _card.IsHovered);
        if (Selection.Dragged is { Edit.IsShown: false })
            EndDrag();
        if (Selection.Pointed is { IsHovered: true })
            MoveCrosshair(null);
        ShowSolo();
        bool isNew = _notice.Tick(seconds);
        if (_model.Playing.Serial != _playingSerial || Selection.Serial != _selectionSerial || ReadLook() != _look)
        {
            UpdateCurve();
            isNew = true;
        }

        if (_range.Update(_model.Settings.CurveRangeDb, _greatestDb, seconds, Selection.Dragged is not null))
        {
            LayFrame();
            Invalidate();
            return;
        }

        if (_model.Signals.Serial != _signalsSerial)
        {
            UpdateSpectrum();
            isNew |= _look.ShowInput || _look.ShowOutput || _look.ShowSideChain;
        }

        if (isNew)
            Invalidate(Frame.Area);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        UpdateCurve();
        _ = _range.Update(_model.Settings.CurveRangeDb, _greatestDb, _seconds, isHeld: false);
        LayFrame();
    }

    // Its band may have been switched off by the host meanwhile.
    private void EndDrag()
    {
        Drag.End();
        Selection.Dragged = null;
    }

    // What is not there any more can't be heard alone.
    private void ShowSolo()
    {
        int band = _model.Signals.SoloBand;
        BandNode? node = band < 0 ? null : _nodes[band + (_model.Signals.IsSoloOwn ? Bands : 0)];
        if (node is { Edit.IsShown: false })
        {
            node.Edit.ToggleSolo();
            node = null;
        }

        _solo.Show(node?.Edit);
    }

    private bool HasLevels => Bounds.Width - LabelsLeft >= LeastWidthForLevels;

    private void LayFrame()
    {
        double right = HasLevels ? LabelsRight : 0;
        Rectangle area = Rectangle.FromEdges(
            Bounds.Left + LabelsLeft, Bounds.Top, Math.Max(Bounds.Left + LabelsLeft + 1, Bounds.Right - right),
            Math.Max(Bounds.Top + 1, Bounds.Bottom - LabelsBelow));
        Frame = new PlotFrame(area, CurveRange.WithLines(_range.LimitDb, area.Height));
        _solo.Arrange(new Rectangle(area.Left + SoloGap, area.Top + SoloGap, SoloBadge.Width, SoloBadge.Height));
        UpdateCurve();
        UpdateSpectrum();
    }

    private void UpdateCurve()
    {
        _playingSerial = _model.Playing.Serial;
        _selectionSerial = Selection.Serial;
        _look = ReadLook();
        if (Frame.Area.Width <= 0)
            return;
        _line.Update(_model.Playing, Frame.Frequencies);
        _line.MapTo(Frame);
        if (Selection.Active is { } active)
            _line.UpdateBand(_model.Playing, active.Edit.IsOwn, active.Edit.Index, Frame);
        _greatestDb = GreatestDb();
        if (Selection.Dragged is { } dragged)
            _layout.Prefer(dragged);
        _layout.Place(_line, Frame);
        _card.Show(Selection.Active, _nodes);
    }

    private void UpdateSpectrum()
    {
        _signalsSerial = _model.Signals.Serial;
        if (Frame.Area.Width > 0)
            _spectrum.Update(_model.Signals, Frame);
    }

    // A cut or notch goes down for ever: its depth says nothing about the room that is wanted.
    private double GreatestDb()
    {
        double greatestDb = 0;
        bool withDepths = true;
        foreach (BandNode node in _nodes)
        {
            if (!node.Edit.IsOn)
                continue;
            if (!node.Edit.HasGain)
                withDepths = false;
            else
                greatestDb = Math.Max(greatestDb, Math.Abs(NodeDb(node.Edit)));
        }

        return Math.Max(greatestDb, _line.GreatestDb(withDepths));
    }

    private double NodeDb(BandEdit edit)
    {
        double gainDb = edit.IsOwn ? edit.Band.GainDb : _line.CurveDbAt(Frame.HeldX(edit.Band.FrequencyHz));
        return double.IsFinite(gainDb) ? gainDb : 0;
    }

    private PlotLook ReadLook() => new(
        _model.Settings.ShowInput, _model.Settings.ShowOutput, _model.Settings.PeakHold, _model.Bypass.IsOn(), _model.Signals.SoloBand,
        _model.Signals.IsSoloOwn, _model.Settings.ShowSideChain && !_model.Signals.SideChainDb.IsEmpty);

    private readonly record struct PlotLook(
        bool ShowInput, bool ShowOutput, bool PeakHold, bool IsBypassed, int SoloBand, bool IsSoloOwn, bool ShowSideChain);
}
