using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SupplyChainLedger.Faults.Hostile;

/// <summary>Messages of chance as bytes, written field by field from their descriptor.</summary>
internal static class WireMessage
{
    private const int MostFields = 6;
    private const int DeepestMessage = 4;

    private static readonly string[] Texts =
    [
        "", "participants/core-motors", "participants/nobody", "invoices/0x" + new string('0', 64), "intents/0x" +
        new string('f', 64), "holdings/0x" + new string('1', 64), "EUR", "' OR 1=1 --", "0x", "-1", "\u202e\0",
        "<img src=x onerror=alert(1)>", new string('a', 300), "../../etc/passwd", "%s%n", "\ud83d\ude00",
    ];

    /// <summary>A message that can be read, with some of its fields and chance in them.</summary>
    public static byte[] Draw(MessageDescriptor type, Random random) => Draw(type, random, 0);

    private static byte[] Draw(MessageDescriptor type, Random random, int depth)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            var fields = type.Fields.InDeclarationOrder();
            if (fields.Count > 0 && depth < DeepestMessage)
                for (var i = random.Next(MostFields); i >= 0; i--) Write(output, fields[random.Next(fields.Count)]);
        }

        return bytes.ToArray();

        void Write(CodedOutputStream output, FieldDescriptor field)
        {
            switch (field.FieldType)
            {
                case FieldType.String:
                    output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
                    output.WriteString(Texts[random.Next(Texts.Length)]);
                    break;
                case FieldType.Bytes:
                    output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
                    output.WriteBytes(ByteString.CopyFrom(Bytes(random, 200)));
                    break;
                case FieldType.Message:
                    output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
                    output.WriteBytes(ByteString.CopyFrom(Draw(field.MessageType, random, depth + 1)));
                    break;
                default:
                    output.WriteTag(field.FieldNumber, WireFormat.WireType.Varint);
                    output.WriteUInt64(Number(random));
                    break;
            }
        }
    }

    /// <summary>So many bytes of chance, or fewer.</summary>
    public static byte[] Bytes(Random random, int most)
    {
        var bytes = new byte[random.Next(most)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static ulong Number(Random random) => random.Next(4) switch
    {
        0 => (ulong)random.Next(10),
        1 => (ulong)random.NextInt64(),
        2 => ulong.MaxValue,
        _ => 1UL << random.Next(64),
    };
}
