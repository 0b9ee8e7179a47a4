using SupplyChainLedger.Contracts.Events;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// Fingerprints that were made while their invoices were written, by processors that had nothing else to do, and wait
/// for the index to be completed. They are of one stretch of the chain, and no more than fit into memory.
/// </summary>
internal sealed class FingerprintBacklog
{
    private const int MostInvoices = 100_000;

    private readonly List<Task<FingerprintBatch>> _made = [];
    private int _invoices;

    /// <summary>Whether more can wait here.</summary>
    public bool HasRoom => _invoices < MostInvoices;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _invoices == 0;

    /// <summary>Keys of the stretch's first log and of its last.</summary>
    public (long First, long Last) Stretch { get; private set; } = (long.MaxValue, long.MinValue);

    /// <summary>Keeps those of further blocks, the next after those before.</summary>
    public void Add(IReadOnlyList<ChainBlock> blocks, Task<FingerprintBatch> made)
    {
        _made.Add(made);
        _invoices += blocks.Sum(static block => block.Logs.Count(static log => log.Event is InvoiceSubmitted));
        Stretch = (
            Math.Min(Stretch.First, LogPosition.FirstKeyOf(blocks[0].Ref.Number)),
            LogPosition.FirstKeyOf(blocks[^1].Ref.Number + 1) - 1);
    }

    /// <summary>All of them, in one order.</summary>
    public Task<FingerprintBatch> AllAsync() =>
        Task.Run(async () => FingerprintBatch.Together(await Task.WhenAll(_made)));
}
