namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// A type of the contract ABI (Solidity documentation, "Contract ABI Specification") with its C# value.
/// Types are put together from <see cref="AbiTypes"/>; they are immutable and safe to share.
/// </summary>
/// <remarks>
/// Decoding is strict: exactly one byte string is accepted for a value, the one that encoding gives. Dirty
/// padding, offsets that point anywhere but to the next free place, lengths beyond the data and bytes left over
/// are refused, so garbage can neither be read twice nor make the decoder allocate more than it was given.
/// </remarks>
/// <typeparam name="T">The C# value.</typeparam>
public abstract class AbiType<T>
{
    internal const int WordSize = AbiWord.Size;

    private protected AbiType(string name, bool isDynamic, int headSize)
    {
        Name = name;
        IsDynamic = isDynamic;
        HeadSize = headSize;
    }

    /// <summary>Canonical name as it stands in a signature, such as <c>(uint32,string)[]</c>.</summary>
    public string Name { get; }

    /// <summary>The length of the encoding depends on the value.</summary>
    public bool IsDynamic { get; }

    /// <summary>Bytes that a member of this type takes in the head of what contains it.</summary>
    public int HeadSize { get; }

    /// <summary>
    /// Encodes the value. A tuple gives what <c>abi.encode(a, b, …)</c> gives for its members.
    /// </summary>
    /// <exception cref="AbiException">The value does not fit the type.</exception>
    public byte[] Encode(T value)
    {
        var writer = new AbiWriter(stackalloc byte[AbiWriter.InitialCapacity]);
        try
        {
            EncodeWhole(value, ref writer);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Decodes the whole of <paramref name="data"/>.</summary>
    /// <exception cref="AbiException">The bytes are not the strict encoding of a value.</exception>
    public T Decode(ReadOnlySpan<byte> data)
    {
        var reader = new AbiReader(data);
        var value = DecodeWhole(ref reader);
        reader.EnsureEnd(Name);
        return value;
    }

    /// <summary>
    /// The topic that an indexed event parameter of this type carries: the word itself for value types, the
    /// hash for <c>string</c> and <c>bytes</c>.
    /// </summary>
    /// <exception cref="AbiException">The type is an array or a tuple, or the value does not fit.</exception>
    public Hash32 ToTopic(T value)
    {
        Span<byte> topic = stackalloc byte[WordSize];
        WriteTopic(value, topic);
        return Hash32.FromBytes(topic);
    }

    /// <summary>The same encoding under another C# type.</summary>
    /// <param name="to">From the outer value to this type's value.</param>
    /// <param name="from">
    /// Back again. What it throws about its argument (<see cref="ArgumentException"/>,
    /// <see cref="FormatException"/>, <see cref="OverflowException"/>) is a fault of the decoded bytes.
    /// </param>
    /// <typeparam name="TOuter">The outer C# type, for instance a record.</typeparam>
    public AbiType<TOuter> Map<TOuter>(Func<TOuter, T> to, Func<T, TOuter> from) =>
        new MappedType<T, TOuter>(this, to, from);

    /// <summary>An event parameter that travels as a topic. Only for types of one word.</summary>
    /// <exception cref="ArgumentException">The type's topic is a hash; see <see cref="IndexedHash"/>.</exception>
    public AbiType<T> Indexed() => new IndexedType<T>(this);

    /// <summary>An event parameter of a dynamic or composed type: only the hash of its value is in the log.</summary>
    public AbiType<Hash32> IndexedHash() => new IndexedHashType<T>(this);

    /// <summary>
    /// Writes the encoding at <paramref name="position"/>, where a static type's bytes are already reserved;
    /// a dynamic type reserves its own at the writer's end.
    /// </summary>
    internal abstract void Encode(T value, ref AbiWriter writer, int position);

    /// <summary>Reads what <see cref="Encode(T, ref AbiWriter, int)"/> wrote.</summary>
    internal abstract T Decode(ref AbiReader reader, int position);

    internal virtual void WriteTopic(T value, Span<byte> topic) =>
        throw new AbiException($"A value of {Name} cannot be written as a topic.");

    internal void EncodeWhole(T value, ref AbiWriter writer) =>
        Encode(value, ref writer, IsDynamic ? writer.Length : writer.Reserve(HeadSize));

    internal T DecodeWhole(ref AbiReader reader) =>
        Decode(ref reader, IsDynamic ? reader.Tail : reader.Reserve(HeadSize));

    /// <summary>Writes a member of the frame that starts at <paramref name="frame"/>.</summary>
    internal void EncodeMember(T value, ref AbiWriter writer, int frame, int head)
    {
        if (!IsDynamic)
        {
            Encode(value, ref writer, head);
            return;
        }

        writer.WriteLength(head, writer.Length - frame);
        Encode(value, ref writer, writer.Length);
    }

    internal T DecodeMember(ref AbiReader reader, int frame, int head)
    {
        if (!IsDynamic) return Decode(ref reader, head);
        reader.ExpectOffset(head, frame);
        return Decode(ref reader, reader.Tail);
    }
}
