using System.Numerics;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Ethereum.Tests.JsonRpc;

/// <summary>The chain client on a real node. Tests of one class run one after another, so they can share it.</summary>
public sealed class ChainClientTests(AnvilNode node) : IClassFixture<AnvilNode>
{
    // Without call data it reverts with the word 42; with call data it logs the data under its first word as the
    // topic and returns it:
    // CALLDATASIZE, jump to 15; MSTORE(0, 42), REVERT(0, 32); 15: CALLDATACOPY(0, 0, CALLDATASIZE),
    // LOG1(0, CALLDATASIZE, MLOAD(0)), RETURN(0, CALLDATASIZE)
    private const string EchoRuntime = "36600f57602a60005260206000fd005b3660006000376000513660" + "00a1366000f3";
    private const string EchoCreation = "0x6021600c60003960216000f3" + EchoRuntime;

    private static readonly Hash32 Unknown = Keccak256.Hash("unknown"u8);
    private readonly ChainClient _chain = new(node.Rpc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_and_its_accounts_are_read()
    {
        Assert.Equal(31337UL, await _chain.GetChainIdAsync(Cancellation));
        Assert.Equal(BigInteger.Pow(10, 22), await BalanceBeforeSpendingAsync());
        Assert.Equal(BigInteger.Zero, await _chain.GetBalanceAsync(Address.Parse($"0x{11:x40}"), Cancellation));
        Assert.Empty(await _chain.GetCodeAsync(node.Funded.Address, Cancellation));
        Assert.True(await _chain.GetGasPriceAsync(Cancellation) > 0);
    }

    [Fact]
    public async Task Headers_are_found_by_number_standing_and_hash()
    {
        await DeployEchoAsync();
        await DeployEchoAsync();
        var head = await _chain.GetBlockNumberAsync(Cancellation);

        var latest = await _chain.GetHeaderAsync(BlockTag.Latest, Cancellation);
        var headers = await _chain.GetHeadersAsync(0, (int)head + 5, Cancellation);

        Assert.Equal(head, latest!.Number);
        Assert.Equal((int)head + 1, headers.Count);
        for (var i = 1; i < headers.Count; i++) Assert.Equal(headers[i - 1].Hash, headers[i].ParentHash);
        Assert.Equal(latest, await _chain.GetHeaderByHashAsync(latest.Hash, Cancellation) is { } same
            ? same with { LogsBloom = latest.LogsBloom } : null);
        Assert.True(latest.GasUsed > 0 && latest.GasUsed <= latest.GasLimit);
        Assert.NotNull(latest.BaseFeePerGas);
    }

    [Fact]
    public async Task What_the_node_does_not_know_is_null()
    {
        Assert.Null(await _chain.GetHeaderAsync(BlockTag.At(1_000_000), Cancellation));
        Assert.Null(await _chain.GetHeaderByHashAsync(Unknown, Cancellation));
        Assert.Null(await _chain.GetReceiptAsync(Unknown, Cancellation));
        Assert.Null(await _chain.GetTransactionAsync(Unknown, Cancellation));
    }

    [Fact]
    public async Task A_contract_is_deployed_where_it_was_foretold_and_its_logs_are_found()
    {
        var echo = await DeployEchoAsync();
        var (topic, data) = (Keccak256.Hash("topic"u8), Keccak256.Hash("data"u8));
        byte[] call = [.. topic.ToBytes(), .. data.ToBytes()];

        var receipt = await SendAsync(echo, call);

        Assert.True(receipt.Succeeded);
        var log = Assert.Single(receipt.Logs);
        Assert.Equal(echo, log.Address);
        Assert.Equal([topic], log.Topics);
        Assert.Equal(call, log.Data);
        var filter = LogFilter.InBlock(receipt.BlockHash) with { Addresses = [echo], Topics = [[Unknown, topic]] };
        Assert.Equal(log.Data, Assert.Single(await _chain.GetLogsAsync(filter, Cancellation)).Data);
        Assert.Empty(await _chain.GetLogsAsync(filter with { Topics = [[Unknown]] }, Cancellation));
        var range = LogFilter.InRange(0, receipt.BlockNumber) with { Addresses = [echo] };
        Assert.Single(await _chain.GetLogsAsync(range, Cancellation));
        await AssertBloomTellsAsync(receipt.BlockHash, echo, topic);
    }

    [Fact]
    public async Task Logs_of_many_blocks_come_in_one_batch_in_the_order_of_the_blocks()
    {
        var echo = await DeployEchoAsync();
        var receipts = new List<TransactionReceipt>();
        foreach (var text in new[] { "one", "two", "three" })
            receipts.Add(await SendAsync(echo, Keccak256.Hash(System.Text.Encoding.ASCII.GetBytes(text)).ToBytes()));
        var hashes = receipts.Select(receipt => receipt.BlockHash).Reverse().ToArray();

        var logs = await _chain.GetLogsByBlockHashesAsync(
            hashes, LogFilter.InBlock(Unknown) with { Addresses = [echo] }, Cancellation);

        Assert.Equal(hashes, logs.Select(block => Assert.Single(block).BlockHash));
    }

    [Fact]
    public async Task A_call_returns_bytes_and_a_revert_carries_its_data()
    {
        var echo = await DeployEchoAsync();
        var call = new CallRequest { To = echo, Data = [1, 2, 3] };

        Assert.Equal([1, 2, 3], await _chain.CallAsync(call, BlockTag.Latest, Cancellation));
        Assert.InRange(await _chain.EstimateGasAsync(call, Cancellation), 21_000UL, 60_000UL);

        var silent = call with { Data = [] };
        var fault = await Assert.ThrowsAsync<ExecutionRevertedException>(
            () => _chain.CallAsync(silent, BlockTag.Latest, Cancellation));
        Assert.Equal(42, AbiTypes.UInt256.Decode(fault.RevertData));
        await Assert.ThrowsAsync<ExecutionRevertedException>(() => _chain.EstimateGasAsync(silent, Cancellation));
    }

    [Fact]
    public async Task A_waiting_transaction_is_known_and_sending_it_again_says_so()
    {
        await node.SetAutomineAsync(false);
        try
        {
            var waiting = (await NextAsync(node.Funded.Address, [])).Sign(node.Funded);

            Assert.Equal(SendOutcome.Accepted, await _chain.SendRawTransactionAsync(waiting.Raw, Cancellation));
            Assert.Equal(SendOutcome.AlreadyKnown, await _chain.SendRawTransactionAsync(waiting.Raw, Cancellation));

            var known = await _chain.GetTransactionAsync(waiting.Hash, Cancellation);
            Assert.Equal((node.Funded.Address, null), (known!.From, known.BlockHash));
            Assert.Null(await _chain.GetReceiptAsync(waiting.Hash, Cancellation));

            var rival = (Eip1559Transaction)waiting.Transaction with { Value = 1 };
            var fault = await RejectedAsync(rival.Sign(node.Funded));
            Assert.Equal(TransactionRejection.ReplacementUnderpriced, fault.Rejection);
        }
        finally
        {
            await node.SetAutomineAsync(true);
            await node.Rpc.CallAsync(new JsonRpcRequest("evm_mine"), _ => true, Cancellation);
        }
    }

    [Fact]
    public async Task A_spent_nonce_and_an_empty_account_are_told_apart()
    {
        await DeployEchoAsync();
        var stale = await NextAsync(node.Funded.Address, []) with { Nonce = 0 };
        using var poor = PrivateKey.Generate();
        var unfunded = await NextAsync(node.Funded.Address, []) with { Nonce = 0, Value = 1 };

        Assert.Equal(TransactionRejection.NonceTooLow, (await RejectedAsync(stale.Sign(node.Funded))).Rejection);
        Assert.Equal(TransactionRejection.InsufficientFunds, (await RejectedAsync(unfunded.Sign(poor))).Rejection);
    }

    private async Task<BigInteger> BalanceBeforeSpendingAsync()
    {
        // Second of anvil's funded accounts, from which no test spends.
        var account = Address.Parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
        return await _chain.GetBalanceAsync(account, Cancellation);
    }

    private async Task<Address> DeployEchoAsync()
    {
        var deployment = new LegacyTransaction
        {
            ChainId = 31337,
            Nonce = await _chain.GetTransactionCountAsync(node.Funded.Address, BlockTag.Latest, Cancellation),
            GasPrice = await _chain.GetGasPriceAsync(Cancellation),
            GasLimit = 200_000,
            To = null,
            Data = Hex.Decode(EchoCreation),
        };
        var signed = deployment.Sign(node.Funded);
        Assert.Equal(SendOutcome.Accepted, await _chain.SendRawTransactionAsync(signed.Raw, Cancellation));
        var receipt = await MinedAsync(signed.Hash);

        var foretold = ContractAddress.FromCreate(node.Funded.Address, deployment.Nonce);
        Assert.Equal(foretold, receipt.ContractAddress);
        Assert.Equal($"0x{EchoRuntime}", Hex.Encode(await _chain.GetCodeAsync(foretold, Cancellation)));
        return foretold;
    }

    private async Task<TransactionReceipt> SendAsync(Address to, byte[] data)
    {
        var signed = (await NextAsync(to, data)).Sign(node.Funded);
        Assert.Equal(SendOutcome.Accepted, await _chain.SendRawTransactionAsync(signed.Raw, Cancellation));
        var receipt = await MinedAsync(signed.Hash);
        Assert.Equal(signed.Hash, receipt.TransactionHash);
        return receipt;
    }

    // Mining at once happens beside the node's answer, not before it.
    private async Task<TransactionReceipt> MinedAsync(Hash32 transaction)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            if (await _chain.GetReceiptAsync(transaction, Cancellation) is { } receipt) return receipt;
            await poll.WaitForNextTickAsync(Cancellation);
        }
    }

    private async Task<Eip1559Transaction> NextAsync(Address to, byte[] data)
    {
        var price = await _chain.GetGasPriceAsync(Cancellation);
        return new Eip1559Transaction
        {
            ChainId = 31337,
            Nonce = await _chain.GetTransactionCountAsync(node.Funded.Address, BlockTag.Latest, Cancellation),
            MaxPriorityFeePerGas = 1,
            MaxFeePerGas = 2 * price,
            GasLimit = 100_000,
            To = to,
            Data = data,
        };
    }

    private Task<TransactionRejectedException> RejectedAsync(SignedTransaction transaction) =>
        Assert.ThrowsAsync<TransactionRejectedException>(
            () => _chain.SendRawTransactionAsync(transaction.Raw, Cancellation));

    private async Task AssertBloomTellsAsync(Hash32 block, Address address, Hash32 topic)
    {
        var header = await _chain.GetHeaderByHashAsync(block, Cancellation);
        Assert.True(header!.LogsBloom.MightContain(address));
        Assert.True(header.LogsBloom.MightContain(topic));
        Assert.False(header.LogsBloom.MightContain(Unknown));
    }
}
