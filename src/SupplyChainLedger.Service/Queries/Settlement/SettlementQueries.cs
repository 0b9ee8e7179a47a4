using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>Payments, accounts and stops as of one snapshot.</summary>
internal sealed class SettlementQueries(SqliteSession session, IndexHead head, PageTokens tokens)
{
    private const string DueName = "due";
    private const int LookLimit = 5_000;

    private readonly PaymentInstructions _instructions = new(session, head);

    private readonly RecordList<PaymentRecord> _payments =
        new(session, tokens, "payments", PaymentTable.Read, static one => one.Declared.Key);

    private readonly RecordList<StopRecord> _stops =
        new(session, tokens, "stops", StopTable.Read, static one => one.Stopped.Key);

    /// <summary>Payments, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<PaymentRecord> ListPayments(PaymentFilter filter, PageRequest page)
    {
        var walk = SettlementSql.Walk(filter);
        var sql = walk.Sql("payment", "declared", PaymentTable.Columns);
        return _payments.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }

    /// <summary>Stops of obligors, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<StopRecord> ListStops(StopFilter filter, PageRequest page)
    {
        var walk = SettlementSql.Walk(filter);
        var sql = walk.Sql("stop", "stopped", StopTable.Columns);
        return _stops.List(
            $"{filter}", sql, walk.Arguments, stop => !filter.InForceOnly || stop.Lifted is null, page);
    }

    /// <summary>Where a participant wants to be paid now; null where it has never said.</summary>
    /// <param name="participant">Who is to be paid.</param>
    /// <param name="currency">Three letters.</param>
    public NamedAccount? AccountOf(ParticipantId participant, string currency) =>
        AccountTable.Valid(session, participant, currency, head.Indexed.Timestamp);

    /// <summary>
    /// Who is to be paid on a receivable: on a day that is past as it was when the day ended, otherwise as it is now.
    /// </summary>
    /// <returns>A line for each holding that something is owed on, largest first.</returns>
    public IReadOnlyList<PaymentLine> InstructionOn(InvoiceId receivable, EpochDay day) =>
        _instructions.On(receivable, day);

    /// <summary>What is due, soonest first.</summary>
    /// <exception cref="ArgumentException">Neither payer nor payee is given.</exception>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<PaymentLine> ListDue(DueFilter filter, PageRequest page)
    {
        var one = filter.Payee ?? filter.Payer ?? throw new ArgumentException("Of whom is not given.", nameof(filter));
        var last = page.Token.Length == 0
            ? new PageCursor((filter.From?.Value ?? 0L) - 1, long.MaxValue)
            : tokens.Read(DueName, $"{filter}", page.Token);
        SqliteValue[] arguments = [last.First, last.Second, filter.Until?.Value ?? long.MaxValue, (long)one.Value];
        var lines = new List<PaymentLine>(page.Size);
        var looked = 0;
        var holdings = session.Stream(SettlementSql.Due(filter), HoldingTable.Read, arguments);
        foreach (var holding in holdings)
        {
            if (lines.Count == page.Size || looked++ == LookLimit)
                return new Page<PaymentLine>(lines, tokens.Write(DueName, $"{filter}", last));
            last = new PageCursor(holding.DueDate.Value, holding.Opened.Key);
            if (filter.Payer is null || holding.Payer == filter.Payer) lines.Add(_instructions.Line(holding));
        }

        return new Page<PaymentLine>(lines, "");
    }
}
