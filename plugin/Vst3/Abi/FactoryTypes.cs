namespace SemanticEq.Vst3.Abi;

/// <summary>PFactoryInfo (ipluginbase.h). Strings are UTF-8, zero-terminated.</summary>
public unsafe struct PFactoryInfo
{
    /// <summary>kUnicode: the strings of classes may hold any character.</summary>
    public const int Unicode = 1 << 4;

    /// <summary>Who made the module.</summary>
    public fixed byte Vendor[64];

    /// <summary>Home page.</summary>
    public fixed byte Url[256];

    /// <summary>Contact.</summary>
    public fixed byte Email[128];

    /// <summary>FactoryFlags.</summary>
    public int Flags;
}

/// <summary>PClassInfo (ipluginbase.h).</summary>
public unsafe struct PClassInfo
{
    /// <summary>kManyInstances: the only cardinality in use.</summary>
    public const int ManyInstances = 0x7FFFFFFF;

    /// <summary>The class's id.</summary>
    public fixed byte Cid[Tuid.Size];

    /// <summary><see cref="ManyInstances"/>.</summary>
    public int Cardinality;

    /// <summary>For example <c>Audio Module Class</c>.</summary>
    public fixed byte Category[32];

    /// <summary>As hosts list it.</summary>
    public fixed byte Name[64];
}

/// <summary>PClassInfo2 (ipluginbase.h).</summary>
public unsafe struct PClassInfo2
{
    /// <summary>The part that is common with <see cref="PClassInfo"/>.</summary>
    public PClassInfo Basic;

    /// <summary>ComponentFlags; 0: processor and controller are one object.</summary>
    public uint ClassFlags;

    /// <summary>For example <c>Fx|EQ</c>.</summary>
    public fixed byte SubCategories[128];

    /// <summary>Who made the class.</summary>
    public fixed byte Vendor[64];

    /// <summary>The class's version.</summary>
    public fixed byte Version[64];

    /// <summary>The VST version it was made for.</summary>
    public fixed byte SdkVersion[64];
}

/// <summary>PClassInfoW (ipluginbase.h): <see cref="PClassInfo2"/> with UTF-16 where people read.</summary>
public unsafe struct PClassInfoW
{
    /// <summary>The class's id.</summary>
    public fixed byte Cid[Tuid.Size];

    /// <summary><see cref="PClassInfo.ManyInstances"/>.</summary>
    public int Cardinality;

    /// <summary>For example <c>Audio Module Class</c>.</summary>
    public fixed byte Category[32];

    /// <summary>As hosts list it.</summary>
    public fixed char Name[64];

    /// <summary>ComponentFlags.</summary>
    public uint ClassFlags;

    /// <summary>For example <c>Fx|EQ</c>.</summary>
    public fixed byte SubCategories[128];

    /// <summary>Who made the class.</summary>
    public fixed char Vendor[64];

    /// <summary>The class's version.</summary>
    public fixed char Version[64];

    /// <summary>The VST version it was made for.</summary>
    public fixed char SdkVersion[64];
}
