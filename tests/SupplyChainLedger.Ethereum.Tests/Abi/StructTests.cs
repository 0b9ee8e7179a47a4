using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.Tests.Abi;

public sealed class StructTests
{
    private static readonly AbiType<string[]> Parts = AbiTypes.Array(AbiTypes.String);

    private static readonly AbiType<Pair> Pairs = AbiTypes.Struct(static (ref AbiFields<Pair> f) => new Pair(
        f.Next(AbiTypes.Bool, static pair => pair.Is), f.Next(AbiTypes.UInt64, static pair => pair.Amount)));

    private static readonly AbiType<Order> Orders = AbiTypes.Struct(static (ref AbiFields<Order> f) => new Order(
        f.Next(AbiTypes.UInt32, static order => order.Number),
        f.Next(AbiTypes.String, static order => order.Text),
        f.Next(Parts, static order => order.Parts),
        f.Next(Pairs, static order => order.Pair)));

    private static readonly AbiType<(uint, string, string[], (bool, ulong))> Tuples = AbiTypes.Tuple(
        AbiTypes.UInt32, AbiTypes.String, Parts, AbiTypes.Tuple(AbiTypes.Bool, AbiTypes.UInt64));

    [Fact]
    public void A_struct_has_the_name_and_the_bytes_of_the_tuple_of_its_fields()
    {
        var order = new Order(7, "seven", ["a", "", "c"], new Pair(true, ulong.MaxValue));

        Assert.Equal(Tuples.Name, Orders.Name);
        Assert.Equal(
            Tuples.Encode((order.Number, order.Text, order.Parts, (order.Pair.Is, order.Pair.Amount))),
            Orders.Encode(order));
    }

    [Fact]
    public void A_struct_reads_back_also_between_other_members()
    {
        var order = new Order(7, "seven", ["a", "", "c"], new Pair(true, 1));
        var list = AbiTypes.Tuple(AbiTypes.String, AbiTypes.Array(Orders), Pairs, AbiTypes.String);

        var (before, read, pair, after) = list.Decode(list.Encode(("before", [order, order], order.Pair, "after")));

        Assert.Equal(("before", order.Pair, "after"), (before, pair, after));
        Assert.All(read, one => Assert.Equivalent(order, one, strict: true));
        Assert.Equal(2, read.Length);
    }

    [Fact]
    public void Bytes_left_over_after_a_struct_are_refused() =>
        Assert.Throws<AbiException>(() => Pairs.Decode([.. Pairs.Encode(new Pair(false, 0)), 0]));

    [Fact]
    public void A_struct_that_is_cut_short_is_refused()
    {
        var encoded = Orders.Encode(new Order(7, "seven", [], new Pair(true, 1)));

        for (var length = 0; length < encoded.Length; length++)
            Assert.Throws<AbiException>(() => Orders.Decode(encoded.AsSpan(0, length)));
    }

    [Fact]
    public void Indexed_fields_are_topics_and_read_back_from_them()
    {
        var happened = new AbiEvent<Pair>("Happened", AbiTypes.Struct(static (ref AbiFields<Pair> f) => new Pair(
            f.Indexed(AbiTypes.Bool, static pair => pair.Is), f.Next(AbiTypes.UInt64, static pair => pair.Amount))));

        var log = happened.Encode(new Pair(true, 5));

        Assert.Equal("Happened(bool,uint64)", happened.Signature);
        Assert.Equal(AbiTypes.Bool.ToTopic(true), log.Topics[1]);
        Assert.Equal(AbiTypes.UInt64.Encode(5), log.Data);
        Assert.Equal(new Pair(true, 5), happened.Decode(log.Topics, log.Data));
    }

    private sealed record Order(uint Number, string Text, string[] Parts, Pair Pair);

    private sealed record Pair(bool Is, ulong Amount);
}
