namespace SemanticEq.Plugin.Tests.Editing;

/// <summary>How often a window works, by a host's timer of 16 ms.</summary>
public class FramePaceTests
{
    private const double Timer = 0.016;
    private readonly FramePace _pace = new();
    private double _seconds;

    [Fact]
    public void It_is_awake_for_a_second_after_each_stir_and_then_looks_fifteen_times_a_second()
    {
        Worked(1.0, isSeen: true).ShouldBeInRange(61, 63);
        Worked(4.0, isSeen: true).ShouldBeInRange(58, 63);
        _pace.Stir(_seconds);
        Worked(1.0, isSeen: true).ShouldBeInRange(61, 63);
        Worked(1.0, isSeen: true).ShouldBeInRange(14, 17);
    }

    [Fact]
    public void Unseen_it_works_twice_a_second_whatever_stirs_and_at_once_when_it_is_seen()
    {
        _pace.Stir(_seconds);
        Worked(4.0, isSeen: false).ShouldBeInRange(7, 9);
        _pace.Stir(_seconds);
        Worked(Timer, isSeen: true).ShouldBe(1);
    }

    [Fact]
    public void What_goes_on_moving_keeps_it_awake_and_a_blink_does_not()
    {
        Worked(10.0, isSeen: true, draws: _ => true).ShouldBeInRange(620, 626);
        Worked(1.5, isSeen: true);
        bool isOn = false;
        Worked(10.0, isSeen: true, draws: Blinks).ShouldBeInRange(140, 165);

        bool Blinks(double seconds)
        {
            bool was = isOn;
            return was != (isOn = (int)(seconds / 0.53) % 2 == 0);
        }
    }

    [Fact]
    public void A_movement_that_begins_by_itself_is_followed_from_its_second_picture_on()
    {
        Worked(3.0, isSeen: true);
        Worked(2.0, isSeen: true, draws: _ => true).ShouldBeGreaterThan(110);
    }

    [Fact]
    public void A_host_that_calls_seldom_is_worked_for_at_every_call()
    {
        int worked = 0;
        for (double seconds = 2.0; seconds < 12.0; seconds += 0.1)
            worked += _pace.Begin(seconds, isSeen: true) ? 1 : 0;
        worked.ShouldBeInRange(99, 101);
    }

    private int Worked(double seconds, bool isSeen, Func<double, bool>? draws = null)
    {
        int worked = 0;
        for (double end = _seconds + seconds - (Timer / 2); _seconds < end; _seconds += Timer)
        {
            if (!_pace.Begin(_seconds, isSeen))
                continue;
            worked++;
            if (isSeen)
                _pace.End(_seconds, draws?.Invoke(_seconds) ?? false);
        }
        return worked;
    }
}
