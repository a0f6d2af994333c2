using SemanticEq.Dsp;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>Two whole settings, each with its undo, at one loudness.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    private EditorSession Session => _plugin.Session;

    [Fact]
    public void B_begins_as_A_and_then_goes_its_own_way()
    {
        Session.Prompt.Submit("warm, -3 dB at 300");
        var a = _plugin.Everything();
        Session.Compare.Switch();
        Session.Compare.IsB.ShouldBeTrue();
        _plugin.Everything().Values.ShouldBe(a.Values);
        Session.Prompt.Submit("airy and bright");
        _plugin.Set(Session.Amount, 60);
        var b = _plugin.Everything();

        Session.Compare.Switch();
        ShouldStandAs(a);
        Session.Compare.Switch();
        ShouldStandAs(b);
    }

    [Fact]
    public void Bypass_dry_compare_and_measuring_are_no_part_of_it()
    {
        Session.Compare.Switch();
        Session.Bypass.SetOnce(1);
        Session.DryCompare.SetOnce(1);
        Session.MeasureLoudness.SetOnce(1);
        Session.Compare.Switch();
        (Session.Bypass.IsOn(), Session.DryCompare.IsOn(), Session.MeasureLoudness.IsOn()).ShouldBe((true, true, true));
    }

    [Fact]
    public void Each_side_has_its_own_undo()
    {
        _plugin.Set(Session.Amount, 80);
        Session.Compare.Switch();
        Session.History.UndoName.ShouldBeNull();
        _plugin.Set(Session.Macros[0], 30);
        Session.Compare.Switch();
        Session.History.UndoName.ShouldBe("Amount");
        Session.History.Undo();
        (Session.Amount.Plain, Session.Macros[0].Plain).ShouldBe((100, 0));
        Session.Compare.Switch();
        (Math.Round(Session.Amount.Plain), Math.Round(Session.Macros[0].Plain)).ShouldBe((80, 30));
        Session.History.UndoName.ShouldBe("Warm");
    }

    [Fact]
    public void A_copy_is_undone_on_the_side_that_it_was_made_over()
    {
        Session.Compare.Switch();
        _plugin.Set(Session.Macros[1], -50);
        Session.Compare.Switch();
        _plugin.Set(Session.Amount, 40);

        Session.Compare.CopyToOther();
        Session.Compare.Switch();
        (Math.Round(Session.Amount.Plain), Session.Macros[1].Plain).ShouldBe((40, 0));
        Session.History.UndoName.ShouldBe("Copy of A");
        Session.History.Undo();
        (Math.Round(Session.Amount.Plain), Math.Round(Session.Macros[1].Plain)).ShouldBe((100, -50));
    }

    [Fact]
    public void B_plays_at_As_loudness_while_a_window_is_open()
    {
        Session.Prompt.Submit("warm");
        Session.Compare.Switch();
        Session.Prompt.Submit("bright");
        _plugin.Set(Session.OutputGain, 5);
        Session.Tick(0);
        Session.AuditionGainDb.ShouldBe(0, "no window compares");

        Session.Open();
        var change = new LoudnessChange();
        double expected = change.ChangeDb(Decoded("warm")) - (change.ChangeDb(Decoded("bright")) + 5);
        Session.AuditionGainDb.ShouldBe(expected, 0.01);
        Math.Abs(expected).ShouldBeGreaterThan(1);
        Session.Compare.IsMatched = false;
        Session.Tick(1);
        Session.AuditionGainDb.ShouldBe(0);
        Session.Compare.IsMatched = true;
        Session.Tick(2);
        Session.AuditionGainDb.ShouldBe(expected, 0.01);
        Session.Bypass.SetOnce(1);
        Session.Tick(3);
        Session.AuditionGainDb.ShouldBe(0);
        Session.Bypass.SetOnce(0);
        Session.Compare.Switch();
        Session.Tick(4);
        Session.AuditionGainDb.ShouldBe(0, "A is as it is");
        Session.Compare.Switch();
        Session.Close();
        Session.AuditionGainDb.ShouldBe(0);
    }

    [Fact]
    public void A_session_reopens_with_its_other_side()
    {
        Session.Prompt.Submit("warm, -3 dB at 300");
        var a = _plugin.Everything();
        Session.Compare.Switch();
        Session.Prompt.Submit("thin");
        Session.Compare.IsMatched = false;
        var b = _plugin.Everything();
        byte[] state = _plugin.Effect.SaveState();

        using var never = new SemanticEqEffect();
        never.LoadState(state).ShouldBeTrue();
        never.SaveState().ShouldBe(state, "handed on where no window was opened");
        using var again = new EditedPlugin();
        again.Effect.LoadState(never.SaveState()).ShouldBeTrue();
        again.Effect.SaveState().ShouldBe(state);
        (again.Session.Compare.IsB, again.Session.Compare.IsMatched).ShouldBe((true, false));
        again.Everything().Values.ShouldBe(b.Values);
        again.Session.Compare.Switch();
        again.Everything().Values.ShouldBe(a.Values);
        again.Everything().A.ShouldBe(a.A);
    }

    [Fact]
    public void Each_side_knows_its_preset_also_in_a_session_reopened()
    {
        var (one, two) = (Session.Presets.All[2], Session.Presets.All[5]);
        Session.Presets.Load(one).ShouldBeNull();
        Session.Compare.Switch();
        Session.Presets.Load(two).ShouldBeNull();

        using var again = new EditedPlugin();
        again.Effect.LoadState(_plugin.Effect.SaveState()).ShouldBeTrue();
        again.Session.Presets.Current?.Name.ShouldBe(two.Name);
        again.Session.Compare.Switch();
        (again.Session.Presets.Current?.Name, again.Session.Presets.IsModified).ShouldBe((one.Name, false));
        again.Session.Compare.Switch();
        again.Session.Presets.Current?.Name.ShouldBe(two.Name);
    }

    [Fact]
    public void A_state_with_both_sides_of_version_0_1_still_loads()
    {
        _plugin.Effect.LoadState(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "state-compare-0.1.seqs"))).ShouldBeTrue();

        Session.Compare.IsB.ShouldBeTrue();
        (Session.Words.Name(WordPlace.A), Session.Presets.Current?.Name).ShouldBe(("bright", null));
        Math.Round(Session.Amount.Plain).ShouldBe(60);
        Session.Compare.Switch();
        Session.Prompt.Text.ShouldBe("warm, -3 dB at 300");
        (Session.OwnBands[0].On.IsOn(), Math.Round(Session.OwnBands[0].Frequency.Plain)).ShouldBe((true, 300));
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void An_own_band_is_silent_while_its_settings_change()
    {
        var (first, _) = (Session.OwnBands[0], Session.Compare);
        _plugin.Set(first.Frequency, 500);
        _plugin.Set(first.On, 1);
        Session.Compare.Switch();
        _plugin.Set(first.On, 0);
        _plugin.Set(first.Frequency, 2000);
        _plugin.Host.Edits.Clear();
        Session.Compare.Switch();
        _plugin.Host.Edits.Select(edit => edit.Id).ShouldBe([first.Frequency.Id, first.On.Id]);
        _plugin.Host.Edits.Clear();
        Session.Compare.Switch();
        _plugin.Host.Edits.Select(edit => edit.Id).ShouldBe([first.On.Id, first.Frequency.Id]);
    }

    [Theory]
    [InlineData("\"compare\":{}")]
    [InlineData("\"compare\":{\"values\":null}")]
    [InlineData("\"compare\":{\"values\":{\"14\":1e300,\"10\":-5,\"777\":2}}")]
    [InlineData("\"compare\":{\"is_b\":true,\"phrase_a\":{\"text\":\"x\"}}")]
    [InlineData("\"compare\":7")]
    [InlineData("\"compare\":{\"values\":{\"14\":1e999},\"word_a\":\"\",\"preset\":\"\"}")]
    [InlineData("\"compare\":{\"values\":{},\"phrase_a\":{\"text\":\"x\",\"z\":[1,2],\"parts\":[null],\"bands\":[{\"own\":99,\"values\":[]}]}}")]
    [InlineData("\"compare\":{\"values\":{},\"is_b\":\"yes\"}")]
    [InlineData("\"preset\":\"mine:../../etc/passwd\"")]
    public void Odd_sides_are_refused_or_harmless(string json)
    {
        _ = _plugin.Effect.LoadState(StateContainer.Wrap(System.Text.Encoding.UTF8.GetBytes($"{{{json},\"values\":{{}}}}")));
        Session.Compare.Switch();
        Session.Compare.Switch();
        _ = Session.Presets.Current;
        Session.Amount.Plain.ShouldBe(100, 1e-9);
    }

    public void Dispose() => _plugin.Dispose();

    private static Band[] Decoded(string word)
    {
        using var plugin = new EditedPlugin();
        plugin.Session.Prompt.Submit(word);
        plugin.Session.Tick(0);
        return plugin.Session.Playing.Decoded.ToArray();
    }

    private void ShouldStandAs((double[] Values, string? A, string? B) state)
    {
        var now = _plugin.Everything();
        now.Values.ShouldBe(state.Values);
        (now.A, now.B).ShouldBe((state.A, state.B));
    }
}
