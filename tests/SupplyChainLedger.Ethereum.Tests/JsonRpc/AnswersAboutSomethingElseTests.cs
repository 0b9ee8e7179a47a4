using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>A node behind a load balancer may answer for another block; such an answer must not pass.</summary>
public sealed class AnswersAboutSomethingElseTests
{
    private static readonly Hash32 Asked = Keccak256.Hash("asked"u8);
    private static readonly Hash32 Other = Keccak256.Hash("other"u8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_header_of_another_hash_is_refused()
    {
        await using var node = ScriptedNode.Returning(_ => Header(7, Other));
        using var rpc = node.Connect();

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => new ChainClient(rpc).GetHeaderByHashAsync(Asked, Cancellation));
    }

    [Fact]
    public async Task A_header_of_another_number_is_refused()
    {
        await using var node = ScriptedNode.Returning(_ => Header(7, Other));
        using var rpc = node.Connect();

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => new ChainClient(rpc).GetHeadersAsync(6, 1, Cancellation));
        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => new ChainClient(rpc).GetHeaderAsync(BlockTag.At(6), Cancellation));
    }

    [Fact]
    public async Task A_log_of_another_block_is_refused()
    {
        await using var node = ScriptedNode.Returning(_ => new JsonArray(new JsonObject
        {
            ["address"] = Address.Zero.ToString(),
            ["topics"] = new JsonArray(),
            ["data"] = "0x",
            ["blockNumber"] = "0x1",
            ["blockHash"] = Other.ToString(),
            ["transactionHash"] = Other.ToString(),
            ["transactionIndex"] = "0x0",
            ["logIndex"] = "0x0",
        }));
        using var rpc = node.Connect();
        var chain = new ChainClient(rpc);

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => chain.GetLogsAsync(LogFilter.InBlock(Asked), Cancellation));
        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => chain.GetLogsByBlockHashesAsync([Asked], LogFilter.InBlock(Asked), Cancellation));
    }

    [Fact]
    public async Task The_hash_of_another_transaction_is_refused()
    {
        await using var node = ScriptedNode.Returning(_ => Other.ToString());
        using var rpc = node.Connect();

        await Assert.ThrowsAsync<JsonRpcInvalidResponseException>(
            () => new ChainClient(rpc).SendRawTransactionAsync(new byte[] { 2 }, Cancellation));
    }

    [Fact]
    public async Task A_node_without_finality_has_no_finalized_block()
    {
        await using var node = ScriptedNode.Failing(
            new JsonObject { ["code"] = -39001, ["message"] = "Unknown block" });
        using var rpc = node.Connect();
        var chain = new ChainClient(rpc);

        Assert.Null(await chain.GetHeaderAsync(BlockTag.Finalized, Cancellation));
        await Assert.ThrowsAsync<JsonRpcErrorException>(() => chain.GetHeaderAsync(BlockTag.Latest, Cancellation));
    }

    [Theory]
    [InlineData("already known", true)]
    [InlineData("AlreadyKnown", true)]
    [InlineData("Known transaction", true)]
    [InlineData("transaction already imported", true)]
    [InlineData("unknown transaction type", false)]
    public async Task A_transaction_that_the_node_has_already_is_told_from_a_refused_one(string words, bool known)
    {
        await using var node = ScriptedNode.Failing(new JsonObject { ["code"] = -32000, ["message"] = words });
        using var rpc = node.Connect();
        var sending = new ChainClient(rpc).SendRawTransactionAsync(new byte[] { 2 }, Cancellation);

        if (known) Assert.Equal(SendOutcome.AlreadyKnown, await sending);
        else await Assert.ThrowsAsync<TransactionRejectedException>(() => sending);
    }

    [Theory]
    [InlineData("nonce too low: next nonce 5, tx nonce 0", TransactionRejection.NonceTooLow)]
    [InlineData("OldNonce, Current nonce: 5, nonce of rejected tx: 0", TransactionRejection.NonceTooLow)]
    [InlineData("replacement transaction underpriced", TransactionRejection.ReplacementUnderpriced)]
    [InlineData("transaction underpriced: gas tip cap 0", TransactionRejection.FeeTooLow)]
    [InlineData("max fee per gas less than block base fee", TransactionRejection.FeeTooLow)]
    [InlineData("Upfront cost exceeds account balance", TransactionRejection.InsufficientFunds)]
    [InlineData("insufficient funds for gas * price + value", TransactionRejection.InsufficientFunds)]
    [InlineData("intrinsic gas too low", TransactionRejection.Other)]
    public async Task The_reasons_of_several_nodes_are_understood(string words, TransactionRejection expected)
    {
        await using var node = ScriptedNode.Failing(new JsonObject { ["code"] = -32000, ["message"] = words });
        using var rpc = node.Connect();

        var fault = await Assert.ThrowsAsync<TransactionRejectedException>(
            () => new ChainClient(rpc).SendRawTransactionAsync(new byte[] { 2 }, Cancellation));

        Assert.Equal(expected, fault.Rejection);
    }

    [Theory]
    [InlineData("\"0x08c379a0\"", "0x08c379a0")]
    [InlineData("\"Reverted 0x0102\"", "0x0102")]
    [InlineData("""{"data":"0x0102","txHash":"0x00"}""", "0x0102")]
    [InlineData("\"not hexadecimal\"", "0x")]
    [InlineData("null", "0x")]
    public async Task Revert_data_is_found_wherever_a_node_puts_it(string data, string expected)
    {
        await using var node = ScriptedNode.Failing(new JsonObject
        {
            ["code"] = 3,
            ["message"] = "execution reverted",
            ["data"] = JsonNode.Parse(data),
        });
        using var rpc = node.Connect();

        var fault = await Assert.ThrowsAsync<ExecutionRevertedException>(() => new ChainClient(rpc).CallAsync(
            new CallRequest { To = Address.Zero, Data = [] }, BlockTag.Latest, Cancellation));

        Assert.Equal(expected, Hex.Encode(fault.RevertData));
    }

    private static JsonObject Header(ulong number, Hash32 hash) => new()
    {
        ["number"] = $"0x{number:x}",
        ["hash"] = hash.ToString(),
        ["parentHash"] = Other.ToString(),
        ["timestamp"] = "0x0",
        ["gasLimit"] = "0x0",
        ["gasUsed"] = "0x0",
        ["logsBloom"] = Hex.Encode(new byte[LogsBloom.Size]),
        ["stateRoot"] = Other.ToString(),
        ["receiptsRoot"] = Other.ToString(),
    };
}
