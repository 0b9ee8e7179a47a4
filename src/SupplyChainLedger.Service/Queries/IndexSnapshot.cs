using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Queries.Exposures;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Queries.Invoices;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Participants;
using SupplyChainLedger.Service.Queries.Receivables;
using SupplyChainLedger.Service.Queries.Rules;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.Service.Queries.Similarity;

namespace SupplyChainLedger.Service.Queries;

/// <summary>The index at one moment: everything read from it, and <see cref="Head"/>, is of the same block.</summary>
internal sealed class IndexSnapshot : IDisposable
{
    private readonly IndexReading _reading;

    public IndexSnapshot(
        IndexReading reading, IndexHead progress, PageTokens tokens, FingerprintKey key, UnlikeInvoices unlike)
    {
        _reading = reading;
        Head = IndexState.Read(reading.Session, progress.ChainHead, progress.Rollbacks, progress.IsComplete);
        Invoices = new InvoiceQueries(reading.Session, tokens);
        Participants = new ParticipantQueries(reading.Session, Head, tokens);
        Events = new EventQueries(reading.Session);
        Receivables = new ReceivableQueries(reading.Session, tokens);
        Holdings = new HoldingQueries(reading.Session, tokens);
        Exposures = new ExposureQueries(reading.Session, tokens);
        Financing = new FinancingQueries(reading.Session, Exposures, tokens);
        Settlement = new SettlementQueries(reading.Session, Head, tokens);
        Corrections = new CorrectionQueries(reading.Session, tokens);
        Rules = new RuleQueries(reading.Session, tokens);
        SimilarInvoices = new SimilarInvoiceQueries(reading.Session, key, unlike);
    }

    /// <summary>The block that all answers are of.</summary>
    public IndexHead Head { get; }

    public InvoiceQueries Invoices { get; }

    public ParticipantQueries Participants { get; }

    public EventQueries Events { get; }

    public ReceivableQueries Receivables { get; }

    public HoldingQueries Holdings { get; }

    public ExposureQueries Exposures { get; }

    public FinancingQueries Financing { get; }

    public SettlementQueries Settlement { get; }

    public CorrectionQueries Corrections { get; }

    public RuleQueries Rules { get; }

    public SimilarInvoiceQueries SimilarInvoices { get; }

    /// <summary>What to say of a record that is not here: of an index that is being rebuilt, it says nothing.</summary>
    /// <param name="notFound">What holds once the index is complete.</param>
    public LedgerFault Missing(LedgerFault notFound) =>
        Head.IsFarBehind ? LedgerFaults.IndexIncomplete(Head) : notFound;

    public void Dispose() => _reading.Dispose();
}
