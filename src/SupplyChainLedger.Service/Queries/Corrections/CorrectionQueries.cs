using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Corrections;

/// <summary>Credit notes, disputes and cancellations as of one snapshot.</summary>
internal sealed class CorrectionQueries(SqliteSession session, PageTokens tokens)
{
    private readonly RecordList<DisputeRecord> _disputes =
        new(session, tokens, "disputes", DisputeTable.Read, static one => one.Opened.Key);

    private readonly RecordList<CreditNoteRecord> _creditNotes =
        new(session, tokens, "credit notes", CreditNoteTable.Read, static one => one.Issued.Key);

    /// <summary>The newest request to cancel a receivable; null where there was none.</summary>
    public CancellationRecord? NewestCancellation(InvoiceId receivable) =>
        CancellationTable.Newest(session, receivable);

    /// <summary>Disputes, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<DisputeRecord> ListDisputes(DisputeFilter filter, PageRequest page)
    {
        var walk = CorrectionSql.Walk(filter);
        var sql = walk.Sql("dispute", "opened", DisputeTable.Columns);
        return _disputes.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }

    /// <summary>Credit notes, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<CreditNoteRecord> ListCreditNotes(CreditNoteFilter filter, PageRequest page)
    {
        var walk = CorrectionSql.Walk(filter);
        var sql = walk.Sql("credit_note", "issued", CreditNoteTable.Columns);
        return _creditNotes.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }
}
