using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>The spectra as points of the plot, worked out where there is a new one. Arrays grow once, with the first spectrum.</summary>
internal sealed class SpectrumLine
{
    private double[] _x = [];
    private double[] _inputY = [];
    private double[] _outputY = [];
    private double[] _heldY = [];
    private double[] _sideChainY = [];
    private Rectangle _laidIn;
    private int _count;

    /// <summary>x of the points, in canvas units.</summary>
    public ReadOnlySpan<double> X => _x.AsSpan(0, _count);

    /// <summary>Heights of the input.</summary>
    public ReadOnlySpan<double> InputY => _inputY.AsSpan(0, _count);

    /// <summary>Heights of the output.</summary>
    public ReadOnlySpan<double> OutputY => _outputY.AsSpan(0, _count);

    /// <summary>Heights of the held peaks; empty where none are held.</summary>
    public ReadOnlySpan<double> HeldY => _heldY.AsSpan(0, IsHeld ? _count : 0);

    /// <summary>Heights of the side-chain; empty where there is none.</summary>
    public ReadOnlySpan<double> SideChainY => _sideChainY.AsSpan(0, HasSideChain ? _count : 0);

    private bool IsHeld { get; set; }

    private bool HasSideChain { get; set; }

    /// <summary>Takes the newest.</summary>
    public void Update(ISignals signals, in PlotFrame frame)
    {
        ReadOnlySpan<double> hz = signals.FrequenciesHz;
        if (hz.Length != _count || frame.Area != _laidIn)
            Lay(hz, frame);
        Map(signals.InputDb, _inputY, frame);
        Map(signals.OutputDb, _outputY, frame);
        HasSideChain = signals.SideChainDb.Length == _count && _count > 0;
        if (HasSideChain)
            Map(signals.SideChainDb, _sideChainY, frame);
        IsHeld = signals.HeldDb.Length == _count && _count > 0;
        if (IsHeld)
            Map(signals.HeldDb, _heldY, frame);
    }

    private void Lay(ReadOnlySpan<double> hz, in PlotFrame frame)
    {
        _count = hz.Length;
        if (_x.Length < _count)
        {
            (_x, _inputY, _outputY) = (new double[_count], new double[_count], new double[_count]);
            (_heldY, _sideChainY) = (new double[_count], new double[_count]);
        }

        for (int i = 0; i < _count; i++)
            _x[i] = frame.Frequencies.X(hz[i]);
        _laidIn = frame.Area;
    }

    // A little below the plot is as good as silence, and keeps the path's edges out of sight.
    private void Map(ReadOnlySpan<double> levelsDb, double[] y, in PlotFrame frame)
    {
        const double Beyond = 4;
        double scale = frame.Area.Height / (frame.Levels.BottomDb - frame.Levels.TopDb);
        for (int i = 0; i < _count; i++)
        {
            double at = frame.Area.Top + (((i < levelsDb.Length ? levelsDb[i] : double.NegativeInfinity) - frame.Levels.TopDb) * scale);
            y[i] = double.IsNaN(at) ? frame.Area.Bottom + Beyond : Math.Clamp(at, frame.Area.Top - Beyond, frame.Area.Bottom + Beyond);
        }
    }
}
