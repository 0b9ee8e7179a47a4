using System.Numerics;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Ethereum.Tests.Oracle;

/// <summary>A generated type of EIP-712 whose C# type is erased, with random values.</summary>
internal sealed record RandomTypedData(TypedDataType<object> Type, Func<Random, object> Value)
{
    private const int MaxDepth = 3;

    /// <summary>A struct of up to eight members, some of them structs and arrays.</summary>
    public static (TypedDataStruct<object> Struct, Func<Random, object> Value) Struct(
        Random random, string name = "Root", int depth = 0)
    {
        var description = new TypedDataStruct<object>(name);
        var values = new List<Func<Random, object>>();
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            var place = values.Count;
            var member = Any(random, $"{name}{(char)('A' + place)}", depth + 1);
            description = description.Field($"field{place}", member.Type, owner => ((object[])owner)[place]);
            values.Add(member.Value);
        }

        return (description, source => values.Select(value => value(source)).ToArray());
    }

    private static RandomTypedData Any(Random random, string name, int depth) =>
        random.Next(depth < MaxDepth ? 16 : 13) switch
        {
            0 => Leaf(TypedDataTypes.UInt8, source => (byte)source.Unsigned(8)),
            1 => Leaf(TypedDataTypes.UInt16, source => (ushort)source.Unsigned(16)),
            2 => Leaf(TypedDataTypes.UInt32, source => (uint)source.Unsigned(32)),
            3 => Leaf(TypedDataTypes.UInt<ulong>(48), source => (ulong)source.Unsigned(48)),
            4 => Leaf(TypedDataTypes.UInt64, source => (ulong)source.Unsigned(64)),
            5 => Leaf(TypedDataTypes.UInt128, source => (UInt128)source.Unsigned(128)),
            6 => Leaf(TypedDataTypes.UInt256, source => source.Unsigned(256)),
            7 => Leaf(TypedDataTypes.Int256, source => source.Signed(256)),
            8 => Leaf(TypedDataTypes.Int<long>(64), source => (long)source.Signed(64)),
            9 => Leaf(TypedDataTypes.Bool, source => source.Next(2) == 1),
            10 => Leaf(TypedDataTypes.Address, source => source.Address()),
            11 => Leaf(TypedDataTypes.String, source => source.Text()),
            12 => Bytes(random.Next(1, 34)),
            13 => Nested(random, name, depth),
            14 => Array(Any(random, name, depth + 1), count: null),
            _ => Array(Any(random, name, depth + 1), random.Next(1, 4)),
        };

    private static RandomTypedData Bytes(int size) => size switch
    {
        32 => Leaf(TypedDataTypes.Bytes32, source => source.Hash()),
        33 => Leaf(TypedDataTypes.Bytes, source => source.Bytes(source.Next(100))),
        _ => Leaf(TypedDataTypes.FixedBytes(size), source => source.Bytes(size)),
    };

    private static RandomTypedData Nested(Random random, string name, int depth)
    {
        var (nested, value) = Struct(random, name, depth);
        return new RandomTypedData(nested, value);
    }

    private static RandomTypedData Array(RandomTypedData element, int? count)
    {
        var type = count is { } length
            ? TypedDataTypes.FixedArray(element.Type, length)
            : TypedDataTypes.Array(element.Type);
        return new RandomTypedData(
            type.Map<object>(value => (object[])value),
            source => Enumerable.Range(0, count ?? source.Next(4)).Select(_ => element.Value(source)).ToArray());
    }

    private static RandomTypedData Leaf<T>(TypedDataType<T> type, Func<Random, T> value)
        where T : notnull => new(type.Map<object>(outer => (T)outer), source => value(source));
}
