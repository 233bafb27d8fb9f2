using System.Buffers.Binary;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// A linear model over hashed features, as made by the verb <c>train</c>: for each feature a few classes with a weight of one byte.
/// Loaded once; asking it allocates nothing.
/// </summary>
public sealed class IntentModel
{
    private const uint Mark = 0x314D4E49; // "INM1"

    private readonly uint[] _slots;
    private readonly int[] _rowOfSlot;
    private readonly int[] _rowStart;
    private readonly byte[] _entryClass;
    private readonly sbyte[] _entryWeight;
    private readonly float _scale;

    private IntentModel(uint[] features, int[] rowStart, byte[] entryClass, sbyte[] entryWeight, float scale, float[] bias, float temperature)
    {
        _rowStart = rowStart;
        _entryClass = entryClass;
        _entryWeight = entryWeight;
        _scale = scale;
        Bias = bias;
        Temperature = temperature;
        var size = 1;
        while (size < features.Length * 2) size <<= 1;
        _slots = new uint[size];
        _rowOfSlot = new int[size];
        Array.Fill(_rowOfSlot, -1);
        for (var row = 0; row < features.Length; row++)
        {
            var at = features[row] & (uint)(size - 1);
            while (_rowOfSlot[at] >= 0) at = (at + 1) & (uint)(size - 1);
            _slots[at] = features[row];
            _rowOfSlot[at] = row;
        }
    }

    public float[] Bias { get; }

    /// <summary>Scores are divided by this before they become probabilities; found on lines the weights had not seen.</summary>
    public float Temperature { get; }

    /// <summary>The model that is built into the product.</summary>
    public static IntentModel BuiltIn { get; } = LoadBuiltIn();

    /// <summary>Raw scores of all classes of <see cref="IntentTable.All"/>.</summary>
    public void Score(List<uint> features, Span<float> scores)
    {
        Bias.CopyTo(scores);
        var mask = (uint)(_slots.Length - 1);
        foreach (var feature in features)
        {
            var at = feature & mask;
            while (_rowOfSlot[at] >= 0 && _slots[at] != feature) at = (at + 1) & mask;
            var row = _rowOfSlot[at];
            if (row < 0) continue;
            for (var i = _rowStart[row]; i < _rowStart[row + 1]; i++)
                scores[_entryClass[i]] += _entryWeight[i] * _scale;
        }
        var share = ShareOf(features.Count);
        for (var i = 0; i < Bias.Length; i++) scores[i] *= share;
    }

    /// <summary>Long lines have more features, not more certainty: each counts as one part of the root of their number.</summary>
    internal static float ShareOf(int features) => 1 / MathF.Sqrt(features + 1);

    /// <summary>Turns raw scores into probabilities, in place.</summary>
    public void ToProbabilities(Span<float> scores) => Softmax.Apply(scores, Temperature);

    public static IntentModel Read(ReadOnlySpan<byte> file)
    {
        var at = 0;
        if (NextUInt(file, ref at) != Mark) throw new InvalidDataException("This is no intent model.");
        var classes = (int)NextUInt(file, ref at);
        if (classes != IntentTable.All.Count) throw new InvalidDataException("The intent model knows other classes than this program: run train.");
        var rows = (int)NextUInt(file, ref at);
        var entries = (int)NextUInt(file, ref at);
        var scale = NextSingle(file, ref at);
        var temperature = NextSingle(file, ref at);
        var bias = new float[classes];
        for (var i = 0; i < classes; i++) bias[i] = NextSingle(file, ref at);
        var features = new uint[rows];
        for (var i = 0; i < rows; i++) features[i] = NextUInt(file, ref at);
        var rowStart = new int[rows + 1];
        for (var i = 0; i < rows; i++) rowStart[i + 1] = rowStart[i] + file[at++];
        var entryClass = file.Slice(at, entries).ToArray();
        at += entries;
        var entryWeight = new sbyte[entries];
        for (var i = 0; i < entries; i++) entryWeight[i] = (sbyte)file[at++];
        return new IntentModel(features, rowStart, entryClass, entryWeight, scale, bias, temperature);
    }

    /// <summary>The weights file of rows sorted by feature.</summary>
    internal static byte[] Write(IReadOnlyList<(uint Feature, List<(byte Class, sbyte Weight)> Entries)> rows, float scale, float[] bias, float temperature)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write((uint)bias.Length);
        writer.Write((uint)rows.Count);
        writer.Write((uint)rows.Sum(row => row.Entries.Count));
        writer.Write(scale);
        writer.Write(temperature);
        foreach (var value in bias) writer.Write(value);
        foreach (var row in rows) writer.Write(row.Feature);
        foreach (var row in rows) writer.Write((byte)row.Entries.Count);
        foreach (var row in rows)
            foreach (var entry in row.Entries) writer.Write(entry.Class);
        foreach (var row in rows)
            foreach (var entry in row.Entries) writer.Write(entry.Weight);
        writer.Flush();
        return stream.ToArray();
    }

    private static IntentModel LoadBuiltIn()
    {
        using var stream = typeof(IntentModel).Assembly.GetManifestResourceStream("intent-model.bin")
            ?? throw new InvalidOperationException("intent-model.bin is not embedded: run train.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file);
    }

    private static uint NextUInt(ReadOnlySpan<byte> file, ref int at)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
        at += 4;
        return value;
    }

    private static float NextSingle(ReadOnlySpan<byte> file, ref int at)
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(file[at..]);
        at += 4;
        return value;
    }
}
