using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Intake.Journal;

public sealed class IntentJournalTests : IAsyncLifetime
{
    private readonly Workbench _bench = new();
    private readonly RecordedLog<IntentJournal> _log = new();
    private IntentJournal _journal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _journal = new IntentJournal(_bench.Changes, _log);
        await _journal.StartAsync(Cancellation);
    }

    [Fact]
    public async Task Each_step_of_an_intent_is_one_line_with_its_place()
    {
        var intent = (await _bench.SubmitAsync(1)).Hash;
        await _bench.RelayAsync();
        var transaction = _bench.Log.Find(intent)!.SentAs;
        await _bench.MineAsync(3);

        Assert.Equal(
            [
                $"Intent {intent}, SubmitInvoice of participant 1: accepted.",
                $"Intent {intent}, SubmitInvoice of participant 1: sent in transaction {transaction}.",
                $"Intent {intent}, SubmitInvoice of participant 1: executed in block 1, transaction {transaction}, "
                    + "reason none.",
                $"Intent {intent}, SubmitInvoice of participant 1: final in block 1, transaction {transaction}, "
                    + "reason none.",
            ],
            await LinesAsync(intent));
    }

    [Fact]
    public async Task What_a_reorganisation_takes_back_is_told_and_what_it_comes_to_then()
    {
        var intent = (await _bench.SubmitAsync(1)).Hash;
        await _bench.RelayAsync();
        await _bench.MineAsync();
        _bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        await _bench.MineAsync(2);
        await _bench.RelayAsync();
        await _bench.MineAsync();

        var steps = (await LinesAsync(intent)).Select(static line => line.Split(": ")[1].Split([' ', '.'])[0]);

        Assert.Equal(["accepted", "sent", "executed", "taken_back", "executed"], steps);
    }

    [Fact]
    public async Task The_same_intent_sent_again_makes_no_second_line()
    {
        var submission = _bench.Submission(1);
        var first = await _bench.AcceptAsync(submission);

        await _bench.AcceptAsync(submission);

        Assert.Single(await LinesAsync(first.Hash));
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.StopAsync(Cancellation);
        await _bench.DisposeAsync();
    }

    private async Task<IEnumerable<string>> LinesAsync(IntentHash intent)
    {
        await _bench.UntilToldAsync();
        return _log.Lines.Select(static line => line.Text).Where(line => line.Contains($"{intent}"));
    }
}
