using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Ethereum.Tests.TypedData;

public sealed class TypedDataStructTests
{
    private static readonly TypedDataDomain Domain = new("Test", "1", 1, Address.Zero);

    [Fact]
    public void Structs_that_are_mentioned_follow_in_the_order_of_their_names()
    {
        var asset = new TypedDataStruct<int>("Asset").Field("amount", TypedDataTypes.UInt32, _ => 0u);
        var person = new TypedDataStruct<int>("Person").Field("owns", TypedDataTypes.Array(asset), _ => []);
        var transaction = new TypedDataStruct<int>("Transaction")
            .Field("to", person, value => value)
            .Field("from", person, value => value);

        Assert.Equal(
            "Transaction(Person to,Person from)Asset(uint32 amount)Person(Asset[] owns)", transaction.TypeString);
    }

    [Fact]
    public void Two_different_structs_of_one_name_are_refused()
    {
        var first = new TypedDataStruct<int>("Same").Field("a", TypedDataTypes.Bool, _ => true);
        var second = new TypedDataStruct<int>("Same").Field("b", TypedDataTypes.Bool, _ => true);

        Assert.Throws<ArgumentException>(() => new TypedDataStruct<int>("Both")
            .Field("first", first, value => value)
            .Field("second", second, value => value));
    }

    [Fact]
    public void Adding_a_field_leaves_the_struct_it_was_added_to_as_it_was()
    {
        var one = new TypedDataStruct<int>("One").Field("a", TypedDataTypes.Bool, _ => true);
        _ = one.Field("b", TypedDataTypes.Bool, _ => true);

        Assert.Equal("One(bool a)", one.TypeString);
    }

    [Fact]
    public void A_struct_of_more_members_than_the_stack_holds_is_hashed_whole()
    {
        var wide = Enumerable.Range(0, 40).Aggregate(
            new TypedDataStruct<uint[]>("Wide"),
            (type, i) => type.Field($"m{i}", TypedDataTypes.UInt32, value => value[i]));
        var values = new uint[40];
        var before = wide.HashStruct(values);
        values[39] = 1;

        Assert.NotEqual(before, wide.HashStruct(values));
    }

    [Fact]
    public void A_long_text_counts_to_its_last_letter_and_a_broken_one_is_refused()
    {
        var type = new TypedDataStruct<string>("Note").Field("text", TypedDataTypes.String, text => text);
        var text = new string('供', 1000);

        Assert.NotEqual(type.HashStruct(text), type.HashStruct($"{text[..^1]}应"));
        Assert.Throws<AbiException>(() => type.HashStruct("\ud800"));
    }

    [Fact]
    public void A_value_that_does_not_fit_its_type_is_refused()
    {
        var type = new TypedDataStruct<ulong>("Day").Field("day", TypedDataTypes.UInt<ulong>(40), day => day);

        Assert.Throws<AbiException>(() => type.Digest(Domain, 1UL << 40));
    }
}
