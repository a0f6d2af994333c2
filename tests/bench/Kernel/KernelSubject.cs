using System.Numerics;
using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Kernel;

/// <summary>One form of the kernel over eight bands of two channels; it must put out what the scalar twin does.</summary>
/// <param name="name">As in the table.</param>
/// <param name="form">What is timed.</param>
/// <param name="twin">The scalar form of the same.</param>
internal sealed class KernelSubject<T>(string name, KernelSubject<T>.Form form, KernelSubject<T>.Form twin) : Subject(name, KernelBank<T>.Frames)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly KernelBank<T> _bank = new();

    /// <summary>Filters all frames of a bank.</summary>
    public delegate void Form(KernelBank<T> bank);

    public override void Prepare() => _bank.Restart();

    public override void Run() => form(_bank);

    public override void Check()
    {
        var result = _bank.Result;
        using var other = new KernelBank<T>();
        twin(other);
        var expected = other.Result;
        for (int i = 0; i < result.Length; i++)
        {
            if (result[i] != expected[i])
                throw new InvalidOperationException($"{Name}: sample {i} is {result[i]}, by the scalar twin {expected[i]}");
        }
    }

    public override void Dispose() => _bank.Dispose();
}
