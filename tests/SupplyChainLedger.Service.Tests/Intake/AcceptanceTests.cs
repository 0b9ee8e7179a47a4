using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class AcceptanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_acknowledged_intent_is_on_the_disk_whatever_happens_next()
    {
        await using var bench = new Workbench();
        var copies = Directory.CreateTempSubdirectory("scl-copies-");
        for (var number = 1; number <= 20; number++)
        {
            var entry = await bench.SubmitAsync(number);

            // What a killed process leaves behind: the files as they are, with no clean close.
            var copy = Path.Combine(copies.FullName, $"{number}.db");
            File.Copy(bench.OutboxPath, copy);
            File.Copy($"{bench.OutboxPath}-wal", $"{copy}-wal");
            using var reopened = OutboxDatabase.Open(copy, Workbench.ChainId, Workbench.Network.Ledger);
            var found = reopened.Read(sqlite => EntryTable.Find(sqlite, entry.Hash));
            Assert.NotNull(found);
            Assert.Equal(entry.Call.ToArray(), found.Call.ToArray());
        }

        copies.Delete(recursive: true);
    }

    [Fact]
    public async Task Intents_that_arrive_while_the_disk_is_busy_share_one_commit()
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
        var before = bench.Writer.Commits;
        var accepts = Enumerable.Range(1, 200).Select(number => bench.SubmitAsync(number)).ToList();
        Assert.DoesNotContain(accepts, accept => accept.IsCompleted);

        disk.Set();
        await busy;
        var entries = await Task.WhenAll(accepts);
        Assert.InRange(bench.Writer.Commits - before, 1, 2);
        Assert.Equal(200, entries.Select(entry => entry.Sequence).Distinct().Count());
        Assert.Equal(200, bench.Log.ReadBacklog().Depth);
    }

    [Fact]
    public async Task A_hundred_parallel_copies_make_one_entry_and_get_the_same_answer()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var signature = intent.Sign(Workbench.Domain, bench.SupplierKey).ToBytes();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            _ => Task.Run(() => bench.AcceptAsync(intent, signature))));

        Assert.Single(answers.Select(answer => answer.Sequence).Distinct());
        Assert.All(answers, answer => Assert.Equal(intent.Digest(Workbench.Domain), answer.Hash));
        Assert.Equal(1, bench.Log.ReadBacklog().Depth);
    }

    [Fact]
    public async Task The_same_intent_sent_again_later_gets_the_first_ones_result()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        await bench.MineAsync();
        bench.Register.Invoices[intent.Invoice] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 1, State: 1);
        bench.Clock.Advance(TimeSpan.FromDays(40));

        var again = await bench.AcceptAsync(intent);
        Assert.Equal(entry.Sequence, again.Sequence);
        Assert.Equal(EntryState.Executed, again.State);
    }

    [Fact]
    public async Task Another_key_of_the_participant_may_repeat_its_intent_and_a_stranger_may_not()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        Assert.Equal(entry.Sequence, (await bench.AcceptAsync(intent, bench.SecondSupplierKey)).Sequence);

        using var stranger = PrivateKey.Generate();
        await RefusedAsync(ErrorReason.SignerNotRegistered, () => bench.AcceptAsync(intent, stranger));
    }

    [Fact]
    public async Task A_nonce_serves_one_intent_only()
    {
        await using var bench = new Workbench();
        var nonce = bench.NextNonce();
        await bench.AcceptAsync(bench.Submission(1, nonce: nonce));
        await RefusedAsync(
            ErrorReason.NonceAlreadyUsed, () => bench.AcceptAsync(bench.Submission(2, nonce: nonce)));
    }

    [Fact]
    public async Task Two_intents_with_one_nonce_in_parallel_leave_one_winner()
    {
        await using var bench = new Workbench();
        var nonce = bench.NextNonce();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => Task.Run(
            async () => await Record.ExceptionAsync(
                () => bench.AcceptAsync(bench.Submission(number, nonce: nonce))))));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(
            outcomes.OfType<Exception>(),
            fault => Assert.Equal(ErrorReason.NonceAlreadyUsed, Assert.IsType<LedgerFault>(fault).Reason));
    }

    [Fact]
    public async Task An_invoice_that_is_on_its_way_is_not_submitted_again_under_another_nonce()
    {
        await using var bench = new Workbench();
        var first = bench.Submission(1);
        await bench.AcceptAsync(first);
        var fault = await RefusedAsync(
            ErrorReason.InvoiceAlreadyExists, () => bench.AcceptAsync(bench.Submission(1, amount: 99)));
        Assert.Equal(first.Invoice.ToString(), fault.Metadata["invoice"]);
    }

    [Fact]
    public async Task A_full_outbox_refuses_and_takes_again_when_there_is_room()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { MaxPending = 2 });
        await bench.SubmitAsync(1);
        await bench.SubmitAsync(2);
        await RefusedAsync(ErrorReason.OutboxFull, () => bench.SubmitAsync(3));

        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Waiting, (await bench.SubmitAsync(3)).State);
    }

    [Fact]
    public async Task A_full_disk_acknowledges_nothing_and_heals_when_freed()
    {
        await using var bench = new Workbench();
        await bench.SubmitAsync(1);
        var pages = bench.Outbox.Writer.Number("PRAGMA page_count");
        bench.Outbox.Writer.Script($"PRAGMA max_page_count = {pages}");
        var refused = new List<LedgerIntent>();
        for (var number = 2; refused.Count == 0; number++)
        {
            var intent = bench.Submission(number);
            if (await Record.ExceptionAsync(() => bench.AcceptAsync(intent)) is not LedgerFault fault) continue;
            Assert.Equal(ErrorReason.OutboxUnavailable, fault.Reason);
            refused.Add(intent);
        }

        Assert.Null(bench.Log.Find(refused[0].Digest(Workbench.Domain)));
        bench.Outbox.Writer.Script("PRAGMA max_page_count = 1000000");
        Assert.Equal(EntryState.Waiting, (await bench.AcceptAsync(refused[0])).State);
    }

    [Fact]
    public async Task An_intent_that_its_participant_sent_to_the_chain_itself_is_accepted_as_executed()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        bench.Chain.Add(Foreign.Transaction(bench.SupplierKey, 0, intent, bench.SupplierKey));
        await bench.MineAsync();
        bench.Register.Invoices[intent.Invoice] = new InvoiceStanding(Workbench.Supplier, Workbench.Buyer, 1, State: 1);

        var entry = await bench.AcceptAsync(intent);
        Assert.Equal(EntryState.Executed, entry.State);
        Assert.False(entry.IsFinal);
        await bench.MineAsync(3);
        Assert.True(bench.Entry(entry).IsFinal);
        Assert.False((await bench.RelayAsync()).HasSent);
    }

    [Fact]
    public async Task What_is_listed_comes_newest_first_and_in_pages()
    {
        await using var bench = new Workbench();
        for (var number = 1; number <= 5; number++) await bench.SubmitAsync(number);
        var first = bench.Log.List(Workbench.Supplier, EntryState.Waiting, before: null, limit: 3);
        Assert.Equal([5L, 4L, 3L], first.Select(entry => entry.Sequence));
        var second = bench.Log.List(participant: null, state: null, before: first[^1].Sequence, limit: 3);
        Assert.Equal([2L, 1L], second.Select(entry => entry.Sequence));
        Assert.Empty(bench.Log.List(Workbench.Buyer, state: null, before: null, limit: 3));
        Assert.Empty(bench.Log.List(participant: null, EntryState.Executed, before: null, limit: 3));
        Assert.Equal(first[^1].AcceptedAt, bench.Log.ReadBacklog().Oldest);
    }

    [Fact]
    public async Task What_is_kept_shows_every_signed_field()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(7);
        var entry = await bench.AcceptAsync(intent);
        Assert.Equal(intent, LedgerCalls.DecodeAction(bench.Entry(entry).Call.Span).Intent);
        Assert.Equal(bench.SupplierKey.Address, entry.Signer);
        Assert.Equal(intent.Invoice, entry.Invoice);
        Assert.Equal(new ParticipantId(1), entry.Participant);
    }

    private static async Task<LedgerFault> RefusedAsync(ErrorReason reason, Func<Task> accept)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(accept);
        Assert.Equal(reason, fault.Reason);
        return fault;
    }
}
