using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Objects;

/// <summary>The safe answer of a call that could not be processed. Audio thread.</summary>
internal static unsafe class Silence
{
    /// <summary>Zeros every output channel that has memory, and says so in the silence flags.</summary>
    public static void Write(ProcessData* data)
    {
        if (data == null || data->Outputs == null || data->NumSamples < 0)
            return;
        nuint bytes = (nuint)data->NumSamples * (data->SymbolicSampleSize == 1 ? (nuint)sizeof(double) : sizeof(float));
        for (int bus = 0; bus < data->NumOutputs; bus++)
        {
            var buffers = &data->Outputs[bus];
            if (buffers->ChannelBuffers == null)
                continue;
            for (int channel = 0; channel < buffers->NumChannels; channel++)
            {
                if (buffers->ChannelBuffers[channel] != null)
                    NativeMemory.Clear(buffers->ChannelBuffers[channel], bytes);
            }
            buffers->SilenceFlags = buffers->NumChannels is > 0 and < 64 ? (1UL << buffers->NumChannels) - 1 : ulong.MaxValue;
        }
    }
}
