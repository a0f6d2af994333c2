using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Inference.Tests")]
