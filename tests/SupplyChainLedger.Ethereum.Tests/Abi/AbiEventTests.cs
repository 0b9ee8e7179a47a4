using System.Numerics;
using System.Text;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Tests.Abi;

public sealed class AbiEventTests
{
    private static readonly Address From = Address.Parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static readonly Address To = Address.Parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");

    private static readonly AbiEvent<(Address From, Address To, BigInteger Value)> Transfer = new(
        "Transfer", AbiTypes.Tuple(AbiTypes.Address.Indexed(), AbiTypes.Address.Indexed(), AbiTypes.UInt256));

    // Indexed parameters stand between the others and take no room there.
    private static readonly AbiEvent<Note> Noted = new(
        "Noted",
        AbiTypes.Tuple(AbiTypes.String, AbiTypes.UInt32.Indexed(), AbiTypes.Bool, AbiTypes.String.IndexedHash())
            .Map<Note>(
                note => (note.Text, note.Number, note.Flag, note.Subject),
                parts => new Note(parts.Item1, parts.Item2, parts.Item3, parts.Item4)));

    [Fact]
    public void A_transfer_is_read_from_its_topics_and_data()
    {
        Hash32[] topics =
        [
            Hash32.Parse("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"),
            Hash32.Parse("0x0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
            Hash32.Parse("0x000000000000000000000000fb6916095ca1df60bb79ce92ce3ea74c37c5d359"),
        ];
        var data = AbiTypes.UInt256.Encode(1000);

        Assert.Equal((From, To, 1000), Transfer.Decode(topics, data));

        var log = Transfer.Encode((From, To, 1000));
        Assert.Equal(topics, log.Topics);
        Assert.Equal(data, log.Data);
    }

    [Fact]
    public void Parameters_keep_the_order_of_their_declaration()
    {
        var note = new Note("long text", 7, true, Keccak256.Hash(Encoding.UTF8.GetBytes("subject")));

        var log = Noted.Encode(note);

        Assert.Equal("Noted(string,uint32,bool,string)", Noted.Signature);
        Assert.Equal([Noted.Topic0, AbiTypes.UInt32.ToTopic(7), AbiTypes.String.ToTopic("subject")], log.Topics);
        Assert.Equal(AbiTypes.Tuple(AbiTypes.String, AbiTypes.Bool).Encode(("long text", true)), log.Data);
        Assert.Equal(note, Noted.Decode(log.Topics, log.Data));
    }

    [Fact]
    public void Logs_of_other_events_and_malformed_ones_are_refused()
    {
        var (topics, data) = (Transfer.Encode((From, To, 1)).Topics, AbiTypes.UInt256.Encode(1));

        Assert.Throws<AbiException>(() => Transfer.Decode([], data));
        Assert.Throws<AbiException>(() => Transfer.Decode([Noted.Topic0, .. topics[1..]], data));
        Assert.Throws<AbiException>(() => Transfer.Decode(topics.AsSpan(0, 2), data));
        Assert.Throws<AbiException>(() => Transfer.Decode([.. topics, topics[1]], data));
        Assert.Throws<AbiException>(() => Transfer.Decode(topics, [.. data, 0]));
        var dirty = Hash32.Parse("0x1000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
        Assert.Throws<AbiException>(() => Transfer.Decode([topics[0], dirty, topics[2]], data));
    }

    [Fact]
    public void A_dynamic_type_can_only_be_indexed_by_its_hash() =>
        Assert.Throws<ArgumentException>(() => AbiTypes.String.Indexed());

    [Fact]
    public void An_indexed_type_belongs_into_an_event_only()
    {
        var misplaced = AbiTypes.Tuple(AbiTypes.UInt32.Indexed(), AbiTypes.Bool);

        Assert.Throws<AbiException>(() => misplaced.Encode((1, true)));
        Assert.Throws<AbiException>(() => misplaced.Decode(new byte[32]));
        Assert.Throws<ArgumentException>(() => AbiTypes.Array(AbiTypes.UInt32.Indexed()));
    }

    private sealed record Note(string Text, uint Number, bool Flag, Hash32 Subject);
}
