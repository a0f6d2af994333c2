using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Tests.Rendering;

public class ParameterSettingsTests
{
    [Fact]
    public void Names_are_found_in_any_case_and_values_read_by_the_plugin()
    {
        using var plugin = InProcess.Create();
        var settings = new ParameterSettings(plugin);
        settings.Set("gAIN = 12 dB");
        settings.Set("md=warm");
        settings.Values.ShouldBe(new Dictionary<uint, double> { [DelayGain.GainId] = 0.75, [DelayGain.ModeId] = 0.5 }, ignoreOrder: true);
        settings.Apply();
        plugin.GetNormalized(DelayGain.GainId).ShouldBe(0.75);
    }

    [Theory]
    [InlineData("Gian=3", "did you mean Gain?")]
    [InlineData("Nonsense name=3", "no parameter \"Nonsense name\"")]
    [InlineData("Gain", "Name=value")]
    [InlineData("Gain=loud", "it goes from -24.0 to 24.0 dB")]
    [InlineData("Gain=400", "goes from -24.0 to 24.0 dB, not to 400")]
    [InlineData("Gain=NaN", "NaN")]
    [InlineData("Mode=wram", "\"wram\" is not a value of Mode: it is one of Off, Warm, Bright")]
    [InlineData("Twin decodes=1", "no parameter")]
    public void What_can_not_be_set_is_explained_in_one_line(string assignment, string complaint)
    {
        using var plugin = InProcess.Create();
        string message = Should.Throw<UserError>(() => new ParameterSettings(plugin).Set(assignment)).Message;
        message.ShouldContain(complaint);
        message.ShouldNotContain("\n");
    }
}
