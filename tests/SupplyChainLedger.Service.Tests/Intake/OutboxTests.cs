using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Fault", "20")]
    [InlineData(31338UL, "0x00000000000000000000000000000000000000a1")]
    [InlineData(31337UL, "0x00000000000000000000000000000000000000a2")]
    public async Task The_outbox_of_another_network_is_refused(ulong chainId, string ledger)
    {
        await using var bench = new Workbench();
        var fault = Assert.Throws<StartupFault>(
            () => OutboxDatabase.Open(bench.OutboxPath, chainId, Address.Parse(ledger)));
        Assert.Contains("belongs to another network", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetDirectoryName(bench.OutboxPath)!, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "32")]
    public async Task The_outbox_of_another_version_is_refused()
    {
        await using var bench = new Workbench();
        bench.Outbox.Writer.Script("PRAGMA user_version = 99");
        var fault = Assert.Throws<StartupFault>(
            () => OutboxDatabase.Open(bench.OutboxPath, Workbench.ChainId, Workbench.Network.Ledger));
        Assert.Contains("version 99", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault_at_start()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "outbox.db");
        Assert.Throws<StartupFault>(
            () => OutboxDatabase.Open(path, Workbench.ChainId, Workbench.Network.Ledger));
    }

    [Fact]
    [Trait("Fault", "20")]
    public async Task A_chain_that_was_made_anew_is_refused()
    {
        await using var bench = new Workbench();
        await TieOf(bench).StartAsync(Cancellation);
        await TieOf(bench).StartAsync(Cancellation);
        bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        bench.Chain.Mine();
        var fault = await Assert.ThrowsAsync<StartupFault>(() => TieOf(bench).StartAsync(Cancellation));
        Assert.Contains("a chain that is gone", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_hurts_no_other_in_its_group()
    {
        await using var bench = new Workbench();
        using var disk = new ManualResetEventSlim();
        var busy = bench.Writer.WriteAsync(
            _ =>
            {
                disk.Wait(Cancellation);
                return true;
            },
            Cancellation);
        var before = bench.SubmitAsync(1);
        var failing = bench.Writer.WriteAsync<bool>(
            static _ => throw new InvalidOperationException("broken"), Cancellation);
        var after = bench.SubmitAsync(2);
        disk.Set();
        await busy;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(EntryState.Waiting, bench.Entry(await before).State);
        Assert.Equal(EntryState.Waiting, bench.Entry(await after).State);
    }

    [Fact]
    [Trait("Fault", "28")]
    public async Task After_a_disk_error_nothing_is_acknowledged_and_the_service_stops()
    {
        await using var bench = new Workbench();
        var first = await bench.SubmitAsync(1);
        await Unavailable(bench.Writer.WriteAsync<bool>(
            static _ => throw new SqliteException("disk I/O error", SQLitePCL.raw.SQLITE_IOERR), Cancellation));
        Assert.True(bench.IsStopped);
        await Unavailable(bench.SubmitAsync(2));

        await bench.RestartAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(first).State);
        Assert.Equal(1, bench.Log.ReadBacklog().Depth);
    }

    [Fact]
    public async Task What_is_queued_at_the_end_of_the_service_is_still_written()
    {
        await using var bench = new Workbench();
        using var disk = new ManualResetEventSlim();
        _ = bench.Writer.WriteAsync(
            _ =>
            {
                disk.Wait(Cancellation);
                return true;
            },
            Cancellation);
        var accepts = Enumerable.Range(1, 20).Select(number => bench.SubmitAsync(number)).ToList();
        var restart = bench.RestartAsync();
        disk.Set();
        await restart;
        var entries = await Task.WhenAll(accepts);
        Assert.All(entries, entry => Assert.NotNull(bench.Log.Find(entry.Hash)));
    }

    private static ChainTie TieOf(Workbench bench) => new(
        bench.Chain, Workbench.Network, bench.Writer, bench.Outbox);

    private static async Task Unavailable(Task writing)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => writing);
        Assert.Equal(ErrorReason.OutboxUnavailable, fault.Reason);
    }
}
