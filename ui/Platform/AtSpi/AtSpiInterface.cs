namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>One of AT-SPI's interfaces: what it answers to calls and tells of its properties. The bus thread.</summary>
internal abstract class AtSpiInterface(string name, params string[] properties)
{
    /// <summary>Its name on the bus.</summary>
    public string Name => name;

    /// <summary>The properties that it has.</summary>
    public IReadOnlyList<string> Properties => properties;

    /// <summary>Whether something has this interface.</summary>
    public abstract bool IsOf(in AtSpiTarget target);

    /// <summary>Answers a call.</summary>
    /// <returns>False where there is no such method, or it was called with something else than it takes.</returns>
    public abstract bool Call(string method, in AtSpiTarget target, ref BusReader given, BusWriter answer);

    /// <summary>Writes a property as a variant.</summary>
    /// <returns>False where there is none.</returns>
    public virtual bool Get(string property, in AtSpiTarget target, BusWriter answer) => false;

    /// <summary>Sets a property.</summary>
    /// <returns>False where it can't be set, or not to that.</returns>
    public virtual bool Set(string property, in AtSpiTarget target, ref BusReader value) => false;
}
