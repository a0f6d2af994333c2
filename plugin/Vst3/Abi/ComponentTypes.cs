namespace SemanticEq.Vst3.Abi;

/// <summary>MediaTypes (ivstcomponent.h).</summary>
public static class MediaType
{
    /// <summary>kAudio.</summary>
    public const int Audio = 0;

    /// <summary>kEvent: MIDI and its like.</summary>
    public const int Event = 1;
}

/// <summary>BusInfo (ivstcomponent.h).</summary>
public unsafe struct BusInfo
{
    /// <summary>BusTypes: kMain.</summary>
    public const int Main = 0;

    /// <summary>BusTypes: kAux, a side-chain.</summary>
    public const int Aux = 1;

    /// <summary>BusFlags: kDefaultActive.</summary>
    public const uint DefaultActive = 1;

    /// <summary><see cref="Abi.MediaType"/>.</summary>
    public int MediaType;

    /// <summary><see cref="BusDirection"/>.</summary>
    public int Direction;

    /// <summary>Channels it has now.</summary>
    public int ChannelCount;

    /// <summary>As hosts show it.</summary>
    public fixed char Name[128];

    /// <summary><see cref="Main"/> or <see cref="Aux"/>.</summary>
    public int BusType;

    /// <summary><see cref="DefaultActive"/> or 0.</summary>
    public uint Flags;
}

/// <summary>RoutingInfo (ivstcomponent.h).</summary>
public struct RoutingInfo
{
    /// <summary><see cref="Abi.MediaType"/>.</summary>
    public int MediaType;

    /// <summary>Bus, from 0.</summary>
    public int BusIndex;

    /// <summary>Channel, from 0; −1 all.</summary>
    public int Channel;
}

/// <summary>ParameterInfo (ivsteditcontroller.h).</summary>
public unsafe struct ParameterInfo
{
    /// <summary>Stable for ever.</summary>
    public uint Id;

    /// <summary>Full name.</summary>
    public fixed char Title[128];

    /// <summary>Short name.</summary>
    public fixed char ShortTitle[128];

    /// <summary>Unit, for example dB.</summary>
    public fixed char Units[128];

    /// <summary>0 continuous, 1 a switch, n for n + 1 values.</summary>
    public int StepCount;

    /// <summary>0 to 1.</summary>
    public double DefaultNormalizedValue;

    /// <summary>The unit (a group of parameters) that it belongs to; 0 the root.</summary>
    public int UnitId;

    /// <summary><see cref="ParameterFlags"/>.</summary>
    public int Flags;
}

/// <summary>ProcessSetup (ivstaudioprocessor.h), as it lies in memory.</summary>
public struct NativeProcessSetup
{
    /// <summary><see cref="Vst3.ProcessMode"/>.</summary>
    public int ProcessMode;

    /// <summary>0 float, 1 double.</summary>
    public int SymbolicSampleSize;

    /// <summary>The longest block to come.</summary>
    public int MaxSamplesPerBlock;

    /// <summary>In Hz.</summary>
    public double SampleRate;
}

/// <summary>RestartFlags (ivsteditcontroller.h), those that are used.</summary>
public static class RestartFlags
{
    /// <summary>kParamValuesChanged.</summary>
    public const int ParameterValuesChanged = 1 << 2;
}

/// <summary>SpeakerArrangement (vstspeaker.h): a bit a speaker.</summary>
public static class SpeakerArrangement
{
    /// <summary>kEmpty: the bus isn't used.</summary>
    public const ulong Empty = 0;

    /// <summary>kMono: the one speaker M.</summary>
    public const ulong Mono = 1UL << 19;

    /// <summary>kStereo: L and R.</summary>
    public const ulong Stereo = 3;

    /// <summary>Channels of an arrangement: 0, 1 or 2; −1 where it is another one than these.</summary>
    public static int Channels(ulong arrangement) => arrangement switch
    {
        Empty => 0,
        Mono => 1,
        Stereo => 2,
        _ => -1,
    };

    /// <summary>The arrangement of 0, 1 or 2 channels.</summary>
    public static ulong Of(int channels) => channels switch
    {
        1 => Mono,
        2 => Stereo,
        _ => Empty,
    };
}
