using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>How far people's settings of each word lie about its curve, in one flat array. Any thread.</summary>
internal sealed class WordSpreads
{
    private const int Points = CommonGrid.Count;
    private readonly short[] _rowOfSlot = new short[Vocabulary.Slots];
    private readonly float[] _decibels;

    /// <exception cref="ModelException">A spread is not 64 finite values of 0 or more.</exception>
    public WordSpreads(List<VocabularyFile.Word> words)
    {
        _decibels = new float[words.Count(word => word.SpreadDb is not null) * Points];
        Array.Fill(_rowOfSlot, (short)-1);
        short row = 0;
        foreach (var word in words.Where(word => word.SpreadDb is not null))
        {
            float[] spread = word.SpreadDb!;
            if (spread.Length != Points || !Array.TrueForAll(spread, db => float.IsFinite(db) && db >= 0))
                throw new ModelException($"vocabulary.json: the spread of {word.Text} is not {Points} values of 0 dB or more");
            spread.CopyTo(_decibels, row * Points);
            _rowOfSlot[word.Slot] = row++;
        }
    }

    /// <summary>64 values in dB, or none.</summary>
    public ReadOnlySpan<float> Of(int slot) =>
        (uint)slot < Vocabulary.Slots && _rowOfSlot[slot] >= 0 ? _decibels.AsSpan(_rowOfSlot[slot] * Points, Points) : default;
}
