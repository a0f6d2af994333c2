using System.Globalization;
using SemanticEq.Faults;
using SemanticEq.Faults.Checks;
using SemanticEq.Host.Hosting;

// usage: SemanticEq.Faults fuzz BUNDLE SEED COUNT | show SEED CASE COUNT | checks BUNDLE STUBS WORK
try
{
    return args switch
    {
        ["fuzz", var bundle, var seed, var count] => Fuzz(bundle, Number(seed), Number(count)),
        ["child", var kind, var bundle, var seed, var from, var to, var total, var mark] => FuzzOne(kind, bundle, [Number(seed), Number(from), Number(to), Number(total)], mark),
        ["show", var seed, var number, var total] => Show(States.Damaged(Number(seed), Number(number), Number(total))),
        ["checks", var bundle, var stubs, var work] => Count(CheckList.RunAll(bundle, stubs, work)),
        ["check", var name, var bundle, var beside] => Check(name, bundle, beside),
        _ => throw new FaultException("usage: fuzz BUNDLE SEED COUNT | show SEED CASE COUNT | checks BUNDLE STUBS WORK"),
    };
}
catch (Exception e) when (e is FaultException or SemanticEq.Host.UserError)
{
    Console.WriteLine(e.Message);
    return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Show(byte[] state)
{
    using var output = Console.OpenStandardOutput();
    output.Write(state);
    return 0;
}

static int Fuzz(string bundle, int seed, int count)
{
    int passed = 0, failed = 0;
    foreach (string kind in (string[])["states", "streams"])
    {
        var (well, not) = FuzzParent.Run(kind, bundle, seed, count);
        (passed, failed) = (passed + well, failed + not);
    }
    return Count((passed, failed));
}

static int Check(string name, string bundle, string beside)
{
    CheckList.Run(name, bundle, beside);
    return 0;
}

static int Count((int Passed, int Failed) counts)
{
    Console.WriteLine($"{counts.Passed} passed, {counts.Failed} failed");
    return counts.Failed == 0 ? 0 : 1;
}

static int FuzzOne(string kind, string bundle, int[] n, string mark)
{
    using var library = PluginLibrary.Open(new PluginBundle(bundle));
    return FuzzChild.Run(kind, library, n[0], n[1], n[2], n[3], mark);
}
