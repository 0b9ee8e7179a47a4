namespace SupplyChainLedger.Faults.Hostile;

/// <summary>Damages the bytes of a message in ways that have hurt readers of Protocol Buffers before.</summary>
internal static class Mutation
{
    private const int Nesting = 1000;
    private const byte StartGroup = 0x0b;
    private const byte EndGroup = 0x0c;

    private static readonly Func<byte[], Random, byte[]>[] Kinds =
    [
        static (bytes, _) => bytes,
        Truncated,
        WithOtherWireType,
        static (bytes, random) => Inserted(bytes, random, [0x08, .. Enumerable.Repeat((byte)0xff, 9 + random.Next(8))]),
        static (bytes, random) => Inserted(bytes, random, Groups(closed: random.Next(2) == 0)),
        static (bytes, _) => [.. bytes, .. bytes],
        static (bytes, random) => Changed(bytes, random, 0xff),
        static (bytes, random) => Changed(bytes, random, (byte)random.Next(256)),
        static (bytes, random) => Inserted(bytes, random, WireMessage.Bytes(random, 16)),
        static (bytes, random) => Inserted(bytes, random, [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07]),
        static (bytes, random) => Nested(bytes, random),
        static (bytes, random) => Inserted(bytes, random, [0xfa, 0xff, 0xff, 0xff, 0x0f, 0x01, 0x00]),
        static (_, random) => WireMessage.Bytes(random, 64),
    ];

    /// <summary>The message after one or two mutations; rarely as it was.</summary>
    public static byte[] Of(byte[] message, Random random)
    {
        var once = Kinds[random.Next(Kinds.Length)](message, random);
        return random.Next(3) > 0 ? once : Kinds[random.Next(Kinds.Length)](once, random);
    }

    private static byte[] Truncated(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length + 1)];

    private static byte[] WithOtherWireType(byte[] bytes, Random random) =>
        bytes.Length == 0 ? [0x0f] : [(byte)((bytes[0] & 0xf8) | random.Next(8)), .. bytes[1..]];

    private static byte[] Changed(byte[] bytes, Random random, byte to)
    {
        if (bytes.Length == 0) return [to];
        var changed = (byte[])bytes.Clone();
        changed[random.Next(changed.Length)] = to;
        return changed;
    }

    private static byte[] Inserted(byte[] bytes, Random random, byte[] piece)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. piece, .. bytes[at..]];
    }

    private static byte[] Groups(bool closed)
    {
        var starts = Enumerable.Repeat(StartGroup, Nesting);
        return [.. closed ? starts.Concat(Enumerable.Repeat(EndGroup, Nesting)) : starts];
    }

    /// <summary>The message within itself, as deep as its bytes go.</summary>
    private static byte[] Nested(byte[] bytes, Random random)
    {
        var field = (byte)((random.Next(1, 16) << 3) | 2);
        var nested = bytes.Length < 100 ? bytes : [];
        for (var level = 0; level < Nesting && nested.Length < 16_000; level++)
            nested = [field, .. Length(nested.Length), .. nested];
        return nested;
    }

    private static byte[] Length(int length) =>
        length < 0x80 ? [(byte)length] : [(byte)(length | 0x80), .. Length(length >> 7)];
}
