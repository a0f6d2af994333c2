using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Plugin.Tests")]
