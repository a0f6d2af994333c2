using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>The audio thread plays while the main thread asks, sets, saves and loads (VST 3 documentation, "Processing" and "Threading").</summary>
public sealed unsafe class ThreadConformance : IDisposable
{
    private readonly RawPlugin _plugin = new();

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void One_thread_plays_automation_at_random_and_the_other_does_all_that_hosts_do()
    {
        int rounds = Full.IsAsked ? 4000 : 400;
        uint[] ids = [.. _plugin.Parameters.Where(parameter => !((ParameterFlags)parameter.Flags).HasFlag(ParameterFlags.IsReadOnly)).Select(parameter => parameter.Id)];
        _plugin.Setup(maxBlock: 1024).ShouldBe(Result.Ok);
        _plugin.Activate(true);
        string? offence = null;
        int played = 0;
        var audio = new Thread(() => offence = Play(ids, rounds, ref played));
        audio.Start();
        var random = new Random(2);
        byte[] state = _plugin.Save();
        int asked = 0;
        while (audio.IsAlive)
        {
            uint id = ids[random.Next(ids.Length)];
            _ = _plugin.ControllerTable->SetParamNormalized(_plugin.Controller, id, random.NextDouble());
            _ = _plugin.Text(id, random.NextDouble());
            _ = _plugin.ProcessorTable->GetTailSamples(_plugin.Processor);
            if (asked++ % 50 == 0)
                _plugin.Load(state).ShouldBe(Result.Ok);
            if (asked % 50 == 25)
                state = _plugin.Save();
            if (asked % 100 == 60)
                Ask();
        }
        audio.Join();
        offence.ShouldBeNull();
        played.ShouldBe(rounds);
        asked.ShouldBeGreaterThan(20);
        _plugin.Load(_plugin.Save()).ShouldBe(Result.Ok);
    }

    [Fact]
    public void A_view_can_be_made_asked_and_let_go_of_before_while_and_after_it_plays()
    {
        foreach (bool isPlaying in new[] { false, true, false })
        {
            _plugin.Setup().ShouldBe(Result.Ok);
            _plugin.Activate(isPlaying);
            for (int round = 0; round < 10; round++)
                Ask();
            if (isPlaying)
                _plugin.Activate(false);
        }
        fixed (byte* other = "inspector\0"u8)
            ((nint)_plugin.ControllerTable->CreateView(_plugin.Controller, other)).ShouldBe(0);
        ((nint)_plugin.ControllerTable->CreateView(_plugin.Controller, null)).ShouldBe(0);
    }

    // Made, asked for its size and what it can do, and let go of: without a window, as scanners do.
    private void Ask()
    {
        void* view;
        fixed (byte* name = "editor\0"u8)
            view = _plugin.ControllerTable->CreateView(_plugin.Controller, name);
        ((nint)view).ShouldNotBe(0);
        var table = *(Vst3.Abi.Interfaces.PlugViewVtbl**)view;
        ViewRect size;
        table->GetSize(view, &size).ShouldBe(Result.Ok);
        (size.Right - size.Left).ShouldBeInRange(200, 4000);
        (size.Bottom - size.Top).ShouldBeInRange(100, 3000);
        size.Right = size.Left + 1;
        table->CheckSizeConstraint(view, &size).ShouldBe(Result.Ok);
        (size.Right - size.Left).ShouldBeGreaterThan(100, "held to what can be read");
        fixed (byte* unknown = "NoSuchWindow\0"u8)
            table->IsPlatformTypeSupported(view, unknown).ShouldBe(Result.False);
        _ = FUnknownRelease(view);
    }

    private static uint FUnknownRelease(void* view) => Vst3.Abi.Interfaces.FUnknown.Table(view)->Release(view);

    // Half of all blocks bring up to 20 parameters, each with up to 8 points; lengths change from block to block.
    private string? Play(uint[] ids, int rounds, ref int played)
    {
        var random = new Random(1);
        for (int round = 0; round < rounds; round++)
        {
            int samples = 1 + random.Next(1024);
            using var block = new RawBlock(samples);
            block.Noise(random);
            for (int change = random.Next(2) * random.Next(20); change > 0; change--)
            {
                var queue = block.Changes.For(ids[random.Next(ids.Length)]);
                for (int point = random.Next(8); point >= 0; point--)
                    _ = queue.Add(random.Next(samples), random.NextDouble());
            }
            if (block.Play(_plugin) != Result.Ok)
                return $"block {round} was refused";
            for (int channel = 0; channel < 2; channel++)
            {
                if (!block.Samples(ref block.Output, channel).All(sample => double.IsFinite(sample) && Math.Abs(sample) < 1e6))
                    return $"block {round} is not finite";
            }
            played++;
        }
        return null;
    }
}
