using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Inference.Tests")]
[assembly: InternalsVisibleTo("SemanticEq.Bench")]
