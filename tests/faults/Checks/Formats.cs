using SemanticEq.Host;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>Blocks and rates as hosts bring them, and as none should.</summary>
internal static class Formats
{
    private const int Longest = 16384;
    private const int Promised = 512;
    private static readonly double[] Rates = [8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 176400, 192000, 352800, 384000];
    private static readonly double[] Absurd = [0, -48000, double.NaN, double.PositiveInfinity, 1e-300, 1, 3999, 1e9, 1e300];

    /// <summary>1 to 16,384 samples, another number each call, and more than was promised: to the bit what equal blocks give.</summary>
    public static void Blocks(PluginLibrary library)
    {
        double[] expected = Play(library, Longest, _ => Promised);
        var random = new Random(4);
        foreach (int promised in (int[])[Longest, Promised])
        {
            double[] played = Play(library, promised, i => i switch { 0 => 1, 1 => Longest, _ => random.Next(1, Longest + 1) });
            if (!played.AsSpan().SequenceEqual(expected))
                throw new FaultException($"with {promised} samples promised other blocks sound otherwise");
        }
    }

    /// <summary>8 kHz to 384 kHz play; what is no rate is refused, and changes nothing.</summary>
    public static void AllRates(PluginLibrary library)
    {
        using var rig = new Rig(library);
        foreach (double rate in Rates)
        {
            foreach (bool isDouble in (bool[])[false, true])
            {
                rig.Start(new ProcessSetup(ProcessMode.Realtime, isDouble, 1000, rate), isDouble ? 1 : 2);
                for (int i = 0; i < 20; i++)
                    rig.PlayNoise(1000);
                if (rig.Output().All(sample => sample == 0.0))
                    throw new FaultException($"nothing sounds at {rate} Hz");
            }
        }
        foreach (double rate in Absurd)
        {
            if (IsTaken(rig, rate))
                throw new FaultException($"{rate} Hz was taken");
        }
        rig.Start(new ProcessSetup(ProcessMode.Realtime, false, 1000, 48000));
        rig.PlayNoise(1000);
    }

    private static bool IsTaken(Rig rig, double rate)
    {
        try
        {
            rig.Start(new ProcessSetup(ProcessMode.Realtime, false, 1000, rate));
            return true;
        }
        catch (UserError)
        {
            return false;
        }
    }

    // Two seconds offline with a word that changes, in blocks of which some are longer than was promised.
    private static double[] Play(PluginLibrary library, int promised, Func<int, int> block)
    {
        const int Length = 96000;
        using var rig = new Rig(library);
        var setup = new ProcessSetup(ProcessMode.Offline, true, promised, 48000);
        if (!rig.Plugin.LoadState(States.Good))
            throw new FaultException("a whole state is refused");
        rig.Start(setup);
        using var memory = new AudioBlock(rig.Plugin, 2, setup with { MaxBlockSamples = Longest });
        uint morph = rig.Plugin.Parameters.Single(parameter => parameter.Title == "Morph").Id;
        var noise = new Random(5);
        double[] input = [.. Enumerable.Range(0, Length).Select(_ => noise.NextDouble() - 0.5)];
        double[] output = new double[2 * Length];
        for (int at = 0, i = 0, samples; at < Length; at += samples, i++)
        {
            samples = Math.Min(block(i), Length - at);
            memory.Begin(samples);
            if (at == 0)
                memory.Changes.For(morph).Add(0, 0.7);
            for (int channel = 0; channel < 2; channel++)
                input.AsSpan(at, samples).CopyTo(memory.Double(BusDirection.Input, channel));
            if (!rig.Plugin.Process(memory))
                throw new FaultException($"a block of {samples} samples is refused, with {promised} promised");
            for (int channel = 0; channel < 2; channel++)
                memory.Double(BusDirection.Output, channel).CopyTo(output.AsSpan((channel * Length) + at));
        }
        return output;
    }
}
