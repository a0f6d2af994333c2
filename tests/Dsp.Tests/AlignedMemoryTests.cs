using System.Runtime.CompilerServices;

namespace SemanticEq.Dsp.Tests;

public class AlignedMemoryTests
{
    [Fact]
    public void It_is_aligned_for_any_vector_zero_at_first_and_all_its_own()
    {
        foreach (int length in new[] { 1, 7, 64, 1000 })
        {
            var memory = new AlignedMemory<float>(length);
            unsafe
            {
                ((nint)memory.Pointer % 64).ShouldBe(0);
                ((nint)Unsafe.AsPointer(ref memory.Span[0])).ShouldBe((nint)memory.Pointer);
            }

            memory.Span.Length.ShouldBe(length);
            memory.Span.IndexOfAnyExcept(0.0f).ShouldBe(-1);
        }
    }
}
