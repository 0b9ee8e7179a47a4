using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.Tests.Oracle;

/// <summary>
/// A generated ABI type whose C# type is erased, with its description for viem, random values and their JSON.
/// </summary>
internal sealed record RandomAbiType(
    AbiType<object> Type, string Name, JsonArray? Components, Func<Random, object> Value, Func<object, JsonNode> ToJson)
{
    private const int MaxDepth = 3;

    /// <summary>A tuple of up to twelve members, nested up to three levels.</summary>
    public static RandomAbiType Tuple(Random random, int depth = 0)
    {
        var width = random.Next(5) == 0 ? random.Next(1, 13) : random.Next(1, 5);
        var members = Enumerable.Range(0, width).Select(_ => Any(random, depth + 1)).ToArray();
        return new RandomAbiType(
            TupleOf([.. members.Select(member => member.Type)]),
            "tuple",
            [.. members.Select(member => member.Describe())],
            source => members.Select(member => member.Value(source)).ToArray(),
            value => new JsonArray([.. members.Zip((object[])value, (member, part) => member.ToJson(part))]));
    }

    /// <summary>As viem takes it.</summary>
    public JsonObject Describe()
    {
        var json = new JsonObject { ["type"] = Name };
        if (Components is not null) json["components"] = Components.DeepClone();
        return json;
    }

    private static RandomAbiType Any(Random random, int depth) => random.Next(depth < MaxDepth ? 16 : 13) switch
    {
        0 => Leaf(AbiTypes.UInt8, source => (byte)source.Unsigned(8)),
        1 => Leaf(AbiTypes.UInt32, source => (uint)source.Unsigned(32)),
        2 => Leaf(AbiTypes.UInt<ulong>(40), source => (ulong)source.Unsigned(40)),
        3 => Leaf(AbiTypes.UInt64, source => (ulong)source.Unsigned(64)),
        4 => Leaf(AbiTypes.UInt128, source => (UInt128)source.Unsigned(128)),
        5 => Leaf(AbiTypes.UInt256, source => source.Unsigned(256)),
        6 => Leaf(AbiTypes.Int<long>(56), source => (long)source.Signed(56)),
        7 => Leaf(AbiTypes.Int256, source => source.Signed(256)),
        8 => Leaf(AbiTypes.Bool, source => source.Next(2) == 1),
        9 => Leaf(AbiTypes.Address, source => source.Address()),
        10 => FixedBytes(random.Next(1, 33)),
        11 => Leaf(AbiTypes.String, source => source.Text()),
        12 => Leaf(AbiTypes.Bytes, source => source.Bytes(source.Next(100))),
        13 => Tuple(random, depth),
        14 => Array(Any(random, depth + 1), count: null),
        _ => Array(Any(random, depth + 1), random.Next(1, 4)),
    };

    private static RandomAbiType FixedBytes(int size) => size == 32
        ? Leaf(AbiTypes.Bytes32, source => source.Hash())
        : Leaf(AbiTypes.FixedBytes(size), source => source.Bytes(size));

    private static RandomAbiType Leaf<T>(AbiType<T> type, Func<Random, T> value)
        where T : notnull => new(
            type.Map<object>(outer => (T)outer, inner => inner),
            type.Name,
            null,
            source => value(source),
            WriteLeaf);

    private static RandomAbiType Array(RandomAbiType element, int? count)
    {
        var type = count is { } length ? AbiTypes.FixedArray(element.Type, length) : AbiTypes.Array(element.Type);
        return new RandomAbiType(
            type.Map<object>(outer => (object[])outer, inner => inner),
            $"{element.Name}[{count}]",
            element.Components,
            source => Enumerable.Range(0, count ?? source.Next(4)).Select(_ => element.Value(source)).ToArray(),
            value => new JsonArray([.. ((object[])value).Select(element.ToJson)]));
    }

    private static JsonNode WriteLeaf(object value) => value switch
    {
        bool truth => truth,
        byte[] bytes => Hex.Encode(bytes),
        string text => text,
        Address or Hash32 => value.ToString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"There is no JSON for {value.GetType()}.", nameof(value)),
    };

    private static AbiType<object> TupleOf(AbiType<object>[] t) => t.Length switch
    {
        1 => AbiTypes.Tuple(t[0]).Map<object>(v => ((object[])v)[0], m => new[] { m }),
        2 => AbiTypes.Tuple(t[0], t[1]).Map<object>(
            v => Of(v) is [var a, var b] ? (a, b) : throw Misfit(), m => Members(m)),
        3 => AbiTypes.Tuple(t[0], t[1], t[2]).Map<object>(
            v => Of(v) is [var a, var b, var c] ? (a, b, c) : throw Misfit(), m => Members(m)),
        4 => AbiTypes.Tuple(t[0], t[1], t[2], t[3]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d] ? (a, b, c, d) : throw Misfit(), m => Members(m)),
        5 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e] ? (a, b, c, d, e) : throw Misfit(), m => Members(m)),
        6 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f] ? (a, b, c, d, e, f) : throw Misfit(),
            m => Members(m)),
        7 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g] ? (a, b, c, d, e, f, g) : throw Misfit(),
            m => Members(m)),
        8 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g, var h]
                ? (a, b, c, d, e, f, g, h) : throw Misfit(),
            m => Members(m)),
        9 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g, var h, var i]
                ? (a, b, c, d, e, f, g, h, i) : throw Misfit(),
            m => Members(m)),
        10 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g, var h, var i, var j]
                ? (a, b, c, d, e, f, g, h, i, j) : throw Misfit(),
            m => Members(m)),
        11 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g, var h, var i, var j, var k]
                ? (a, b, c, d, e, f, g, h, i, j, k) : throw Misfit(),
            m => Members(m)),
        12 => AbiTypes.Tuple(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11]).Map<object>(
            v => Of(v) is [var a, var b, var c, var d, var e, var f, var g, var h, var i, var j, var k, var l]
                ? (a, b, c, d, e, f, g, h, i, j, k, l) : throw Misfit(),
            m => Members(m)),
        _ => throw Misfit(),
    };

    private static object[] Of(object value) => (object[])value;

    private static object[] Members(System.Runtime.CompilerServices.ITuple tuple) =>
        [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)];

    private static ArgumentException Misfit() => new("The tuple has another number of members.");
}
