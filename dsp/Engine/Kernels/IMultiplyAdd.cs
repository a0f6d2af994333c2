using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>How a product and a sum are rounded.</summary>
internal interface IMultiplyAdd<T>
{
    /// <summary>a b + c.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);
}

/// <summary>Once, as hardware with fused operations does.</summary>
internal readonly struct Fused<T> : IMultiplyAdd<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T MultiplyAdd(T a, T b, T c) => T.FusedMultiplyAdd(a, b, c);
}

/// <summary>Twice, as hardware without does.</summary>
internal readonly struct Plain<T> : IMultiplyAdd<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T MultiplyAdd(T a, T b, T c) => (a * b) + c;
}
