using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Blocks;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Tests.JsonRpc;
using SupplyChainLedger.Ethereum.Tries;

namespace SupplyChainLedger.Ethereum.Tests.Blocks;

/// <summary>What anvil says of a block under each fork's rules is what its hash stands for.</summary>
public sealed class AnvilEvidenceTests(SecondOpinion ethereumJs)
{
    // Leaves two logs, one without topics, and stores 0x20 in slot 0; reverts what is sent to it with data.
    private const string Code = "3615600657fe5b60206000a0600160206000a16020600055";

    public static TheoryData<string> Forks => ["berlin", "london", "paris", "shanghai", "cancun", "prague", "osaka"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Forks))]
    public async Task Header_receipts_and_proofs_follow_from_the_hash_of_a_block(string fork)
    {
        await using var node = new AnvilNode { Hardfork = fork };
        await node.InitializeAsync();
        var chain = new ChainClient(node.Rpc);
        var contract = await MineAsync(node);

        var header = (await chain.GetHeaderAsync(BlockTag.Latest, Cancellation))!;
        Assert.Equal(header.Hash, header.HashOfFields);
        var evidence = (await chain.GetHeaderEvidenceAsync(header.Hash, Cancellation))!;
        Assert.Equal(
            (header.ParentHash, header.StateRoot, header.ReceiptsRoot, header.Number, header.Timestamp),
            (evidence.ParentHash, evidence.StateRoot, evidence.ReceiptsRoot, evidence.Number, evidence.Timestamp));
        Assert.Empty(header.UnknownFields);

        var receipts = Assert.Single(await chain.GetReceiptsByBlockHashesAsync(
            [header.Hash], [contract], Cancellation));
        Assert.Equal(header.ReceiptsRoot, receipts.Root);
        Assert.Equal(
            (await chain.GetLogsAsync(LogFilter.InBlock(header.Hash) with { Addresses = [contract] }, Cancellation))
                .Select(Line),
            receipts.Logs.Select(Line));
        Assert.Equal(4, receipts.Logs.Count);

        await AssertProvenAsync(chain, header, contract);
        await AssertAgreedAsync(node, header);
    }

    /// <summary>The account and its storage, and an account and a word that are not there.</summary>
    private static async Task AssertProvenAsync(ChainClient chain, BlockHeader header, Address contract)
    {
        var at = BlockTag.Of(header.Number, header.Hash);
        var (stored, empty) = (Hash32.Zero, Hash32.FromBytes([.. new byte[31], 9]));
        var proof = await chain.GetProofAsync(contract, [stored, empty], at, Cancellation);
        var account = AccountState.Read(header.StateRoot, contract, proof.Account)!;
        Assert.Equal(Keccak256.Hash(await chain.GetCodeAsync(contract, Cancellation)), account.CodeHash);
        Assert.Equal(Hash32.FromBytes([.. new byte[31], 0x20]), account.ReadStorage(stored, proof.Storage[0]));
        Assert.Equal(Hash32.Zero, account.ReadStorage(empty, proof.Storage[1]));
        Assert.Throws<InvalidProofException>(() => account.ReadStorage(stored, []));

        var nobody = Address.FromBytes(new byte[20].Select(static _ => (byte)0xee).ToArray());
        var absent = await chain.GetProofAsync(nobody, [], at, Cancellation);
        Assert.Null(AccountState.Read(header.StateRoot, nobody, absent.Account));
        Assert.Throws<InvalidProofException>(() => AccountState.Read(header.ParentHash, nobody, absent.Account));
    }

    /// <summary>EthereumJS makes the same hash and the same root of the node's answers.</summary>
    private async Task AssertAgreedAsync(AnvilNode node, BlockHeader header)
    {
        var block = await AskAsync(node, "eth_getBlockByHash", header.Hash.ToString(), false);
        var receipts = await AskAsync(node, "eth_getBlockReceipts", header.Hash.ToString());
        var hash = await ethereumJs.AskAsync("headerHash", [new JsonObject { ["block"] = block }], Cancellation);
        Assert.Equal(header.Hash.ToString(), (string?)hash[0]);
        var root = await ethereumJs.AskAsync(
            "receiptsRoot", [new JsonObject { ["receipts"] = receipts }], Cancellation);
        Assert.Equal(header.ReceiptsRoot.ToString(), (string?)root[0]);
    }

    /// <summary>One block with transactions of two types, of which one reverts, after one with the contract.</summary>
    private static async Task<Address> MineAsync(AnvilNode node)
    {
        var from = (string)(await AskAsync(node, "eth_accounts"))![0]!;
        await node.SetAutomineAsync(false);
        var created = (string)(await AskAsync(node, "eth_sendTransaction", new JsonObject
        {
            ["from"] = from,
            ["data"] = Deployment(Code),
            ["gas"] = "0x40000",
            ["gasPrice"] = "0x77359400",
        }))!;
        await AskAsync(node, "evm_mine");
        var contract = (string)(await AskAsync(node, "eth_getTransactionReceipt", created))!["contractAddress"]!;
        foreach (var (to, data, type) in new[]
        {
            (contract, "0x", "0x0"), (from, "0x", "0x1"), (contract, "0x01", "0x0"), (contract, "0x", "0x1"),
        })
        {
            await AskAsync(node, "eth_sendTransaction", new JsonObject
            {
                ["from"] = from,
                ["to"] = to,
                ["data"] = data,
                ["gas"] = "0x40000",
                ["gasPrice"] = "0x77359400",
                ["type"] = type,
            });
        }

        await AskAsync(node, "evm_mine");
        return Address.FromBytes(Hex.Decode(contract));
    }

    private static string Deployment(string code) =>
        $"0x60{code.Length / 2:x2}600c60003960{code.Length / 2:x2}6000f3{code}";

    private static Task<JsonNode?> AskAsync(AnvilNode node, string method, params JsonNode?[] parameters) =>
        node.Rpc.CallAsync(
            new JsonRpcRequest(method, parameters), static json => JsonNode.Parse(json.GetRawText()), Cancellation);

    private static string Line(LogEntry log) =>
        $"{log.Address} {string.Join(',', log.Topics)} {Hex.Encode(log.Data)} {log.BlockHash} {log.BlockNumber} "
        + $"{log.TransactionHash} {log.TransactionIndex} {log.LogIndex}";
}
