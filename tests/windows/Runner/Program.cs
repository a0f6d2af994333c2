using System.Reflection;
using System.Runtime.Loader;
using SemanticEq.Runner;
using Xunit.Runners;

// usage: SemanticEq.Runner ASSEMBLY [-NAME | +NAME]...: the tests of an xunit assembly, in this process. Those whose full names begin with what
// follows a minus are left out; where there is a plus, no others run.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: SemanticEq.Runner ASSEMBLY [-NAME | +NAME]...");
    return 2;
}

string tests = Path.GetFullPath(args[0]);
// Tests ask where they lie, for the files beside them.
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(tests) + Path.DirectorySeparatorChar);
// Reflection by compiled calls: an exception that passes through the runtime's own call ends the process under wine 8.
AppContext.SetSwitch("Switch.System.Reflection.ForceEmitInvoke", true);
AssemblyLoadContext.Default.Resolving += Beside;
var report = new Report(args[1..]);
using (var ended = new ManualResetEventSlim())
using (var runner = AssemblyRunner.WithoutAppDomain(tests))
{
    runner.TestCaseFilter = report.IsAsked;
    runner.OnErrorMessage = report.OnError;
    runner.OnTestStarting = Report.OnStarting;
    runner.OnTestPassed = report.OnPassed;
    runner.OnTestFailed = report.OnFailed;
    runner.OnTestSkipped = report.OnSkipped;
    runner.OnExecutionComplete = _ => ended.Set();
    runner.Start(new AssemblyRunnerStartOptions { Parallel = false });
    ended.Wait();
    while (runner.Status != AssemblyRunnerStatus.Idle)
        Thread.Sleep(10);
}
return report.Conclude();

// What the tests stand on lies beside them, not beside this program.
Assembly? Beside(AssemblyLoadContext context, AssemblyName name)
{
    string file = Path.Combine(Path.GetDirectoryName(tests)!, name.Name + ".dll");
    return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
}
