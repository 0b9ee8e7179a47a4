using System.Text;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Ethereum.Tests.TypedData;

/// <summary>The worked example that comes with EIP-712 (Example.js and Example.sol).</summary>
public sealed class MailExampleTests
{
    private static readonly TypedDataStruct<Person> PersonStruct = new TypedDataStruct<Person>("Person")
        .Field("name", TypedDataTypes.String, person => person.Name)
        .Field("wallet", TypedDataTypes.Address, person => person.Wallet);

    private static readonly TypedDataStruct<Mail> MailStruct = new TypedDataStruct<Mail>("Mail")
        .Field("from", PersonStruct, mail => mail.From)
        .Field("to", PersonStruct, mail => mail.To)
        .Field("contents", TypedDataTypes.String, mail => mail.Contents);

    private static readonly TypedDataDomain Domain = new(
        "Ether Mail", "1", 1, Address.Parse("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"));

    private static readonly Mail Example = new(
        new Person("Cow", Address.Parse("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826")),
        new Person("Bob", Address.Parse("0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB")),
        "Hello, Bob!");

    [Fact]
    public void The_type_names_the_structs_it_mentions() =>
        Assert.Equal(
            "Mail(Person from,Person to,string contents)Person(string name,address wallet)", MailStruct.TypeString);

    [Fact]
    public void The_hashes_are_those_of_the_example()
    {
        Assert.Equal("0xa0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2",
            MailStruct.TypeHash.ToString());
        Assert.Equal("0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e",
            MailStruct.HashStruct(Example).ToString());
        Assert.Equal("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f",
            Domain.Separator.ToString());
        Assert.Equal("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2",
            MailStruct.Digest(Domain, Example).ToString());
    }

    [Fact]
    public void The_signature_is_that_of_the_example()
    {
        using var cow = PrivateKey.FromBytes(Keccak256.Hash(Encoding.ASCII.GetBytes("cow")).ToBytes());
        var digest = MailStruct.Digest(Domain, Example);
        var signature = cow.Sign(digest);

        Assert.Equal(
            "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
            + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c",
            Hex.Encode(signature.ToBytes()));
        Assert.Equal(Example.From.Wallet, signature.Recover(digest));
    }

    [Fact]
    public void The_json_is_what_wallets_take() =>
        Assert.Equal(
            """
            {"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
            {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
            "Mail":[{"name":"from","type":"Person"},{"name":"to","type":"Person"},{"name":"contents","type":"string"}],
            "Person":[{"name":"name","type":"string"},{"name":"wallet","type":"address"}]},
            "primaryType":"Mail","domain":{"name":"Ether Mail","version":"1","chainId":1,
            "verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
            "message":{"from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
            "to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},"contents":"Hello, Bob!"}}
            """.ReplaceLineEndings(""),
            MailStruct.ToJson(Domain, Example));

    private sealed record Person(string Name, Address Wallet);

    private sealed record Mail(Person From, Person To, string Contents);
}
