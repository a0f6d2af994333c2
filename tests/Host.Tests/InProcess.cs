using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests;

/// <summary>The test plug-in behind its function tables, held by the real host classes.</summary>
internal static unsafe class InProcess
{
    public static PluginInstance Create()
    {
        DelayGain.Reset();
        return CreateAsIs();
    }

    public static PluginInstance CreateAsIs()
    {
        void* factory = ModuleExports.GetPluginFactory();
        return PluginInstance.Create(factory, PluginLibrary.FindAudioClass(factory).ShouldNotBeNull());
    }
}
