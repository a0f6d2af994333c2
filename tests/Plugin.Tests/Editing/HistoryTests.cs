using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>What a window's gestures do to effect and host, and that everything can be taken back.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly EditedPlugin _plugin = new();

    private EditorSession Session => _plugin.Session;

    [Fact]
    public void A_state_that_is_loaded_off_the_windows_thread_is_heard_at_once_and_taken_up_by_the_window_at_its_next_tick()
    {
        _plugin.Session.Open();
        _plugin.Set(_plugin.Session.Amount, 20);
        byte[] state = _plugin.Effect.SaveState();
        _plugin.Set(_plugin.Session.Amount, 80);
        _plugin.History.UndoName.ShouldNotBeNull();
        var elsewhere = new Thread(() => _plugin.Effect.LoadState(state).ShouldBeTrue());
        elsewhere.Start();
        elsewhere.Join();

        _plugin.Plain(ParameterId.Amount).ShouldBe(20, 1e-9);
        _plugin.History.UndoName.ShouldNotBeNull("the window's own thread alone touches its history");
        _plugin.Session.Tick(1);
        _plugin.History.UndoName.ShouldBeNull();
        _plugin.Session.Close();
    }

    [Fact]
    public void A_drag_is_one_step_and_one_gesture()
    {
        var amount = Session.Amount;
        amount.Begin();
        foreach (double plain in new[] { 90.0, 80, 70 })
            amount.Set(amount.ToNormalized(plain));
        amount.End();

        _plugin.Host.Edits.Count.ShouldBe(3);
        _plugin.Plain(ParameterId.Amount).ShouldBe(70, 1e-9);
        Session.History.UndoName.ShouldBe("Amount");
        Session.History.Undo();
        _plugin.Plain(ParameterId.Amount).ShouldBe(100, 1e-9);
        (Session.History.UndoName, Session.History.RedoName).ShouldBe((null, "Amount"));
        _plugin.Host.Edits[^1].ShouldBe((ParameterId.Amount, amount.ToNormalized(100)));
        Session.History.Redo();
        _plugin.Plain(ParameterId.Amount).ShouldBe(70, 1e-9);
    }

    [Fact]
    public void Several_gestures_in_a_group_are_one_step()
    {
        var own = Session.OwnBands[2];
        Session.BeginGroup("Own 3");
        own.Frequency.Begin();
        own.Gain.Begin();
        own.Frequency.Set(0.3);
        own.Gain.Set(0.8);
        own.Frequency.End();
        own.Gain.End();
        Session.EndGroup();

        _plugin.Host.Groups.ShouldBe(1);
        Session.History.UndoName.ShouldBe("Own 3");
        Session.History.Undo();
        (own.Frequency.Value, own.Gain.Value).ShouldBe((own.Frequency.Default, own.Gain.Default));
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void Notches_of_a_wheel_are_one_step_while_they_follow_at_once()
    {
        var gain = Session.OutputGain;
        for (int i = 1; i <= 4; i++)
        {
            gain.SetOnce(gain.ToNormalized(i));
            _plugin.Clock.Wait(0.3);
        }
        _plugin.Clock.Wait(1);
        gain.SetOnce(gain.ToNormalized(6));

        Session.History.Undo();
        gain.Plain.ShouldBe(4, 1e-9);
        Session.History.Undo();
        gain.Plain.ShouldBe(0, 1e-9);
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void Notches_that_lead_back_to_where_they_began_are_no_step()
    {
        _plugin.Set(Session.Amount, 80);
        var gain = Session.OutputGain;
        _plugin.Clock.Wait(5);
        gain.SetOnce(gain.ToNormalized(3));
        gain.SetOnce(gain.Default);
        Session.History.UndoName.ShouldBe("Amount");
    }

    [Fact]
    public void Pressing_a_knob_without_moving_it_is_no_step()
    {
        _plugin.Set(Session.Amount, 80);
        Session.History.Undo();
        Session.OutputGain.Begin();
        Session.OutputGain.End();
        Session.BeginGroup("Node");
        Session.OwnBands[0].Gain.Begin();
        Session.OwnBands[0].Gain.End();
        Session.EndGroup();
        (Session.History.UndoName, Session.History.RedoName).ShouldBe((null, "Amount"));
        _plugin.Host.StateChanges.ShouldBe(0);
    }

    [Fact]
    public void A_value_that_a_host_keeps_in_32_bits_is_no_other_one()
    {
        _plugin.Effect.SetNormalized(ParameterId.OutputGain, (float)Session.OutputGain.ToNormalized(3));
        _plugin.Set(Session.OutputGain, 3);
        _plugin.Effect.SetNormalized(ParameterId.ChannelMode, 0.45);
        Session.ChannelMode.SetOnce(0.5);
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void Undo_leaves_alone_what_its_step_has_not_changed()
    {
        _plugin.Set(Session.Amount, 80);
        Session.Presets.Save("Mine", "").ShouldBeNull();
        // From the host's own view of the parameters: no gesture of the window's.
        _plugin.Effect.Type(ParameterId.WordA, "bright but not harsh").ShouldBeTrue();
        Session.History.Undo();
        (Session.Amount.Plain, Session.Presets.Current?.Name, Session.Prompt.Text).ShouldBe((100, "Mine", "bright but not harsh"));
        Session.History.Redo();
        (Session.Presets.Current?.Name, Session.Prompt.Text).ShouldBe(("Mine", "bright but not harsh"));
    }

    [Fact]
    public void What_a_host_has_only_asked_about_is_not_what_undo_brings_back()
    {
        Session.Prompt.Submit("bright and warm, -3 dB at 300").ShouldBeNull();
        float[] sound = _plugin.Sound();
        Session.Words.Choose(WordPlace.A, Session.Words.All[0].Slot);
        _plugin.Effect.TryParse(ParameterId.WordA, "dark and thin", out _).ShouldBeTrue();
        Session.History.Undo();
        Session.Prompt.Text.ShouldBe("bright and warm, -3 dB at 300");
        _plugin.Sound().ShouldBe(sound);
    }

    [Fact]
    public void Undo_goes_back_to_before_the_gesture_whatever_a_host_has_automated_since()
    {
        Session.Amount.Begin();
        Session.Amount.Set(0.25);
        _plugin.Effect.Values[ParameterTable.IndexOf(ParameterId.Amount)] = 0.7;
        Session.Amount.Set(0.3);
        Session.Amount.End();
        _plugin.Effect.SetNormalized(ParameterId.Amount, 0.9);
        Session.History.Undo();
        Session.Amount.Value.ShouldBe(Session.Amount.Default);
        Session.History.Redo();
        Session.Amount.Value.ShouldBe(0.3);
    }

    [Fact]
    public void Switches_never_run_together()
    {
        Session.AutoGain.SetOnce(1);
        Session.AutoGain.SetOnce(0);
        Session.History.Undo();
        Session.AutoGain.IsOn().ShouldBeTrue();
    }

    [Fact]
    public void What_a_host_automates_is_no_step_and_measuring_neither()
    {
        _plugin.Effect.SetNormalized(ParameterId.Amount, 0.2);
        Session.MeasureLoudness.SetOnce(1);
        Session.Amount.Begin();
        _plugin.Effect.SetNormalized(ParameterId.Macro(3), 0.9);
        Session.Amount.End();
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void A_gesture_that_comes_back_to_where_it_began_is_no_step()
    {
        Session.Amount.Begin();
        Session.Amount.Set(0.1);
        Session.Amount.Set(Session.Amount.Default);
        Session.Amount.End();
        Session.History.UndoName.ShouldBeNull();
    }

    [Fact]
    public void During_a_drag_the_users_value_shows_whatever_an_older_block_has_brought()
    {
        Session.Amount.Begin();
        Session.Amount.Set(0.25);
        _plugin.Effect.Values[ParameterTable.IndexOf(ParameterId.Amount)] = 0.5;
        Session.Amount.Value.ShouldBe(0.25);
        Session.Amount.End();
        Session.Amount.Value.ShouldBe(0.5);
    }

    [Fact]
    public void A_typed_phrase_is_one_step_and_comes_back_with_its_place_and_bands()
    {
        Session.Words.Choose(WordPlace.A, Session.Words.All.First(word => word.Word == "dark").Slot);
        var dark = _plugin.Everything();
        float[] darkSound = _plugin.Sound();
        Session.Prompt.Submit("bright and warm, -3 dB at 300").ShouldBeNull();
        var first = _plugin.Everything();
        float[] firstSound = _plugin.Sound();
        Session.Prompt.Submit("airy but not harsh, +2 dB at 8k").ShouldBeNull();
        var second = _plugin.Everything();
        float[] secondSound = _plugin.Sound();
        second.ShouldNotBe(first);

        Session.History.UndoName.ShouldBe("“airy but not harsh, +2 dB at 8k”");
        Session.History.Undo();
        ShouldStandAs(first, firstSound);
        Session.History.Undo();
        ShouldStandAs(dark, darkSound);
        Session.History.Redo();
        ShouldStandAs(first, firstSound);
        Session.History.Redo();
        ShouldStandAs(second, secondSound);
        Session.Prompt.Text.ShouldBe("airy but not harsh, +2 dB at 8k");
    }

    [Fact]
    public void What_is_not_understood_changes_nothing_and_says_so()
    {
        var before = _plugin.Everything();
        Session.Prompt.Submit("xqzzt")!.ShouldStartWith("Nothing of this is understood");
        _plugin.Everything().Values.ShouldBe(before.Values);
        Session.History.UndoName.ShouldBeNull();
        Session.Prompt.Submit("wrm")!.ShouldContain("“warm”");
    }

    [Fact]
    public void An_empty_line_takes_word_and_bands_away_and_the_phrase_typed_again_brings_them_back()
    {
        Session.Prompt.Submit("warm, -3 dB at 300");
        var typed = _plugin.Everything();
        Session.Prompt.Submit("").ShouldBeNull();
        (Session.Prompt.Text, Session.OwnBands[0].On.IsOn()).ShouldBe(("", false));
        Session.Prompt.Submit("warm, -3 dB at 300").ShouldBeNull();
        Session.OwnBands[0].On.IsOn().ShouldBeTrue();
        Session.History.Undo();
        Session.History.Undo();
        _plugin.Everything().Values.ShouldBe(typed.Values);
    }

    [Fact]
    public void A_hundred_random_edits_are_all_taken_back_and_brought_again()
    {
        var random = new Random(7);
        IControl[] controls = [Session.Amount, Session.OutputGain, .. Session.Macros, .. Session.OwnBands.Select(own => own.Gain), .. Session.Trims.Select(trim => trim.Q)];
        string[] phrases = ["warm", "bright", "warm and airy", "less mud", "cut 4 dB at 1k", ""];
        var states = new List<(double[] Values, string? A, string? B)> { _plugin.Everything() };
        while (states.Count <= 100)
        {
            if (random.Next(4) == 0)
                Session.Prompt.Submit(phrases[random.Next(phrases.Length)]);
            else
                _plugin.Set(controls[random.Next(controls.Length)], 0.37 * states.Count - 15);
            _plugin.Clock.Wait(5);
            if (!_plugin.Everything().Values.SequenceEqual(states[^1].Values))
                states.Add(_plugin.Everything());
        }
        while (Session.History.UndoName is not null)
            Session.History.Undo();
        _plugin.Everything().Values.ShouldBe(states[0].Values);
        while (Session.History.RedoName is not null)
            Session.History.Redo();
        _plugin.Everything().Values.ShouldBe(states[^1].Values);
        _plugin.Everything().A.ShouldBe(states[^1].A);
    }

    [Fact]
    public void The_oldest_of_many_steps_are_forgotten()
    {
        for (int i = 0; i < EditLog.MaxSteps + 50; i++)
            _plugin.Set(Session.Macros[i % 8], (i % 90) + 1);
        int undone = 0;
        for (; Session.History.UndoName is not null; undone++)
            Session.History.Undo();
        undone.ShouldBe(EditLog.MaxSteps);
    }

    [Fact]
    public void A_state_that_the_host_loads_ends_what_can_be_undone()
    {
        byte[] state = _plugin.Effect.SaveState();
        _plugin.Set(Session.Amount, 50);
        Session.OutputGain.Begin();
        Session.OutputGain.Set(0.9);
        _plugin.Effect.LoadState(state).ShouldBeTrue();
        Session.OutputGain.End();
        (Session.History.UndoName, Session.History.RedoName).ShouldBe((null, null));
    }

    [Fact]
    public void A_window_that_goes_in_the_middle_of_a_drag_leaves_no_gesture_open()
    {
        Session.Open();
        Session.BeginGroup("Node");
        Session.Amount.Begin();
        Session.Amount.Begin();
        Session.Amount.Set(0.3);
        Session.Close();
        _plugin.Host.IsAtRest.ShouldBeTrue();
        Session.Amount.End();
        Session.EndGroup();
        Session.History.UndoName.ShouldBe("Node");
    }

    [Fact]
    public void An_undo_that_fails_halfway_leaves_no_gesture_open_and_later_steps_are_kept()
    {
        _plugin.Set(Session.Amount, 80);
        _plugin.Host.Failing = true;
        Should.Throw<InvalidOperationException>(Session.History.Undo);
        _plugin.Host.Failing = false;
        _plugin.Host.IsAtRest.ShouldBeTrue();
        _plugin.Set(Session.Macros[0], 30);
        Session.History.UndoName.ShouldBe("Warm");
        Session.History.Undo();
        Session.Macros[0].Plain.ShouldBe(0, 1e-9);
    }

    public void Dispose() => _plugin.Dispose();

    private void ShouldStandAs((double[] Values, string? A, string? B) state, float[] sound)
    {
        var now = _plugin.Everything();
        // Of a phrase's slot either of two values is the slot.
        now.Values.ShouldBe(state.Values);
        _plugin.Sound().ShouldBe(sound);
    }
}
