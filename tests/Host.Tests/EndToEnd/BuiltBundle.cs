using System.Diagnostics;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>The bundle that was built, and the command line on it in a process of its own.</summary>
internal static class BuiltBundle
{
    /// <summary>From the environment, else out/SemanticEq.vst3 of the repository; a test without it fails.</summary>
    public static string Path { get; } = Find();

    /// <summary>Runs the command line.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Starts the command line.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(PluginBundle).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment[PluginBundle.Variable] = Path;
        return Process.Start(start)!;
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
