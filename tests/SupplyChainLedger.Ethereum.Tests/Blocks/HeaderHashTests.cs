using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.Blocks;

public sealed class HeaderHashTests
{
    private const string EmptyRoot = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
    private const string Zero = "0x0000000000000000000000000000000000000000000000000000000000000000";

    public static TheoryData<string> Fields =>
    [
        "parentHash", "sha3Uncles", "miner", "stateRoot", "transactionsRoot", "receiptsRoot", "logsBloom", "difficulty",
        "number", "gasLimit", "gasUsed", "timestamp", "extraData", "mixHash", "nonce",
    ];

    [Fact]
    public void The_first_block_of_Ethereum_has_its_hash()
    {
        var header = Read(Genesis());
        Assert.Equal("0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3", $"{header.HashOfFields}");
        Assert.Equal("", header.UnknownFields);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_is_altered_changes_the_hash(string field)
    {
        var block = Genesis();
        var text = (string)block[field]!;
        block[field] = text.Length > 2 ? $"{text[..^1]}{(text[^1] == '1' ? '2' : '1')}" : "0x11";
        Assert.NotEqual(Read(Genesis()).HashOfFields, Read(block).HashOfFields);
    }

    [Fact]
    public void A_field_that_a_fork_has_added_belongs_to_the_hash_and_one_that_is_unknown_is_named()
    {
        var block = Genesis();
        block["baseFeePerGas"] = "0x7";
        block["ofTomorrow"] = "0x1";
        var header = Read(block);
        Assert.NotEqual(Read(Genesis()).HashOfFields, header.HashOfFields);
        Assert.Equal("ofTomorrow", header.UnknownFields);
    }

    [Fact]
    public void A_header_of_which_a_part_is_missing_has_no_hash()
    {
        var block = Genesis();
        block.Remove("mixHash");
        Assert.Null(Read(block).HashOfFields);
    }

    private static BlockHeader Read(JsonObject block)
    {
        using var document = JsonDocument.Parse(block.ToJsonString());
        return ChainJson.ReadHeader(document.RootElement)!;
    }

    private static JsonObject Genesis() => new()
    {
        ["hash"] = "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3",
        ["parentHash"] = Zero,
        ["sha3Uncles"] = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
        ["miner"] = "0x0000000000000000000000000000000000000000",
        ["stateRoot"] = "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544",
        ["transactionsRoot"] = EmptyRoot,
        ["receiptsRoot"] = EmptyRoot,
        ["logsBloom"] = $"0x{new string('0', 512)}",
        ["difficulty"] = "0x400000000",
        ["number"] = "0x0",
        ["gasLimit"] = "0x1388",
        ["gasUsed"] = "0x0",
        ["timestamp"] = "0x0",
        ["extraData"] = "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa",
        ["mixHash"] = Zero,
        ["nonce"] = "0x0000000000000042",
        ["totalDifficulty"] = "0x400000000",
        ["uncles"] = new JsonArray(),
        ["transactions"] = new JsonArray(),
    };
}
