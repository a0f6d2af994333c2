using Xunit.Abstractions;
using Xunit.Runners;

namespace SemanticEq.Runner;

/// <summary>Which tests are asked for, and what became of them.</summary>
/// <param name="names">Beginnings of full names, each behind a minus (not these) or a plus (only these).</param>
internal sealed class Report(string[] names)
{
    private readonly string[] _without = [.. names.Where(name => name[0] == '-').Select(name => name[1..])];
    private readonly string[] _only = [.. names.Where(name => name[0] == '+').Select(name => name[1..])];
    private readonly Lock _gate = new();
    private int _passed, _failed, _skipped;

    public bool IsAsked(ITestCase test)
    {
        string name = $"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}";
        return !_without.Any(Begins) && (_only.Length == 0 || _only.Any(Begins));

        bool Begins(string begin) => name.StartsWith(begin, StringComparison.Ordinal);
    }

    /// <summary>Names it on the error stream: the last one named is the one that ended the process.</summary>
    public static void OnStarting(TestStartingInfo test) => Console.Error.WriteLine(test.TestDisplayName);

    public void OnPassed(TestPassedInfo test)
    {
        lock (_gate)
            _passed++;
    }

    public void OnSkipped(TestSkippedInfo test) => Skip(test.TestDisplayName, test.SkipReason);

    public void OnFailed(TestFailedInfo test)
    {
        // Xunit.SkippableFact says it so, and leaves it to the runner to see it.
        if (test.ExceptionType == "Xunit.SkipException")
        {
            Skip(test.TestDisplayName, test.ExceptionMessage);
            return;
        }
        lock (_gate)
        {
            _failed++;
            Console.WriteLine($"  FAIL {test.TestDisplayName}: {test.ExceptionType}: {test.ExceptionMessage}\n{test.ExceptionStackTrace}");
        }
    }

    public void OnError(ErrorMessageInfo error)
    {
        lock (_gate)
        {
            _failed++;
            Console.WriteLine($"  FAIL {error.MesssageType}: {error.ExceptionType}: {error.ExceptionMessage}\n{error.ExceptionStackTrace}");
        }
    }

    /// <summary>Prints the count.</summary>
    /// <returns>The process's status.</returns>
    public int Conclude()
    {
        lock (_gate)
        {
            Console.WriteLine($"{_passed} passed, {_failed} failed{(_skipped > 0 ? $", {_skipped} skipped" : "")}");
            return _failed == 0 && _passed + _skipped > 0 ? 0 : 1;
        }
    }

    private void Skip(string name, string reason)
    {
        lock (_gate)
        {
            _skipped++;
            Console.WriteLine($"  skipped {name}: {reason}");
        }
    }
}
