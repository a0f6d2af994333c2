namespace SemanticEq.Vst3.Abi;

/// <summary>The ids of the interfaces that are spoken here, as in Steinberg's headers.</summary>
public static class InterfaceIds
{
    /// <summary>FUnknown (funknown.h).</summary>
    public static readonly Guid FUnknown = new("00000000-0000-0000-C000-000000000046");

    /// <summary>IPluginBase (ipluginbase.h).</summary>
    public static readonly Guid PluginBase = new("22888DDB-156E-45AE-8358-B34808190625");

    /// <summary>IPluginFactory (ipluginbase.h).</summary>
    public static readonly Guid PluginFactory = new("7A4D811C-5211-4A1F-AED9-D2EE0B43BF9F");

    /// <summary>IPluginFactory2 (ipluginbase.h).</summary>
    public static readonly Guid PluginFactory2 = new("0007B650-F24B-4C0B-A464-EDB9F00B2ABB");

    /// <summary>IPluginFactory3 (ipluginbase.h).</summary>
    public static readonly Guid PluginFactory3 = new("4555A2AB-C123-4E57-9B12-291036878931");

    /// <summary>IBStream (ibstream.h).</summary>
    public static readonly Guid Stream = new("C3BF6EA2-3099-4752-9B6B-F9901EE33E9B");

    /// <summary>IComponent (ivstcomponent.h).</summary>
    public static readonly Guid Component = new("E831FF31-F2D5-4301-928E-BBEE25697802");

    /// <summary>IAudioProcessor (ivstaudioprocessor.h).</summary>
    public static readonly Guid AudioProcessor = new("42043F99-B7DA-453C-A569-E79D9AAEC33D");

    /// <summary>IProcessContextRequirements (ivstaudioprocessor.h).</summary>
    public static readonly Guid ProcessContextRequirements = new("2A654303-EF76-4E3D-95B5-FE83730EF6D0");

    /// <summary>IEditController (ivsteditcontroller.h).</summary>
    public static readonly Guid EditController = new("DCD7BBE3-7742-448D-A874-AACC979C759E");

    /// <summary>IEditController2 (ivsteditcontroller.h).</summary>
    public static readonly Guid EditController2 = new("7F4EFE59-F320-4967-AC27-A3AEAFB63038");

    /// <summary>IComponentHandler (ivsteditcontroller.h), the host's.</summary>
    public static readonly Guid ComponentHandler = new("93A0BEA3-0BD0-45DB-8E89-0B0CC1E46AC6");

    /// <summary>IHostApplication (ivsthostapplication.h), the host's.</summary>
    public static readonly Guid HostApplication = new("58E595CC-DB2D-4969-8B6A-AF8C36A664E5");

    /// <summary>IParamValueQueue (ivstparameterchanges.h), the host's.</summary>
    public static readonly Guid ParamValueQueue = new("01263A18-ED07-4F6F-98C9-D3564686F9BA");

    /// <summary>IParameterChanges (ivstparameterchanges.h), the host's.</summary>
    public static readonly Guid ParameterChanges = new("A4779663-0BB6-4A56-B443-84A8466FEB9D");
}
