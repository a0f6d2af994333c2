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

    /// <summary>IUnitInfo (ivstunits.h).</summary>
    public static readonly Guid UnitInfo = new("3D4BD6B5-913A-4FD2-A886-E768A5EB92C1");

    /// <summary>IUnitHandler (ivstunits.h), the host's.</summary>
    public static readonly Guid UnitHandler = new("4B5147F8-4654-486B-8DAB-30BA163A3C56");

    /// <summary>IComponentHandler (ivsteditcontroller.h), the host's.</summary>
    public static readonly Guid ComponentHandler = new("93A0BEA3-0BD0-45DB-8E89-0B0CC1E46AC6");

    /// <summary>IHostApplication (ivsthostapplication.h), the host's.</summary>
    public static readonly Guid HostApplication = new("58E595CC-DB2D-4969-8B6A-AF8C36A664E5");

    /// <summary>IParamValueQueue (ivstparameterchanges.h), the host's.</summary>
    public static readonly Guid ParamValueQueue = new("01263A18-ED07-4F6F-98C9-D3564686F9BA");

    /// <summary>IParameterChanges (ivstparameterchanges.h), the host's.</summary>
    public static readonly Guid ParameterChanges = new("A4779663-0BB6-4A56-B443-84A8466FEB9D");

    /// <summary>IPlugView (iplugview.h).</summary>
    public static readonly Guid PlugView = new("5BC32507-D060-49EA-A615-1B522B755B29");

    /// <summary>IPlugFrame (iplugview.h), the host's.</summary>
    public static readonly Guid PlugFrame = new("367FAF01-AFA9-4693-8D4D-A2A0ED0882A3");

    /// <summary>Linux::IRunLoop (iplugview.h), the host's.</summary>
    public static readonly Guid RunLoop = new("18C35366-9776-4F1A-9C5B-83857A871389");

    /// <summary>Linux::IEventHandler (iplugview.h).</summary>
    public static readonly Guid EventHandler = new("561E65C9-13A0-496F-813A-2C35654D7983");

    /// <summary>Linux::ITimerHandler (iplugview.h).</summary>
    public static readonly Guid TimerHandler = new("10BDD94F-4142-4774-821F-AD8FECA72CA9");

    /// <summary>IPlugViewContentScaleSupport (iplugviewcontentscalesupport.h).</summary>
    public static readonly Guid ContentScaleSupport = new("65ED9690-8AC4-4525-8AAD-EF7A72EA703F");

    /// <summary>IParameterFinder (ivstplugview.h).</summary>
    public static readonly Guid ParameterFinder = new("0F618302-215D-4587-A512-073C77B9D383");

    /// <summary>IComponentHandler2 (ivsteditcontroller.h), the host's.</summary>
    public static readonly Guid ComponentHandler2 = new("F040B4B3-A360-45EC-ABCD-C045B4D5A2CC");

    /// <summary>IComponentHandler3 (ivstcontextmenu.h), the host's.</summary>
    public static readonly Guid ComponentHandler3 = new("69F11617-D26B-400D-A4B6-B9647B6EBBAB");

    /// <summary>IContextMenu (ivstcontextmenu.h), the host's.</summary>
    public static readonly Guid ContextMenu = new("2E93C863-0C9C-4588-97DB-ECF5AD17817D");
}
