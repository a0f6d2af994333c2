using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Dsp.Tests;

public class FlushToZeroTests
{
    [SkippableFact]
    public void Denormals_are_zero_within_the_scope_and_numbers_after_it()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64);
        FlushToZero.IsAvailable.ShouldBeTrue();
        double smallest = Smallest();
        double within, nested;
        using (FlushToZero.Enter())
        {
            within = Half(smallest);
            using (FlushToZero.Enter())
                nested = Half(smallest);
            // The inner scope found it set and must leave it so.
            nested += Half(smallest);
        }

        within.ShouldBe(0.0);
        nested.ShouldBe(0.0);
        Half(smallest).ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void Entering_and_leaving_allocates_nothing()
    {
        FlushToZero.Prepare();
        Enter();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Enter();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Enter()
    {
        using var scope = FlushToZero.Enter();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Smallest() => BitConverter.UInt64BitsToDouble(0x0010_0000_0000_0000);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Half(double x) => x * 0.5;
}
