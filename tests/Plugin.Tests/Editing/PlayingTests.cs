using SemanticEq.Dsp;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>What the window shows is what plays.</summary>
public sealed class PlayingTests : IDisposable
{
    private const int FramesOfRound = 1000;
    private static readonly double[] Hz = [.. Enumerable.Range(0, 200).Select(i => 20.0 * Math.Pow(1000.0, i / 199.0))];
    private readonly EditedPlugin _plugin = new();

    private EditorSession Session => _plugin.Session;

    [Fact]
    public void The_bands_are_those_that_the_session_says_play()
    {
        Choose("warm");
        _plugin.Set(Session.Amount, 70);
        _plugin.Set(Session.Macros[4], 40);
        _plugin.Set(Session.Trims[2].Gain, 2.5);
        Session.Tick(0);

        var saved = SessionState.Read(_plugin.Effect.SaveState())!.Bands!;
        for (int i = 0; i < 8; i++)
        {
            var band = Session.Playing.Decoded[i];
            (BandTypes.Name(band.Type), band.FrequencyHz, band.GainDb, band.Q).ShouldBe((saved[i].Type, saved[i].Hz, saved[i].Db, saved[i].Q));
        }
        Session.Playing.Untrimmed[2].GainDb.ShouldBe(Session.Playing.Decoded[2].GainDb - 2.5, 1e-6);
        Session.Playing.Untrimmed[5].GainDb.ShouldBe(Session.Playing.Decoded[5].GainDb, 1e-12);
        Session.Playing.Untrimmed[5].FrequencyHz.ShouldBe(Session.Playing.Decoded[5].FrequencyHz);
    }

    [Fact]
    public void The_curve_is_what_the_engine_does_to_an_impulse()
    {
        Choose("bright");
        _plugin.Set(Session.OwnBands[0].Gain, -5);
        _plugin.Set(Session.OwnBands[0].On, 1);
        Session.Tick(0);
        double[] curve = new double[Hz.Length];
        Session.Playing.CurveDb(Hz, curve);

        using var plays = new InProcessPlugin();
        plays.Instance.LoadState(_plugin.Effect.SaveState()).ShouldBeTrue();
        double[] impulse = new double[96_000];
        impulse[0] = 1;
        double[] response = plays.Play([impulse, impulse], () => 512)[0];
        foreach (int i in new[] { 30, 60, 100, 140, 170 })
            LevelDb(response, Hz[i]).ShouldBe(curve[i], 0.02, $"at {Hz[i]:F0} Hz");
    }

    [Fact]
    public void The_serial_moves_only_when_something_does()
    {
        Session.Tick(0);
        int serial = Session.Playing.Serial;
        Session.Tick(1);
        Session.Playing.Serial.ShouldBe(serial);
        _plugin.Effect.SetNormalized(ParameterId.OfOwn(3, ParameterId.Own.Frequency), 0.7);
        Session.Tick(2);
        Session.Playing.Serial.ShouldBe(serial + 1);
        Session.Playing.Own[3].FrequencyHz.ShouldBe(_plugin.Plain(ParameterId.OfOwn(3, ParameterId.Own.Frequency)), 1e-9);
        Session.Playing.IsOwnOn(3).ShouldBeFalse();
    }

    [Fact]
    public void A_band_on_the_side_is_not_in_the_middles_curve()
    {
        var own = Session.OwnBands[0];
        _plugin.Set(own.Gain, 9);
        _plugin.Set(own.Channel, (int)BandChannel.Side);
        _plugin.Set(own.On, 1);
        PeakDb().ShouldBe(0, 1e-9);
        _plugin.Set(Session.ChannelMode, (int)BandChannel.Side);
        PeakDb().ShouldBe(9, 0.1);
        double[] band = new double[Hz.Length];
        Session.Playing.ResponseDb(own: true, 0, Hz, band);
        band.Max().ShouldBe(9, 0.1);
    }

    [Fact]
    public void Peoples_spread_is_shown_as_Amount_scales_the_word_and_not_where_nobody_has_set_it()
    {
        double[] spread = new double[Hz.Length], half = new double[Hz.Length];
        Session.Tick(0);
        Session.Playing.SpreadDb(Hz, spread).ShouldBeFalse();
        Choose("warm");
        Session.Tick(0);
        Session.Playing.SpreadDb(Hz, spread).ShouldBeTrue();
        spread.ShouldAllBe(db => db > 0 && db < 20);
        _plugin.Set(Session.Amount, 50);
        Session.Tick(0);
        Session.Playing.SpreadDb(Hz, half).ShouldBeTrue();
        half.Select((db, i) => db - (spread[i] / 2)).ShouldAllBe(off => Math.Abs(off) < 1e-9);
    }

    [Fact]
    public void A_window_that_follows_a_moving_morph_allocates_nothing()
    {
        Choose("warm");
        Session.Words.Choose(WordPlace.B, Session.Words.All.First(word => word.Word == "bright").Slot);
        _plugin.Effect.SetNormalized(ParameterId.OfOwn(0, ParameterId.Own.On), 1);
        Session.Compare.CopyToOther();
        Session.Compare.Switch();
        Session.Open();
        _plugin.Host.IsRecording = false;
        double[] curve = new double[Hz.Length];
        byte[] text = new byte[128];
        Session.Words.Morph.Begin();
        long least = long.MaxValue;
        // What is made at its first use is made in the first.
        for (int round = 0; round < 3 && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Frames();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        least.ShouldBe(0);
        Session.Words.Morph.End();
        Session.Close();
        Session.Playing.Serial.ShouldBeGreaterThan(FramesOfRound);

        void Frames()
        {
            for (int i = 0; i < FramesOfRound; i++)
            {
                Session.Words.Morph.Set(i / (double)FramesOfRound);
                _plugin.Effect.Values[ParameterTable.IndexOf(ParameterId.OfOwn(0, ParameterId.Own.Gain))] = i / 2000.0;
                Session.Tick(i / 60.0);
                Session.Playing.CurveDb(Hz, curve);
                Session.Playing.ResponseDb(false, 3, Hz, curve);
                Session.Playing.SpreadDb(Hz, curve);
                _ = Session.OutputGain.Text(0.3, text);
                _ = Session.OwnBands[0].Frequency.Text(0.3, text);
                _ = Session.OwnBands[0].Type.Text(0.3, text);
                _ = Session.Words.Name(WordPlace.A);
                _ = Session.Presets.IsModified;
                _ = Session.Messages.Count;
            }
        }
    }

    public void Dispose() => _plugin.Dispose();

    private void Choose(string word) => Session.Words.Choose(WordPlace.A, Session.Words.All.First(other => other.Word == word).Slot);

    private double PeakDb()
    {
        Session.Tick(0);
        double[] curve = new double[Hz.Length];
        Session.Playing.CurveDb(Hz, curve);
        return curve.Max();
    }

    private static double LevelDb(double[] response, double hz)
    {
        double real = 0, imaginary = 0;
        for (int i = 0; i < response.Length; i++)
        {
            double angle = 2 * Math.PI * hz * i / 48000;
            real += response[i] * Math.Cos(angle);
            imaginary -= response[i] * Math.Sin(angle);
        }
        return 10 * Math.Log10((real * real) + (imaginary * imaginary));
    }
}
