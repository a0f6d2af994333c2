using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

/// <summary>How eyes see colour.</summary>
internal enum ColourVision
{
    Usual,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

/// <summary>
/// Simulates eyes that lack a cone (Machado, Oliveira, Fernandes 2009, severity 1, in linear light), and tells colours apart by their
/// distance in OKLab (Ottosson 2020).
/// </summary>
internal static class ColourVisions
{
    private static readonly double[][] Machado =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    private static readonly double[] ToCones =
    [
        0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005,
    ];

    private static readonly double[] ToLab =
    [
        0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371, 0.7827717662, -0.8086757660,
    ];

    public static double Distance(Colour a, Colour b, ColourVision vision) =>
        Math.Sqrt(Lab(a, vision).Zip(Lab(b, vision), (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Lab(Colour colour, ColourVision vision)
    {
        double[] seen = Multiply(Machado[(int)vision], [Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue)]);
        double[] cones = Multiply(ToCones, [.. seen.Select(value => Math.Clamp(value, 0, 1))]);
        return Multiply(ToLab, [.. cones.Select(Math.Cbrt)]);
    }

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double[] Multiply(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => (matrix[3 * row] * vector[0]) + (matrix[(3 * row) + 1] * vector[1]) + (matrix[(3 * row) + 2] * vector[2]))];
}
