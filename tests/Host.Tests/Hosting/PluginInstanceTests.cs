using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.Hosting;

public class PluginInstanceTests
{
    [Fact]
    public void Parameters_text_and_units_come_from_the_plugin()
    {
        using var plugin = InProcess.Create();
        plugin.Parameters.Select(p => p.Title).ShouldBe(["Gain", "Mode", "Twin decodes"]);
        plugin.Parameters[0].ShouldBe(new HostedParameter(1, "Gain", "Gn", "dB", 0, 0.5, ParameterFlags.CanAutomate));
        plugin.TryParse(DelayGain.GainId, "12 dB", out double normalized).ShouldBeTrue();
        normalized.ShouldBe(0.75);
        plugin.Format(DelayGain.GainId, 0.75).ShouldBe("12.0");
        plugin.ToPlain(DelayGain.GainId, 0.75).ShouldBe(12);
        plugin.TryParse(DelayGain.GainId, "loud", out _).ShouldBeFalse();
        plugin.Format(55, 0.5).ShouldBe("");
    }

    [Fact]
    public void A_block_goes_through_in_both_sample_formats_with_its_changes_and_reports()
    {
        foreach (bool isDouble in new[] { false, true })
        {
            using var plugin = InProcess.Create();
            var setup = new ProcessSetup(ProcessMode.Offline, isDouble, 64, 48000);
            plugin.SetChannels(1).ShouldBeTrue();
            plugin.Setup(setup);
            plugin.SetActive(true);
            using var block = new AudioBlock(plugin, 1, setup);
            block.Begin(64);
            if (isDouble)
                block.Double(BusDirection.Input, 0).Fill(1);
            else
                block.Float(BusDirection.Input, 0).Fill(1);
            block.Changes.For(DelayGain.GainId).Add(0, 1.0);
            plugin.Process(block).ShouldBeTrue();
            double expected = DelayGain.Factor(1.0);
            for (int i = 0; i < 64; i++)
                (isDouble ? block.Double(BusDirection.Output, 0)[i] : block.Float(BusDirection.Output, 0)[i]).ShouldBe(expected, 1e-5);
            block.Reports.Count.ShouldBe(1);
            block.Reports[0][0].ShouldBe((0, 0.001));
            Should.Throw<ArgumentOutOfRangeException>(() => block.Begin(65));
        }
    }

    [Fact]
    public void State_goes_out_and_in_again()
    {
        using var plugin = InProcess.Create();
        DelayGain.State = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
        byte[] saved = plugin.SaveState();
        saved.ShouldBe(DelayGain.State);
        DelayGain.State = [];
        plugin.LoadState(saved).ShouldBeTrue();
        DelayGain.State.ShouldBe(saved);
        plugin.LoadState("bad"u8).ShouldBeFalse();
    }

    [Fact]
    public void What_a_plugin_refuses_is_said()
    {
        using var plugin = InProcess.Create();
        Should.Throw<UserError>(() => plugin.Setup(new ProcessSetup(ProcessMode.Offline, false, 64, 2e6))).Message.ShouldContain("2000000 Hz");
        Should.Throw<UserError>(() => plugin.SetActive(true)).Message.ShouldContain("refuses");
        plugin.SetChannels(0).ShouldBeFalse();
    }

    [SkippableFact]
    public void The_bundle_that_came_with_the_program_goes_before_the_users_and_the_systems()
    {
        Skip.If(OperatingSystem.IsWindows(), "these places are Linux's");
        PluginBundle.Places("/opt/eq/bin", "/home/ann").ShouldBe([
            "/opt/eq/SemanticEq.vst3", "/opt/eq/lib/vst3/SemanticEq.vst3", "/home/ann/.vst3/SemanticEq.vst3",
            "/usr/local/lib/vst3/SemanticEq.vst3", "/usr/lib/vst3/SemanticEq.vst3",
        ]);
        PluginBundle.Places("/usr/bin", "/home/ann").Count(place => place.StartsWith("/usr/lib/")).ShouldBe(1);
    }

    [Fact]
    public void Bundles_that_are_none_are_explained()
    {
        using var folder = new Folder();
        Should.Throw<UserError>(() => PluginBundle.Find(folder["none.vst3"])).Message.ShouldContain("none.vst3");
        Directory.CreateDirectory(folder["X.vst3"]);
        var bundle = PluginBundle.Find(folder["X.vst3"]);
        Should.Throw<UserError>(() => PluginLibrary.Open(bundle)).Message.ShouldContain("missing");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(bundle.Binary)!);
        File.WriteAllText(bundle.Binary, "not a library");
        Should.Throw<UserError>(() => PluginLibrary.Open(bundle)).Message.ShouldNotContain("\n");
        string libc = OperatingSystem.IsWindows() ? @"C:\Windows\System32\kernel32.dll" : "/lib/x86_64-linux-gnu/libm.so.6";
        File.Copy(libc, bundle.Binary, overwrite: true);
        Should.Throw<UserError>(() => PluginLibrary.Open(bundle)).Message.ShouldContain("no VST3 module");
    }
}
