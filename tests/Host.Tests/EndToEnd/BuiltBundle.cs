using System.Diagnostics;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>The bundle that was built, and the command line on it in a process of its own.</summary>
internal static class BuiltBundle
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>From the environment, else out/SemanticEq.vst3 of the repository; a test without it fails.</summary>
    public static string Path { get; } = Find();

    /// <summary>Runs the command line.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>Runs the command line in a folder.</summary>
    public static (int ExitCode, string Output, string Error) RunIn(string folder, params string[] arguments)
    {
        using var process = StartIn(folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        // One that stands still is named with what its threads wait for, before the whole run is ended for it and nobody knows why.
        if (!process.WaitForExit(Patience))
        {
            string threads = Threads(process.Id);
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', arguments)} has not ended within {Patience.TotalMinutes:0} minutes; its threads:\n{threads}");
        }
        process.WaitForExit();
        // The ONNX Runtime's word on wine, which has no graphics card.
        return (process.ExitCode, Lines(output.Result), Lines(error.Result).Replace("Failed to create DXGI factory.\n", "", StringComparison.Ordinal));
    }

    private static string Lines(string told) => told.ReplaceLineEndings("\n");

    // Name, place in the kernel, system call with its arguments: enough to tell a lock from a pipe from a wait for a child.
    private static string Threads(int process) => OperatingSystem.IsWindows() ? "?" : string.Join('\n', Directory.GetDirectories($"/proc/{process}/task").Select(task =>
        string.Join("  ", ((string[])["comm", "wchan", "syscall"]).Select(file => Read(System.IO.Path.Combine(task, file))))));

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }

    /// <summary>Starts the command line.</summary>
    public static Process Start(params string[] arguments) => StartIn(Environment.CurrentDirectory, arguments);

    /// <summary>Sends a signal by its name.</summary>
    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>A copy of the bundle, to be damaged.</summary>
    public static string CopyTo(string bundle)
    {
        foreach (string file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            string copy = System.IO.Path.Combine(bundle, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return bundle;
    }

    /// <summary>Takes the ONNX Runtime out of a copy.</summary>
    public static void RemoveRuntime(string bundle)
    {
        string[] runtimes = [.. Directory.GetFiles(System.IO.Path.GetDirectoryName(new PluginBundle(bundle).Binary)!, "*onnxruntime*")];
        runtimes.ShouldHaveSingleItem();
        File.Delete(runtimes[0]);
    }

    private static Process StartIn(string folder, string[] arguments)
    {
        string[] command = Command();
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else Windows takes it for the letters of its old code page.
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (string argument in command.Skip(1).Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment[PluginBundle.Variable] = System.IO.Path.GetFullPath(Path);
        return Process.Start(start)!;
    }

    private static string[] Command()
    {
        string[] managed = ["dotnet", typeof(PluginBundle).Assembly.Location];
        // What runs in the background may have been told to ignore the interrupt: its tests would then wait for nothing.
        if (!OperatingSystem.IsWindows())
            return ["env", "--default-signal", .. managed];
        // Under wine no .NET is installed: there it is the command line as it is built.
        return Environment.GetEnvironmentVariable("SEMANTIC_EQ_CLI") is { Length: > 0 } built ? [built] : managed;
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(PluginBundle.Variable) is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SemanticEqPlugin.sln")))
                return System.IO.Path.Combine(folder.FullName, "out", "SemanticEq.vst3");
        }
        return "out/SemanticEq.vst3";
    }

    /// <summary>Fails, with what to do, where there is no bundle.</summary>
    public static void Require() => Directory.Exists(Path).ShouldBeTrue(
        $"{Path} is missing: build it with ./build.sh plugin, or name another with {PluginBundle.Variable}");
}
