using SemanticEq.Inference.Onnx;

namespace SemanticEq.Inference.Tests;

/// <summary>What is said of Microsoft's C++ runtime, by what is found of it; tests/windows-libraries tries it for real.</summary>
public class VisualCppRuntimeTests
{
    private static readonly Version Today = new(14, 44, 35211);

    [Fact]
    public void With_all_of_it_there_is_no_problem() => VisualCppRuntime.Problem(_ => new(true, Today)).ShouldBeNull();

    [Fact]
    public void What_is_missing_is_named_and_nothing_else()
    {
        string problem = VisualCppRuntime.Problem(name => new(!name.StartsWith("VC", StringComparison.Ordinal), Today)).ShouldNotBeNull();
        problem.ShouldContain("VCRUNTIME140.dll, VCRUNTIME140_1.dll");
        problem.ShouldNotContain("MSVCP140");
    }

    [Theory]
    [InlineData("14.0.24215", false)]
    [InlineData("14.39.33523", false)]
    [InlineData("14.40.33810", true)]
    [InlineData("15.0.0", true)]
    public void One_whose_mutexes_would_end_the_process_is_refused(string version, bool fits)
    {
        string? problem = VisualCppRuntime.Problem(name => new(true, name == "MSVCP140.dll" ? Version.Parse(version) : Today));
        (problem is null).ShouldBe(fits);
        problem?.ShouldContain(version);
    }

    [Fact]
    public void One_without_a_version_is_not_Microsofts_and_is_taken() => VisualCppRuntime.Problem(_ => new(true, null)).ShouldBeNull();

    [Fact]
    public void What_the_user_can_do_goes_with_the_twins_status()
    {
        DecoderStatus.Without(new OnnxException("why", VisualCppRuntime.Remedy)).ShouldBe(new DecoderStatus("C# twin", "why", Remedy: VisualCppRuntime.Remedy));
        DecoderStatus.Without(new IOException("why")).Remedy.ShouldBeNull();
        VisualCppRuntime.Remedy.ShouldContain("https://aka.ms/vs/17/release/vc_redist.x64.exe");
    }

    [Fact]
    public void Elsewhere_than_on_Windows_it_is_not_asked_for()
    {
        if (!OperatingSystem.IsWindows())
            Should.NotThrow(VisualCppRuntime.Require);
    }
}
