using System.CommandLine;
using System.CommandLine.Invocation;
using SemanticEq.Host.Doctor;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Commands;

/// <summary><c>doctor</c>: what is here and whether it works, to read and to hand on.</summary>
internal static class DoctorCommand
{
    private const int Unwell = 1;

    public static Command Make()
    {
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("doctor", "Tries each part on this machine and says what is found: for you, and for a report of what does not work.") { plugin, json };
        command.SetHandler(context => Run(context, context.ParseResult.GetValueForOption(plugin), context.ParseResult.GetValueForOption(json)));
        return command;
    }

    private static void Run(InvocationContext context, string? named, bool json)
    {
        Finding[] findings = [.. MachineFindings.All(), .. OfPlugin(named)];
        if (json)
            JsonOutput.Write(findings, HostJson.Default.FindingArray);
        else
            Show(findings);
        context.ExitCode = findings.Any(finding => finding.Health == Health.Bad) ? Unwell : 0;
    }

    private static IEnumerable<Finding> OfPlugin(string? named)
    {
        try
        {
            return new PluginFindings(PluginBundle.Find(named)).All();
        }
        catch (UserError e)
        {
            return [new Finding("bundle", Health.Bad, e.Message)];
        }
    }

    private static void Show(Finding[] findings)
    {
        int widest = findings.Max(finding => finding.What.Length);
        foreach (var finding in findings)
            Console.WriteLine($"{Mark(finding.Health)}  {finding.What.PadRight(widest)}  {finding.Text}");
        int bad = findings.Count(finding => finding.Health == Health.Bad);
        Console.WriteLine(bad == 0 ? "Everything that was tried works." : $"{bad} of {findings.Length} do not work. When you report it, hand on all of this: it holds no more than you see.");
    }

    private static string Mark(Health health) => health switch
    {
        Health.Ok => "ok  ",
        Health.Note => "note",
        _ => "BAD ",
    };
}
