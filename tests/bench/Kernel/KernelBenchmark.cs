using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Kernel;

/// <summary>The engine's innermost loops beside the same in C++: eight bands of two channels.</summary>
internal sealed class KernelBenchmark : IBenchmark
{
    private const string Section = "engine";

    private readonly KernelSubject<float> _glide = new("kernel", KernelForms.Glide, KernelForms.GlideScalar);
    private readonly KernelSubject<float> _glideCpp = new("kernel, C++", KernelForms.GlideInCpp, KernelForms.GlideScalar);
    private readonly KernelSubject<float> _still = new("kernel still", KernelForms.Still, KernelForms.StillScalar);
    private readonly KernelSubject<float> _stillCpp = new("kernel still, C++", KernelForms.StillInCpp, KernelForms.StillScalar);
    private readonly KernelSubject<double> _glide64 = new("kernel double", KernelForms.Glide, KernelForms.GlideScalar);
    private readonly KernelSubject<double> _glide64Cpp = new("kernel double, C++", KernelForms.GlideInCpp, KernelForms.GlideScalar);
    private readonly KernelSubject<double> _still64 = new("kernel double still", KernelForms.Still, KernelForms.StillScalar);
    private readonly KernelSubject<double> _still64Cpp = new("kernel double still, C++", KernelForms.StillInCpp, KernelForms.StillScalar);

    /// <summary>Every coefficient moves at every sample.</summary>
    public Subject Ramped => _glide;

    public IReadOnlyList<Subject> Subjects => [_glide, _glideCpp, _still, _stillCpp, _glide64, _glide64Cpp, _still64, _still64Cpp];

    public IEnumerable<Measurement> Measure(Timings timings) =>
    [
        new(Section, "kernel_ns_per_frame", "kernel, coefficients ramped every sample, float", "ns/frame", timings.Nanoseconds(_glide)),
        new(Section, "ratio_to_cpp", "kernel ramped, float / the same in C++", "x", timings.Ratio(_glide, _glideCpp)),
        new(Section, "kernel_still_ns_per_frame", "kernel at rest, float", "ns/frame", timings.Nanoseconds(_still)),
        new(Section, "ratio_to_cpp_still", "kernel at rest, float / the same in C++", "x", timings.Ratio(_still, _stillCpp)),
        new(Section, "ratio_to_cpp_double", "kernel ramped, double / the same in C++", "x", timings.Ratio(_glide64, _glide64Cpp)),
        new(Section, "ratio_to_cpp_double_still", "kernel at rest, double / the same in C++", "x", timings.Ratio(_still64, _still64Cpp)),
        new(Section, "double_over_float", "kernel ramped, double / float", "x", timings.Ratio(_glide64, _glide)),
        new(Section, "double_over_float_still", "kernel at rest, double / float", "x", timings.Ratio(_still64, _still)),
    ];
}
