using System.Diagnostics;
using SemanticEq.Tests;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>What the command line must never do to its user's files, and how it ends when it waits for something.</summary>
public class FileSafetyTests
{
    public FileSafetyTests() => BuiltBundle.Require();

    public static TheoryData<string, string[]> Refusals => new()
    {
        { "is the input and the output at once", ["render", "in.wav", "in.wav"] },
        { "is the input and the output at once", ["render", "in.wav", "link.wav"] },
        { "is the input and the output at once", ["render", "link.wav", "in.wav"] },
        { "is the input and the output at once", ["render", "in.wav", "hard.wav"] },
        { "is the input and the output at once", ["render", "in.wav", "same/in.wav"] },
        { "is the automation and the output at once", ["render", "in.wav", "a.csv", "--automate", "a.csv"] },
        { "is the output and the picture at once", ["render", "in.wav", "new.png", "--picture", "same/new.png"] },
        { "is the input and the picture at once", ["render", "in.png", "out.wav", "--picture", "in.png"] },
        { "OUT: pipe is a pipe or a device", ["render", "in.wav", "pipe"] },
        { "--picture: pipe.png is a pipe or a device", ["render", "in.wav", "out.wav", "--picture", "pipe.png"] },
        { "pipe is a pipe or a device", ["render", "pipe", "out.wav"] },
        { "round.wav can't be read", ["render", "round.wav", "out.wav"] },
        { "OUT: round.wav can't be written", ["render", "in.wav", "round.wav"] },
        { "OUT is empty", ["render", "in.wav", ""] },
        { "IN is empty", ["render", "", "out.wav"] },
        { "OUT: same is a folder", ["render", "in.wav", "same"] },
        { "--picture: same is a folder", ["render", "in.wav", "out.wav", "--picture", "same"] },
    };

    [PosixTheory]
    [MemberData(nameof(Refusals))]
    public void Files_that_would_be_lost_are_refused_in_one_line_and_stay(string complaint, string[] arguments)
    {
        using var folder = new Folder();
        folder.Noise("in.wav", 1, 480);
        File.Copy(folder["in.wav"], folder["in.png"]);
        folder.Text("a.csv", "seconds,parameter,value\n0,Amount,50\n");
        File.CreateSymbolicLink(folder["link.wav"], "in.wav");
        File.CreateSymbolicLink(folder["round.wav"], "round.wav");
        File.CreateSymbolicLink(folder["same"], folder.Path);
        using (var ln = Process.Start("ln", [folder["in.wav"], folder["hard.wav"]]))
            ln.WaitForExit();
        _ = (folder.Pipe("pipe"), folder.Pipe("pipe.png"));
        string[] entries = [.. Directory.GetFileSystemEntries(folder.Path).Order()];
        byte[] input = File.ReadAllBytes(folder["in.wav"]), automation = File.ReadAllBytes(folder["a.csv"]);

        var (code, output, error) = BuiltBundle.RunIn(folder.Path, arguments);
        code.ShouldBe(2, error);
        error.ShouldContain(complaint);
        error.TrimEnd().ShouldNotContain("\n");
        output.ShouldBeEmpty();
        Directory.GetFileSystemEntries(folder.Path).Order().ShouldBe(entries);
        File.ReadAllBytes(folder["in.wav"]).ShouldBe(input);
        File.ReadAllBytes(folder["a.csv"]).ShouldBe(automation);
        (FileTarget.IsSpecial(folder["pipe"]) && FileTarget.IsSpecial(folder["pipe.png"])).ShouldBeTrue();
    }

    [PosixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_second_signal_ends_it_at_once_though_it_waits_for_something(string signal)
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 480);
        // Nobody ever writes to this pipe: opening it does not return.
        using var process = BuiltBundle.Start("render", path, folder["out.wav"], "--automate", folder.Pipe("a.csv"));
        WaitUntilBlocked(process);
        BuiltBundle.Signal(process, signal);
        process.WaitForExit(500).ShouldBeFalse("it waits");
        BuiltBundle.Signal(process, signal);
        process.WaitForExit(5000).ShouldBeTrue();
        process.ExitCode.ShouldBe(signal == "INT" ? 130 : 143);
    }

    [Fact]
    public void A_library_that_is_cut_short_is_told_instead_of_ending_the_process()
    {
        using var folder = new Folder();
        var (path, _) = folder.Noise("in.wav", 1, 480);
        string bundle = BuiltBundle.CopyTo(folder["SemanticEq.vst3"]);
        string binary = new SemanticEq.Host.Hosting.PluginBundle(bundle).Binary;
        using (var file = File.OpenWrite(binary))
            file.SetLength(file.Length * 3 / 4);
        var (code, _, error) = BuiltBundle.Run("render", path, folder["out.wav"], "--word", "warm", "--plugin", bundle);
        code.ShouldBe(2, error);
        error.ShouldContain(OperatingSystem.IsWindows() ? "can't be loaded" : "is damaged");
        error.TrimEnd().ShouldNotContain("\n");
        File.Exists(folder["out.wav"]).ShouldBeFalse();
    }

    // Until its main thread sleeps where a pipe's other end is waited for (proc(5), wchan), or a while where that is not told.
    private static void WaitUntilBlocked(Process process)
    {
        for (int waited = 0; waited < 5000; waited += 100)
        {
            Thread.Sleep(100);
            if (File.ReadAllText($"/proc/{process.Id}/wchan").Contains("wait_for_partner", StringComparison.Ordinal))
                return;
        }
    }
}
