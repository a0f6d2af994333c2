using System.Globalization;
using SemanticEq.Faults;
using SemanticEq.Host.Hosting;

// usage: SemanticEq.Faults fuzz BUNDLE SEED COUNT
try
{
    return args switch
    {
        ["fuzz", var bundle, var seed, var count] => Fuzz(bundle, Number(seed), Number(count)),
        ["child", var kind, var bundle, var seed, var from, var to, var total, var mark] => FuzzOne(kind, bundle, [Number(seed), Number(from), Number(to), Number(total)], mark),
        _ => throw new FaultException("usage: fuzz BUNDLE SEED COUNT"),
    };
}
catch (Exception e) when (e is FaultException or SemanticEq.Host.UserError)
{
    Console.WriteLine(e.Message);
    return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Fuzz(string bundle, int seed, int count)
{
    int passed = 0, failed = 0;
    foreach (string kind in (string[])["states", "streams"])
    {
        var (well, not) = FuzzParent.Run(kind, bundle, seed, count);
        (passed, failed) = (passed + well, failed + not);
    }
    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed == 0 ? 0 : 1;
}

static int FuzzOne(string kind, string bundle, int[] n, string mark)
{
    using var library = PluginLibrary.Open(new PluginBundle(bundle));
    return FuzzChild.Run(kind, library, n[0], n[1], n[2], n[3], mark);
}
