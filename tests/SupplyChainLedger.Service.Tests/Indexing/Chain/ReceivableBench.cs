using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>An index over the participants of <see cref="RandomLives"/> and what a test tells of them.</summary>
internal sealed class ReceivableBench : IDisposable
{
    private IndexSnapshot? _snapshot;

    private ReceivableBench(ScriptedChain chain)
    {
        Chain = chain;
        Bench = new IndexBench(chain);
    }

    public ScriptedChain Chain { get; }

    public IndexBench Bench { get; }

    /// <summary>The index after what was told last.</summary>
    public IndexSnapshot Snapshot => _snapshot!;

    public static async Task<ReceivableBench> OpenAsync()
    {
        var bench = new ReceivableBench(new ScriptedChain());
        await bench.TellAsync([.. RandomLives.Participants()]);
        return bench;
    }

    /// <summary>A receivable of a supplier and buyer, confirmed.</summary>
    public async Task<ReceivableLife> ConfirmAsync(
        int number = 10, uint supplier = 1, uint buyer = 3, uint dueInDays = 60)
    {
        var submission = Story.Submission(number, supplier, buyer, dueInDays);
        var life = new ReceivableLife(submission);
        await TellAsync(submission, life.Confirm());
        return life;
    }

    /// <summary>Adds one block with these events.</summary>
    public async Task TellAsync(params LedgerEvent[] events)
    {
        Chain.Mine(events);
        await Bench.CatchUpAsync();
        _snapshot?.Dispose();
        _snapshot = await Bench.OpenAsync();
    }

    public void Dispose()
    {
        _snapshot?.Dispose();
        Bench.Dispose();
    }
}
