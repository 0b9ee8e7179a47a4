using System.Buffers.Binary;
using System.Text;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The first four bytes of the hash of a signature; they open calls and custom errors.</summary>
public readonly record struct AbiSelector
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 4;

    private readonly uint _value;

    private AbiSelector(uint value)
    {
        _value = value;
    }

    /// <summary>The selector of a canonical signature such as <c>transfer(address,uint256)</c>.</summary>
    public static AbiSelector Of(string signature)
    {
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Keccak256.Hash(Encoding.ASCII.GetBytes(signature), hash);
        return new AbiSelector(BinaryPrimitives.ReadUInt32BigEndian(hash));
    }

    /// <summary>The selector that the data begins with; false where it is too short to have one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> data, out AbiSelector selector)
    {
        var isThere = data.Length >= Size;
        selector = isThere ? new AbiSelector(BinaryPrimitives.ReadUInt32BigEndian(data)) : default;
        return isThere;
    }

    /// <summary>The data begins with this selector.</summary>
    public bool Opens(ReadOnlySpan<byte> data) =>
        data.Length >= Size && BinaryPrimitives.ReadUInt32BigEndian(data) == _value;

    /// <summary>Writes the four bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt32BigEndian(destination, _value);

    /// <summary><c>0x</c> and eight digits.</summary>
    public override string ToString() => $"0x{_value:x8}";

    internal byte[] Encode<T>(AbiType<T> type, T value)
    {
        var writer = new AbiWriter(stackalloc byte[AbiWriter.InitialCapacity]);
        try
        {
            CopyTo(writer.At(writer.Reserve(Size), Size));
            type.EncodeWhole(value, ref writer);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    internal T Decode<T>(AbiType<T> type, string signature, ReadOnlySpan<byte> data) =>
        Opens(data)
            ? type.Decode(data[Size..])
            : throw new AbiException($"The data does not begin with {this}, the selector of {signature}.");
}
