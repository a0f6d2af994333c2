namespace SemanticEq.Dsp;

/// <summary>The kernels of one precision; see <see cref="Kernels"/>, <see cref="InterleavedFrames"/>, <see cref="MidSide"/>.</summary>
internal static unsafe class Kernel<T> where T : unmanaged
{
    /// <summary>Filters with coefficients at rest.</summary>
    public static void Still(T* coefficients, T* states, T* io, int frames, int firstBand, int bandCount)
    {
        if (typeof(T) == typeof(float))
            Kernels.Still((float*)coefficients, (float*)states, (float*)io, frames, firstBand, bandCount);
        else
            Kernels.Still((double*)coefficients, (double*)states, (double*)io, frames, firstBand, bandCount);
    }

    /// <summary>Filters with coefficients that run along a segment's pieces.</summary>
    public static void Glide(T* pieces, T* states, T* io, int frames, int from, int firstBand, int bandCount)
    {
        if (typeof(T) == typeof(float))
            Kernels.Glide((float*)pieces, (float*)states, (float*)io, frames, from, firstBand, bandCount);
        else
            Kernels.Glide((double*)pieces, (double*)states, (double*)io, frames, from, firstBand, bandCount);
    }

    /// <summary>Writes a segment's pieces.</summary>
    public static void WritePieces(Knots knots, int segment, T* pieces)
    {
        if (typeof(T) == typeof(float))
            PieceTable.Write(knots, segment, (float*)pieces);
        else
            PieceTable.Write(knots, segment, (double*)pieces);
    }

    /// <summary>Interleaves two channels, of the frames' precision or of single.</summary>
    public static void Join<TSample>(TSample* first, TSample* second, T* io, int frames) where TSample : unmanaged
    {
        if (typeof(T) == typeof(float))
            InterleavedFrames.Join((float*)first, (float*)second, (float*)io, frames);
        else if (typeof(TSample) == typeof(float))
            InterleavedFrames.Join((float*)first, (float*)second, (double*)io, frames);
        else
            InterleavedFrames.Join((double*)first, (double*)second, (double*)io, frames);
    }

    /// <summary>Separates them.</summary>
    public static void Split<TSample>(T* io, TSample* first, TSample* second, int frames) where TSample : unmanaged
    {
        if (typeof(T) == typeof(float))
            InterleavedFrames.Split((float*)io, (float*)first, (float*)second, frames);
        else if (typeof(TSample) == typeof(float))
            InterleavedFrames.Split((double*)io, (float*)first, (float*)second, frames);
        else
            InterleavedFrames.Split((double*)io, (double*)first, (double*)second, frames);
    }

    /// <summary>From [left, right] to [mid, side].</summary>
    public static void ToMidSide(T* io, int frames)
    {
        if (typeof(T) == typeof(float))
            MidSide.Encode((float*)io, frames);
        else
            MidSide.Encode((double*)io, frames);
    }

    /// <summary>From [mid, side] to [left, right].</summary>
    public static void FromMidSide(T* io, int frames)
    {
        if (typeof(T) == typeof(float))
            MidSide.Decode((float*)io, frames);
        else
            MidSide.Decode((double*)io, frames);
    }
}
