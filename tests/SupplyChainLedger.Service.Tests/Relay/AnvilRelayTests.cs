using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Relay;

/// <summary>
/// The running relay, settlement and index over the contracts themselves, with the faults of a real node.
/// </summary>
public sealed class AnvilRelayTests
{
    private const string Nothing = "0x0";
    private const string Plenty = "0xd3c21bcecceda1000000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_accepted_becomes_final()
    {
        await using var bench = await AnvilBench.StartAsync();
        var entries = await bench.SubmitAsync(60);
        var included = await bench.WaitAsync(entries, WaitFor.Included);
        Assert.All(included, entry => Assert.Equal(EntryState.Executed, entry.State));
        Assert.All(included, entry => Assert.NotNull(entry.TransactionHash));
        await bench.CallAsync("anvil_mine", 3);
        Assert.All(await bench.WaitAsync(entries, WaitFor.Final), entry => Assert.True(entry.IsFinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_a_reorganisation_drops_is_sent_again_and_takes_effect_once(int depth)
    {
        await using var bench = await AnvilBench.StartAsync(finalityDepth: 6);
        var entries = await bench.SubmitAsync(5);
        var before = await bench.WaitAsync(entries, WaitFor.Included);
        await bench.CallAsync("anvil_mine", depth - 1);
        await bench.CallAsync("anvil_reorg", await BlocksFromAsync(bench, before), new JsonArray());
        await bench.CallAsync("anvil_mine", 1);
        foreach (var first in before)
        {
            await bench.WaitUntilAsync(
                first, now => now.Outcome is { } outcome && outcome.Block.Hash != first.Outcome!.Block.Hash);
        }

        await bench.CallAsync("anvil_mine", 6);
        var final = await bench.WaitAsync(entries, WaitFor.Final);
        Assert.All(final, entry => Assert.Equal(EntryState.Executed, entry.State));
        Assert.Equal(5, final.Select(entry => entry.Invoice).Distinct().Count());
    }

    [Fact]
    [Trait("Fault", "16")]
    public async Task A_stuck_transaction_is_replaced_when_the_base_fee_jumps()
    {
        await using var bench = await AnvilBench.StartAsync();
        await bench.CallAsync("evm_setAutomine", false);
        var entries = await bench.SubmitAsync(1);
        var stuck = await bench.WaitUntilSentAsync(entries[0]);
        await bench.CallAsync("anvil_setNextBlockBaseFeePerGas", "0x1bf08eb000");
        await bench.CallAsync("evm_mine");
        var replacement = await bench.WaitUntilSentAsync(entries[0], stuck);
        await bench.CallAsync("evm_mine");
        var included = await bench.WaitAsync(entries, WaitFor.Included);
        Assert.Equal(EntryState.Executed, included[0].State);
        Assert.Equal(replacement, included[0].TransactionHash);
    }

    [Fact]
    [Trait("Fault", "17")]
    public async Task A_dropped_transaction_is_sent_again()
    {
        await using var bench = await AnvilBench.StartAsync();
        await bench.CallAsync("evm_setAutomine", false);
        var entries = await bench.SubmitAsync(1);
        var sent = await bench.WaitUntilSentAsync(entries[0]);
        await bench.CallAsync("anvil_dropTransaction", sent.ToString());
        await bench.CallAsync("evm_setAutomine", true);
        var included = await bench.WaitAsync(entries, WaitFor.Included);
        Assert.All(included, entry => Assert.Equal(sent, entry.TransactionHash));
    }

    [Fact]
    [Trait("Fault", "18")]
    public async Task An_account_without_funds_holds_up_and_drains_when_it_has_some()
    {
        await using var bench = await AnvilBench.StartAsync();
        await bench.CallAsync("anvil_setBalance", bench.Account.Address.ToString(), Nothing);
        var entries = await bench.SubmitAsync(3);
        await bench.WaitForObstacleAsync("send it funds");
        await bench.CallAsync("anvil_setBalance", bench.Account.Address.ToString(), Plenty);
        var included = await bench.WaitAsync(entries, WaitFor.Included);
        Assert.All(included, entry => Assert.Equal(EntryState.Executed, entry.State));
    }

    [Fact]
    public async Task A_nonce_that_something_else_spends_costs_another_transaction()
    {
        await using var bench = await AnvilBench.StartAsync();
        await bench.CallAsync("evm_setAutomine", false);
        var entries = await bench.SubmitAsync(1);
        var sent = await bench.WaitUntilSentAsync(entries[0]);
        var foreign = await SignAsync(bench, bench.Account.Address, data: []);
        await bench.Chain.SendRawTransactionAsync(foreign.Sign(bench.Account.Key).Raw, Cancellation);
        await bench.CallAsync("evm_mine");
        await bench.CallAsync("evm_setAutomine", true);
        var included = await bench.WaitAsync(entries, WaitFor.Included);
        Assert.All(included, entry => Assert.Equal(EntryState.Executed, entry.State));
        Assert.All(included, entry => Assert.NotEqual(sent, entry.TransactionHash));
    }

    [Fact]
    [Trait("Fault", "63")]
    [Trait("Fault", "64")]
    public async Task An_intent_that_its_participant_carried_itself_is_done()
    {
        await using var bench = await AnvilBench.StartAsync();
        await bench.CallAsync("evm_setAutomine", false);
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        var sent = await bench.WaitUntilSentAsync(entry);
        await bench.CallAsync("anvil_setBalance", bench.SupplierKey.Address.ToString(), Plenty);
        var direct = await SignAsync(bench, bench.SupplierKey.Address, intent.EncodeCall(bench.Sign(intent)));
        var carried = direct.Sign(bench.SupplierKey);
        await bench.Chain.SendRawTransactionAsync(carried.Raw, Cancellation);
        await bench.CallAsync("evm_mine");
        await bench.CallAsync("evm_setAutomine", true);

        var done = (await bench.WaitAsync([entry], WaitFor.Included))[0];
        Assert.Equal(EntryState.Executed, done.State);
        Assert.Equal(carried.Hash, done.TransactionHash);
        Assert.NotEqual(sent, done.TransactionHash);
    }

    // The relay may have sent them in more than one batch, and so in more than one block.
    private static async Task<ulong> BlocksFromAsync(AnvilBench bench, IReadOnlyList<OutboxEntry> entries)
    {
        var head = await bench.Chain.GetBlockNumberAsync(Cancellation);
        return head - entries.Min(entry => entry.Outcome!.Block.Number) + 1;
    }

    // It pays more than the relay does, so that it goes first and takes the place of what waits.
    private static async Task<Eip1559Transaction> SignAsync(AnvilBench bench, Address sender, byte[] data) => new()
    {
        ChainId = bench.Network.ChainId,
        Nonce = await bench.Chain.GetTransactionCountAsync(sender, BlockTag.Latest, Cancellation),
        GasLimit = 500_000,
        To = data.Length == 0 ? sender : bench.Network.Ledger,
        Data = data,
        MaxFeePerGas = 100_000_000_000,
        MaxPriorityFeePerGas = 50_000_000_000,
    };
}
