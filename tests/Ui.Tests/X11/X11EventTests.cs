using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.X11;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>Real events, made by xdotool.</summary>
public class X11EventTests(Xvfb server) : IClassFixture<Xvfb>
{
    [SkippableFact]
    public void The_pointer_moves_presses_and_leaves_in_canvas_units()
    {
        server.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, scale: 2);
        window.For(5);
        server.Run("xdotool", "mousemove", "100", "60", "keydown", "shift", "click", "1", "keyup", "shift", "click", "3");
        window.Until(() => client.Of(PointerAction.Released).Count() == 2, "two clicks");
        PointerEvent[] presses = [.. client.Of(PointerAction.Pressed)];
        presses.Select(press => press.Button).ShouldBe([PointerButton.Primary, PointerButton.Secondary]);
        presses.ShouldAllBe(press => press.Position == new Point(50, 30));
        presses.Select(press => press.Modifiers).ShouldBe([Modifiers.Shift, Modifiers.None]);
        client.Of(PointerAction.Moved).Last().Position.ShouldBe(new Point(50, 30));

        server.Run("xdotool", "mousemove", "800", "700");
        window.Until(() => client.Pointers.LastOrDefault().Action == PointerAction.Left, "the pointer leaving");
    }

    [SkippableFact]
    public void A_second_click_at_once_is_a_double_click_and_a_third_is_not()
    {
        server.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client);
        window.For(5);
        server.Run("xdotool", "mousemove", "50", "50", "click", "--repeat", "3", "--delay", "40", "1");
        window.Until(() => client.Of(PointerAction.Released).Count() == 3, "three clicks");
        client.Of(PointerAction.Pressed).Select(press => press.Clicks).ShouldBe([1, 2, 1]);
        client.Pointers.Clear();
        server.Run("xdotool", "mousemove", "50", "50", "sleep", "0.5", "click", "1", "mousemove", "70", "50", "click", "1");
        window.Until(() => client.Of(PointerAction.Released).Count() == 2, "two clicks apart");
        client.Of(PointerAction.Pressed).Select(press => press.Clicks).ShouldBe([1, 1]);
    }

    [SkippableFact]
    public void The_wheel_turns_by_notches_away_from_the_user_upwards()
    {
        server.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client);
        window.For(5);
        server.Run("xdotool", "mousemove", "50", "50", "keydown", "ctrl", "click", "4", "keyup", "ctrl", "click", "5", "click", "6");
        window.Until(() => client.Of(PointerAction.Wheel).Count() == 2, "the wheel");
        window.For(5);
        client.Of(PointerAction.Wheel).Select(wheel => wheel.WheelSteps).ShouldBe([1, -1]);
        client.Of(PointerAction.Wheel).First().Modifiers.ShouldBe(Modifiers.Control);
        client.Of(PointerAction.Pressed).ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_drag_goes_on_outside_the_window_and_only_then_the_pointer_leaves()
    {
        server.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client);
        window.For(5);
        server.Run("xdotool", "mousemove", "150", "50", "mousedown", "1", "mousemove", "400", "300");
        window.Until(() => client.Pointers.LastOrDefault().Position == new Point(400, 300), "the drag");
        client.Of(PointerAction.Left).ShouldBeEmpty();
        server.Run("xdotool", "mouseup", "1");
        window.Until(() => client.Of(PointerAction.Left).Any(), "the pointer leaving");
        client.Of(PointerAction.Released).Count().ShouldBe(1);
    }

    [SkippableFact]
    public void Of_many_motions_only_the_newest_is_told()
    {
        server.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client);
        window.For(5);
        server.Run("xdotool", [.. Enumerable.Range(10, 80).SelectMany(x => new[] { "mousemove", $"{x}", "40" })]);
        client.Pointers.Clear();
        window.HandleEvents();
        client.Of(PointerAction.Moved).Count().ShouldBeLessThan(4);
        window.Until(() => client.Pointers.LastOrDefault().Position == new Point(89, 40), "the last place");
    }

    [SkippableFact]
    public void Without_the_keyboard_keys_go_to_the_host_even_with_the_pointer_over_the_editor()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, host.Window);
        window.For(5);
        host.Focus();
        server.Run("xdotool", "mousemove", "50", "50", "click", "1", "key", "space");
        window.For(20);
        host.Settle();
        client.Keys.ShouldBeEmpty();
        host.PressedKeys.Count.ShouldBe(1);
        host.HasFocus.ShouldBeTrue();
    }

    [SkippableFact]
    public void The_keyboard_is_taken_only_when_wanted_and_given_back_to_who_had_it()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, host.Window);
        window.For(5);
        host.Focus();
        window.TakeKeyboardFor(client);
        host.FocusedWindow().ShouldBe(window.Handle);
        server.Run("xdotool", "type", "--delay", "5", "Warm 4k-");
        window.Until(() => client.Typed.EndsWith('-'), "typing");
        client.Typed.ShouldBe("Warm 4k-");
        window.TakeKeyboard(false);
        window.Until(() => client.Keyboard.Count == 2, "giving back");
        client.Keyboard.ShouldBe([true, false]);
        host.HasFocus.ShouldBeTrue();

        // Given back and taken again at once, as when the focus goes from one text field to another.
        client.Keyboard.Clear();
        window.TakeKeyboardFor(client);
        window.TakeKeyboard(false);
        window.TakeKeyboard(true);
        window.For(10);
        server.Run("xdotool", "type", "9");
        window.Until(() => client.Typed.EndsWith('9'), "typing");
        client.Keyboard.ShouldBe([true]);
        window.TakeKeyboard(false);
        window.For(10);
        host.HasFocus.ShouldBeTrue();

        // Taken and given back before the server has answered once.
        window.TakeKeyboard(true);
        window.TakeKeyboard(false);
        window.For(20);
        host.HasFocus.ShouldBeTrue();
    }

    [SkippableFact]
    public void Keys_with_a_meaning_and_shortcuts_are_told_as_such()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, host.Window);
        window.TakeKeyboardFor(client);
        server.Run("xdotool", "key", "Tab", "shift+Tab", "Return", "KP_Enter", "Escape", "BackSpace", "Delete", "Left", "Right", "Up",
            "Down", "Home", "End", "Prior", "Next", "ctrl+z", "ctrl+shift+z", "KP_5");
        window.Until(() => client.Typed.EndsWith('5'), "the keys");
        KeyEvent[] pressed = [.. client.Keys.Where(key => key.IsDown && (key.Key != Key.Character || key.Character.Value != 0))];
        pressed.Select(key => key.Key).Take(15).ShouldBe(
            [Key.Tab, Key.Tab, Key.Return, Key.Return, Key.Escape, Key.Backspace, Key.Delete, Key.Left, Key.Right, Key.Up, Key.Down,
                Key.Home, Key.End, Key.PageUp, Key.PageDown]);
        pressed[1].Modifiers.ShouldBe(Modifiers.Shift);
        pressed[15].ShouldBe(new KeyEvent(Key.Character, new Rune('z'), Modifiers.Control));
        pressed[16].ShouldBe(new KeyEvent(Key.Character, new Rune('Z'), Modifiers.Control | Modifiers.Shift));
        client.Keys.Count(key => !key.IsDown).ShouldBeGreaterThan(15);
    }

    [SkippableFact]
    public void Other_layouts_dead_accents_and_their_change_while_open_are_followed()
    {
        using var own = new Xvfb();
        own.SkipIfMissing();
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(own, client);
        window.For(5);
        window.TakeKeyboardFor(client);
        own.Run("setxkbmap", "de");
        window.For(20);
        own.Run("xdotool", "key", "udiaeresis", "EuroSign", "dead_acute", "e", "dead_acute", "space", "dead_grave", "a");
        window.Until(() => client.Typed.EndsWith('à'), "accents");
        client.Typed.ShouldBe("ü€é'à");

        client.Keys.Clear();
        own.Run("setxkbmap", "-layout", "ru,us");
        window.For(20);
        // The key of Z, by its number.
        own.Run("xdotool", "key", "Cyrillic_zhe", "ctrl+52");
        window.Until(() => client.Keys.Any(key => key.Character == new Rune('z')), "the shortcut");
        client.Typed.ShouldBe("жz");
    }

    [SkippableFact]
    public void The_core_protocols_keymap_agrees_with_xkbcommons()
    {
        server.SkipIfMissing();
        using X11Connection connection = X11Connection.Open(server.Display, out _).ShouldNotBeNull();
        using CoreKeymap core = CoreKeymap.Create(connection);
        using XkbKeymap xkb = XkbKeymap.TryCreate(connection).ShouldNotBeNull("libxkbcommon-x11 is here");
        const int firstLetterRow = 10, lastLetterRow = 61;
        for (byte key = firstLetterRow; key <= lastLetterRow; key++)
        {
            foreach (ushort state in new ushort[] { 0, 1, 2, 3 })
                core.KeysymOf(key, state).ShouldBe(xkb.KeysymOf(key, state), $"key {key}, state {state}");
            core.LatinOf(key).ShouldBe(xkb.LatinOf(key), $"key {key}");
        }
    }

    [SkippableFact]
    public void A_key_that_the_editor_does_not_use_goes_to_the_host()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        var client = new RecordingClient { Using = key => key.Character.Value == 'a' };
        using X11Window window = OpenWindow.On(server, client, host.Window);
        window.TakeKeyboardFor(client);
        server.Run("xdotool", "key", "a", "space");
        window.Until(() => client.Keys.Count(key => !key.IsDown) == 2, "two keys");
        host.Settle();
        host.PressedKeys.Count.ShouldBe(1);
    }

    [SkippableFact]
    public void When_another_window_takes_the_keyboard_it_is_left_there()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        using var other = new TestHost(server);
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, host.Window);
        host.Focus();
        window.TakeKeyboardFor(client);
        other.Focus();
        window.Until(() => client.Keyboard.Count == 2, "losing it");
        window.TakeKeyboard(false);
        window.For(10);
        other.HasFocus.ShouldBeTrue();
    }

    [SkippableFact]
    public void A_host_that_sizes_the_window_itself_is_followed()
    {
        server.SkipIfMissing();
        using var host = new TestHost(server);
        var client = new RecordingClient();
        using X11Window window = OpenWindow.On(server, client, host.Window, scale: 2);
        window.For(5);
        host.ResizeChild(window.Handle, 500, 300);
        window.Until(() => client.Sizes.Count == 1, "the size");
        client.Sizes.ShouldBe([new Size(250, 150)]);
        window.Size.ShouldBe(new Size(250, 150));
        // Its own later wish counts, whatever comes in from before.
        window.Resize(new Size(100, 80), 2);
        host.ResizeChild(window.Handle, 200, 160);
        window.For(10);
        window.Size.ShouldBe(new Size(100, 80));
    }

    [SkippableFact]
    public void Cursors_change_without_a_fault()
    {
        server.SkipIfMissing();
        using X11Window window = OpenWindow.On(server, new RecordingClient());
        foreach (CursorShape shape in Enum.GetValues<CursorShape>())
            window.SetCursor(shape);
        window.For(10);
        window.IsLost.ShouldBeFalse();
    }

    [SkippableFact]
    public void Copied_text_can_be_pasted_here_and_elsewhere()
    {
        server.SkipIfMissing();
        var giver = new RecordingClient();
        var taker = new RecordingClient();
        using X11Window from = OpenWindow.On(server, giver);
        using X11Window to = OpenWindow.On(server, taker);
        string text = "warm, not muddy: −3 dB " + new string('é', 20_000);
        to.RequestPaste();
        to.For(10);
        taker.Texts.ShouldBeEmpty("nobody has copied anything");
        from.Copy(text);
        from.For(5);
        to.RequestPaste();
        to.Until(() => { from.HandleEvents(); return taker.Texts.Count == 1; }, "the text");
        taker.Texts.ShouldBe([text]);
        from.RequestPaste();
        from.Until(() => giver.Texts.Count == 1, "its own text");
        to.Copy("dark");
        to.For(5);
        from.RequestPaste();
        from.Until(() => { to.HandleEvents(); return giver.Texts.Count == 2; }, "the newer text");
        giver.Texts[^1].ShouldBe("dark");
    }

}
