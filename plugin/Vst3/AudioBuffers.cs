using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3;

/// <summary>The channels of one bus in one call. Input and output may be the same memory. Audio thread.</summary>
public readonly unsafe ref struct AudioBuffers
{
    private readonly AudioBusBuffers* _bus;

    private AudioBuffers(AudioBusBuffers* bus) => _bus = bus;

    /// <summary>The number of channels, 0 or more; a single one may still be without memory (<see cref="Channel"/>).</summary>
    public int Channels => _bus == null ? 0 : _bus->NumChannels;

    /// <summary>A bit a channel: silent.</summary>
    public ulong SilenceFlags
    {
        get => _bus == null ? 0 : _bus->SilenceFlags;
        set
        {
            if (_bus != null)
                _bus->SilenceFlags = value;
        }
    }

    /// <summary>A channel's memory, null where the host gave none. Holds 32- or 64-bit samples as <see cref="ProcessBlock.IsDouble"/> says.</summary>
    public void* Channel(int index) => (uint)index >= (uint)Channels ? null : _bus->ChannelBuffers[index];

    /// <summary>A channel as samples of the block's precision; empty where the host gave no memory.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>, as <see cref="ProcessBlock.IsDouble"/> says.</typeparam>
    public Span<T> Samples<T>(int index, int samples) where T : unmanaged => new(Channel(index), Channel(index) == null ? 0 : samples);

    /// <summary>A channel as 32-bit samples; empty where the host gave no memory.</summary>
    public Span<float> Float(int index, int samples) => Samples<float>(index, samples);

    /// <summary>A channel as 64-bit samples; empty where the host gave no memory.</summary>
    public Span<double> Double(int index, int samples) => Samples<double>(index, samples);

    // A bus with a nonsensical count or no table of channels is a bus without channels.
    internal static AudioBuffers Of(AudioBusBuffers* buses, int count, int index) =>
        buses == null || index < 0 || index >= count || buses[index].ChannelBuffers == null || buses[index].NumChannels < 0
            ? default
            : new(&buses[index]);
}
