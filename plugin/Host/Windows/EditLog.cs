using System.Globalization;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Host.Windows;

/// <summary>Writes what an editor tells its host, a line each, for people and tests to read.</summary>
internal sealed class EditLog(PluginInstance plugin, TextWriter output) : IEditLog
{
    public void Began(uint id) => output.WriteLine($"begin {id} \"{NameOf(id)}\"");

    public void Performed(uint id, double normalized) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"perform {id} \"{NameOf(id)}\" {normalized:0.000000} \"{plugin.Format(id, normalized)}\""));

    public void Ended(uint id) => output.WriteLine($"end {id} \"{NameOf(id)}\"");

    public void Told(string what) => output.WriteLine(what);

    private string NameOf(uint id) => plugin.Parameters.FirstOrDefault(parameter => parameter.Id == id)?.Title ?? "?";
}
