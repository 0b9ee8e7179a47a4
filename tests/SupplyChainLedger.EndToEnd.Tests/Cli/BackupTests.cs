using Microsoft.Data.Sqlite;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.EndToEnd.Tests.Cli;

/// <summary>What the operator can do for the data of a service: copy it, bring it back, check it, make it anew.
/// </summary>
public sealed class BackupTests(PreparedNetwork network) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => _folder.At("backup");

    private string Restored => _folder.At("restored");

    [Fact]
    public async Task A_backup_of_a_running_service_is_restored_and_goes_on()
    {
        SignedIntent<SubmitInvoice> kept;
        await using (var service = await network.StartCopyAsync(_folder.At("data")))
        {
            kept = await SubmitAsync(service);
            RequireDone(await new SclCommand(service).RunAsync("backup", Backup));
        }

        RequireDone(await SclCommand.RunAloneAsync("restore", Backup, "--data", Restored));
        await using var restored = await RunningService.StartAsync(Restored);
        Assert.NotEqual(Hash32.Zero, await TransactionOfAsync(restored, kept));
        await SubmitAsync(restored);
    }

    [Fact]
    public async Task An_old_backup_is_told_apart_from_the_chain_and_no_nonce_is_used_twice()
    {
        var signed = new List<SignedIntent<SubmitInvoice>>();
        await using (var service = await network.StartCopyAsync(_folder.At("data")))
        {
            signed.Add(await SubmitAsync(service));
            RequireDone(await new SclCommand(service).RunAsync("backup", Backup));
            signed.Add(await SubmitAsync(service));
            signed.Add(await SubmitAsync(service));
        }

        RequireDone(await SclCommand.RunAloneAsync("restore", Backup, "--data", Restored));
        Directory.Delete(Path.Combine(Restored, "devnet"), recursive: true);
        Directory.Move(_folder.At("data", "devnet"), Path.Combine(Restored, "devnet"));
        var restored = await RunningService.StartAsync(Restored);
        await using (restored)
        {
            signed.Add(await SubmitAsync(restored));
            using var chain = new DevnetReader(restored.Chain);
            var nonces = new List<ulong>();
            foreach (var one in signed)
            {
                var hash = await TransactionOfAsync(restored, one);
                nonces.Add((await chain.Chain.GetTransactionAsync(hash, Cancellation))!.Nonce);
            }

            Assert.Equal(nonces.Distinct().Order(), nonces);
        }

        Assert.Contains("older than the chain", await restored.ErrorsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_and_a_folder_that_is_there_are_refused()
    {
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        var scl = new SclCommand(service);
        RequireDone(await scl.RunAsync("backup", Backup));

        var again = await scl.RunAsync("backup", Backup);
        await File.AppendAllTextAsync(Path.Combine(Backup, "outbox.db"), "x", Cancellation);
        var damaged = await SclCommand.RunAloneAsync("restore", Backup, "--data", Restored);

        Assert.Equal((2, 2), (again.ExitCode, damaged.ExitCode));
        Assert.Contains("exists already", again.Errors, StringComparison.Ordinal);
        Assert.Contains("outbox.db has changed", damaged.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));
    }

    [Fact]
    public async Task What_was_altered_in_the_index_is_named_and_gone_after_it_is_made_anew()
    {
        await using (var service = await network.StartCopyAsync(_folder.At("data")))
        {
            var scl = new SclCommand(service);
            await SubmitAsync(service);
            var whole = await scl.RunAsync("index", "check");
            Alter(_folder.At("data", "index.db"));
            var altered = await scl.RunAsync("index", "check");
            var early = await scl.RunAsync("index", "rebuild");

            Assert.True(whole.ExitCode == 0, whole.Everything);
            Assert.Contains("are as on the chain", whole.Errors, StringComparison.Ordinal);
            Assert.True(altered.ExitCode == 1, altered.Everything);
            Assert.Contains("is another", altered.Errors, StringComparison.Ordinal);
            Assert.True(early.ExitCode == 2, early.Everything);
        }

        RequireDone(await SclCommand.RunAloneAsync("index", "rebuild", "--data", _folder.At("data")));
        await using var next = await RunningService.StartAsync(_folder.At("data"));
        RequireDone(await new SclCommand(next).RunAsync("index", "check"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<SignedIntent<SubmitInvoice>> SubmitAsync(RunningService service)
    {
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        var signed = supplier.Signer.Submit(Party.NewInvoice());
        await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Final, Cancellation);
        return signed;
    }

    private static async Task<Hash32> TransactionOfAsync(
        RunningService service, SignedIntent<SubmitInvoice> signed)
    {
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        var answer = await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Final, Cancellation);
        return Hash32.Parse(answer.Intent.Inclusion.TransactionHash);
    }

    private static void Alter(string index)
    {
        using var connection = new SqliteConnection($"Data Source={index};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE event SET data = x'00' WHERE at = (SELECT MAX(at) FROM event)";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static void RequireDone(ToolRun run) => Assert.True(run.ExitCode == 0, run.Everything);
}
