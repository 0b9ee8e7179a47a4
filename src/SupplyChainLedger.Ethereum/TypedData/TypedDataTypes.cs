using System.Globalization;
using System.Numerics;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>
/// The atomic, dynamic and array types of EIP-712. Integers that every JSON reader holds exactly (up to 48 bits)
/// are written as numbers, wider ones as decimal strings.
/// </summary>
public static class TypedDataTypes
{
    private const int MaxJsonNumberBits = 48;

    /// <summary><c>uint8</c>.</summary>
    public static TypedDataType<byte> UInt8 { get; } = UInt<byte>(8);

    /// <summary><c>uint16</c>.</summary>
    public static TypedDataType<ushort> UInt16 { get; } = UInt<ushort>(16);

    /// <summary><c>uint32</c>.</summary>
    public static TypedDataType<uint> UInt32 { get; } = UInt<uint>(32);

    /// <summary><c>uint64</c>.</summary>
    public static TypedDataType<ulong> UInt64 { get; } = UInt<ulong>(64);

    /// <summary><c>uint128</c>.</summary>
    public static TypedDataType<UInt128> UInt128 { get; } = UInt<UInt128>(128);

    /// <summary><c>uint256</c>.</summary>
    public static TypedDataType<BigInteger> UInt256 { get; } = Number(AbiTypes.UInt256, 256);

    /// <summary><c>int256</c>.</summary>
    public static TypedDataType<BigInteger> Int256 { get; } = Number(AbiTypes.Int256, 256);

    /// <summary><c>bool</c>.</summary>
    public static TypedDataType<bool> Bool { get; } =
        new AtomicTypedData<bool>(AbiTypes.Bool, static (json, value) => json.WriteBooleanValue(value));

    /// <summary><c>address</c>.</summary>
    public static TypedDataType<Address> Address { get; } =
        new AtomicTypedData<Address>(AbiTypes.Address, static (json, value) => json.WriteStringValue(value.ToString()));

    /// <summary><c>bytes32</c>.</summary>
    public static TypedDataType<Hash32> Bytes32 { get; } =
        new AtomicTypedData<Hash32>(AbiTypes.Bytes32, static (json, value) => json.WriteStringValue(value.ToString()));

    /// <summary><c>bytes</c>.</summary>
    public static TypedDataType<byte[]> Bytes { get; } = ByteString(AbiTypes.Bytes);

    /// <summary><c>string</c>, strictly UTF-8.</summary>
    public static TypedDataType<string> String { get; } =
        new AtomicTypedData<string>(AbiTypes.String, static (json, value) => json.WriteStringValue(value));

    /// <summary><c>uintN</c> in a C# integer that holds it, such as <c>UInt&lt;ulong&gt;(40)</c>.</summary>
    public static TypedDataType<T> UInt<T>(int bits)
        where T : struct, IBinaryInteger<T>, IUnsignedNumber<T> => Number(AbiTypes.UInt<T>(bits), bits);

    /// <summary><c>intN</c> in a C# integer that holds it.</summary>
    public static TypedDataType<T> Int<T>(int bits)
        where T : struct, IBinaryInteger<T>, ISignedNumber<T>, IMinMaxValue<T> => Number(AbiTypes.Int<T>(bits), bits);

    /// <summary><c>bytes1</c> to <c>bytes32</c>.</summary>
    public static TypedDataType<byte[]> FixedBytes(int size) => ByteString(AbiTypes.FixedBytes(size));

    /// <summary><c>T[]</c>.</summary>
    public static TypedDataType<T[]> Array<T>(TypedDataType<T> element) => new ArrayTypedData<T>(element, count: null);

    /// <summary><c>T[n]</c>.</summary>
    public static TypedDataType<T[]> FixedArray<T>(TypedDataType<T> element, int count) =>
        new ArrayTypedData<T>(element, count);

    /// <summary>The <c>uint256</c> of a domain, which wallets expect as a number where JSON can hold it.</summary>
    internal static TypedDataType<ulong> ChainId { get; } = new AtomicTypedData<ulong>(
        AbiTypes.UInt256.Map(static (ulong id) => id, static id => (ulong)id),
        static (json, id) =>
        {
            if (id < 1UL << MaxJsonNumberBits) json.WriteNumberValue(id);
            else json.WriteStringValue(Decimal(id));
        });

    private static AtomicTypedData<T> Number<T>(AbiType<T> type, int bits)
        where T : IBinaryInteger<T> =>
        bits <= MaxJsonNumberBits
            ? new(type, static (json, value) => json.WriteNumberValue(long.CreateChecked(value)))
            : new(type, static (json, value) => json.WriteStringValue(Decimal(value)));

    private static string Decimal<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static AtomicTypedData<byte[]> ByteString(AbiType<byte[]> type) =>
        new(type, static (json, value) => json.WriteStringValue(Hex.Encode(value)));
}
