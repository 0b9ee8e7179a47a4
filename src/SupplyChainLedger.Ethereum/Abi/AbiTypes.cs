using System.Numerics;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The types of the contract ABI, to be put together.</summary>
public static partial class AbiTypes
{
    /// <summary><c>uint8</c>.</summary>
    public static AbiType<byte> UInt8 { get; } = new UnsignedIntegerType<byte>(8);

    /// <summary><c>uint16</c>.</summary>
    public static AbiType<ushort> UInt16 { get; } = new UnsignedIntegerType<ushort>(16);

    /// <summary><c>uint32</c>.</summary>
    public static AbiType<uint> UInt32 { get; } = new UnsignedIntegerType<uint>(32);

    /// <summary><c>uint64</c>.</summary>
    public static AbiType<ulong> UInt64 { get; } = new UnsignedIntegerType<ulong>(64);

    /// <summary><c>uint128</c>.</summary>
    public static AbiType<UInt128> UInt128 { get; } = new UnsignedIntegerType<UInt128>(128);

    /// <summary><c>uint256</c>; other values are refused.</summary>
    public static AbiType<BigInteger> UInt256 { get; } = new BigIntegerType(256, signed: false);

    /// <summary><c>int256</c>; other values are refused.</summary>
    public static AbiType<BigInteger> Int256 { get; } = new BigIntegerType(256, signed: true);

    /// <summary><c>bool</c>.</summary>
    public static AbiType<bool> Bool { get; } = new BoolType();

    /// <summary><c>address</c>.</summary>
    public static AbiType<Address> Address { get; } = new AddressType();

    /// <summary><c>bytes32</c>.</summary>
    public static AbiType<Hash32> Bytes32 { get; } = new Bytes32Type();

    /// <summary><c>bytes</c>.</summary>
    public static AbiType<byte[]> Bytes { get; } = new BytesType();

    /// <summary><c>string</c>, strictly UTF-8.</summary>
    public static AbiType<string> String { get; } = new StringType(lenient: false);

    /// <summary>
    /// <c>string</c> as a contract may really log it: bytes that are no UTF-8 are read as U+FFFD instead of refused.
    /// </summary>
    public static AbiType<string> LenientString { get; } = new StringType(lenient: true);

    /// <summary>
    /// <c>uintN</c> in a C# integer that holds it, such as <c>UInt&lt;ulong&gt;(40)</c>; values beyond N bits are
    /// refused.
    /// </summary>
    public static AbiType<T> UInt<T>(int bits)
        where T : struct, IBinaryInteger<T>, IUnsignedNumber<T> => new UnsignedIntegerType<T>(bits);

    /// <summary><c>intN</c> in a C# integer that holds it, such as <c>Int&lt;long&gt;(64)</c>.</summary>
    public static AbiType<T> Int<T>(int bits)
        where T : struct, IBinaryInteger<T>, ISignedNumber<T>, IMinMaxValue<T> => new SignedIntegerType<T>(bits);

    /// <summary><c>uintN</c> of 8 to 256 bits as a <see cref="BigInteger"/>.</summary>
    public static AbiType<BigInteger> BigUInt(int bits) => new BigIntegerType(bits, signed: false);

    /// <summary><c>intN</c> of 8 to 256 bits as a <see cref="BigInteger"/>.</summary>
    public static AbiType<BigInteger> BigInt(int bits) => new BigIntegerType(bits, signed: true);

    /// <summary><c>bytes1</c> to <c>bytes32</c>; the value has exactly <paramref name="size"/> bytes.</summary>
    public static AbiType<byte[]> FixedBytes(int size) => new FixedBytesType(size);

    /// <summary><c>T[]</c>.</summary>
    public static AbiType<T[]> Array<T>(AbiType<T> element) => new ArrayType<T>(element);

    /// <summary><c>T[n]</c>; the value has exactly <paramref name="count"/> elements.</summary>
    public static AbiType<T[]> FixedArray<T>(AbiType<T> element, int count) => new FixedArrayType<T>(element, count);

    /// <summary>
    /// A struct, or the parameters of a function or of an event, as a C# record. Unlike a tuple it can have any number
    /// of fields.
    /// </summary>
    /// <param name="declaration">Names the fields in their order; run once to learn them, then for each value read.
    /// </param>
    public static AbiType<T> Struct<T>(AbiDeclaration<T> declaration) => StructType<T>.Of(declaration);
}
