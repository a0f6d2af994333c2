using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// Adapt: factors for the decoder's eight gains, so that a track moves as far towards what is asked as the average recording would. An
/// equaliser is linear and does not change with time, so that the track's spectrum and the bands tell what will be heard. Deterministic;
/// allocates when made, never after; one thread, the audio thread too.
/// </summary>
/// <remarks>
/// The smallest departure from 1 that gets there, Σ (m − 1)² least, within <see cref="Least"/> and <see cref="Most"/>: so the bands that this
/// track lets be heard move most. Found by repeated linearisation (sequential quadratic programming), each step in closed form
/// (<see cref="BoxStep"/>). Never further from what is asked than the factors 1 are.
/// </remarks>
public sealed class TrackFit
{
    /// <summary>The least factor: a band may go silent, never the other way.</summary>
    public const double Least = 0.0;

    /// <summary>The largest factor: no band beyond 1½ times its own gain.</summary>
    public const double Most = 1.5;

    /// <summary>What is closer than this part of what is asked stays as it is; from twice that on it is mended wholly.</summary>
    public const double DeadZone = 0.02;

    private const int Bands = DecoderShape.Bands;
    private const int Points = ListenerModel.Points;
    private const int Rounds = 5;
    private const int Retreats = 6;
    private const double Rest = 1e-3;

    private readonly Hearing _hearing;
    private readonly Template _template;
    private readonly TrackBands _bands = new();
    private readonly float[] _track = new float[Points];
    private readonly double[] _trackPower = new double[Points];
    private readonly double[] _trackHeard = new double[Points];
    private readonly double[] _power = new double[Points];
    private readonly double[] _heard = new double[Points];
    private readonly double[] _perDb = new double[Points];
    private readonly double[] _gradient = new double[Bands];
    private readonly double[] _tried = new double[Bands];
    private bool _hasTrack;

    /// <summary>By a model.</summary>
    public TrackFit(ListenerModel model)
    {
        _hearing = new Hearing(model);
        _template = new Template(model, _hearing);
    }

    /// <summary>How far the bands move the average recording, in the listener's unit.</summary>
    public double Asked => _template.Asked;

    /// <summary>How far they move this track as they are.</summary>
    public double HeardPlain { get; private set; }

    /// <summary>How far they move it with the factors.</summary>
    public double HeardFitted { get; private set; }

    /// <summary>Finds the factors.</summary>
    /// <param name="trackDb">The track's spectrum before the equaliser: 64 values in dB on the common grid, of any level.</param>
    /// <param name="bands">A decode: 24 values, log₂(Hz), dB, log₂(Q) band by band.</param>
    /// <param name="factors">Receives 8, within <see cref="Least"/> and <see cref="Most"/>; all 1 where nothing is asked.</param>
    public void Fit(ReadOnlySpan<float> trackDb, ReadOnlySpan<float> bands, Span<double> factors)
    {
        SetTrack(trackDb);
        if (_bands.Set(bands))
            _template.Aim(_bands.PlainPower);
        factors = factors[..Bands];
        factors.Fill(1.0);
        HeardPlain = HeardFitted = Asked > 0.0 ? Hear(factors) : 0.0;
        double missing = Asked - HeardPlain;
        double share = Math.Abs(missing) / Asked;
        if (!(share > DeadZone))
            return;
        double goal = HeardPlain + (missing * Math.Min(1.0, (share / DeadZone) - 1.0));
        Approach(goal, factors);
        Retreat(factors);
    }

    /// <summary>How far other factors would move the track, with the bands of the last <see cref="Fit"/>.</summary>
    /// <param name="factors">8 finite values.</param>
    public double HeardBy(ReadOnlySpan<double> factors) => Asked > 0.0 ? Hear(factors) : 0.0;

    private void SetTrack(ReadOnlySpan<float> trackDb)
    {
        if (_hasTrack && trackDb[..Points].SequenceEqual(_track))
            return;
        trackDb[..Points].CopyTo(_track);
        Hearing.ToPower(trackDb, _trackPower);
        _hearing.HearPower(_trackPower, _trackHeard);
        _hasTrack = true;
    }

    // How far the factors move the track; Gradient may follow.
    private double Hear(ReadOnlySpan<double> factors)
    {
        _bands.Apply(factors, _trackPower, _power);
        _hearing.HearPower(_power, _heard);
        return TensorPrimitives.Dot(_template.Weights, _heard) - TensorPrimitives.Dot(_template.Weights, _trackHeard);
    }

    private void Approach(double goal, Span<double> factors)
    {
        double heard = HeardPlain;
        for (int round = 0; round < Rounds; round++)
        {
            _hearing.Gradient(_template.Weights, TensorPrimitives.Dot(_template.Weights, _heard), _perDb);
            _bands.PerFactor(_perDb, _gradient);
            double moved = BoxStep.Take(_gradient, goal - heard, Asked, factors);
            heard = HeardFitted = Hear(factors);
            if (moved < Rest)
                return;
        }
    }

    // Bands bend a little as they grow; where that leads astray, back towards 1.
    private void Retreat(Span<double> factors)
    {
        factors.CopyTo(_tried);
        double way = 1.0;
        for (int i = 0; i < Retreats && !(Math.Abs(Asked - HeardFitted) <= Math.Abs(Asked - HeardPlain)); i++)
        {
            way *= 0.5;
            for (int band = 0; band < Bands; band++)
                factors[band] = 1.0 + (way * (_tried[band] - 1.0));
            HeardFitted = Hear(factors);
        }

        if (Math.Abs(Asked - HeardFitted) <= Math.Abs(Asked - HeardPlain))
            return;
        factors.Fill(1.0);
        HeardFitted = HeardPlain;
    }
}
