using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// The fingerprints that a transaction adds. They are in no order, and written in their own at its end, so that each
/// page of the table is looked for and changed once.
/// </summary>
internal sealed class FingerprintBatch
{
    /// <summary>Fewer events or invoices than these are not worth another thread.</summary>
    private const int Many = 200;

    private readonly (long Value, long Invoice)[] _made;

    private FingerprintBatch(IEnumerable<(long Value, long Invoice)> made)
    {
        _made = [.. made];
        Array.Sort(_made);
    }

    /// <summary>
    /// Makes those of the invoices that were submitted in these blocks. They follow from the events alone, so that a
    /// writer which has many has them made while it writes the rest.
    /// </summary>
    public static Task<FingerprintBatch> MakeAsync(IReadOnlyList<ChainBlock> blocks, FingerprintKey key) =>
        blocks.Sum(static block => block.Logs.Count) >= Many
            ? Task.Run(() => Make(blocks, key))
            : Task.FromResult(Make(blocks, key));

    /// <summary>
    /// Makes those of recorded invoices, with the processors that have nothing else to do. Each piece is work of its
    /// own: what is divided by a thread that then waits for the pieces would wait for threads too.
    /// </summary>
    public static Task<FingerprintBatch> MakeAsync(IReadOnlyList<InvoiceRecord> invoices, FingerprintKey key) =>
        Task.Run(async () =>
        {
            var pieces = await Task.WhenAll(invoices.Chunk(Many).Select(piece => Task.Run(() => Piece(piece, key))));
            return new FingerprintBatch(pieces.SelectMany(static made => made));
        });

    /// <summary>What several batches hold.</summary>
    public static FingerprintBatch Together(IReadOnlyList<FingerprintBatch> batches) =>
        new(batches.SelectMany(static batch => batch._made));

    /// <summary>Writes them.</summary>
    public void Write(SqliteSession writer) => FingerprintTable.Insert(writer, _made);

    /// <summary>Writes those of new invoices, and tells which of these resemble none.</summary>
    public void Write(SqliteSession writer, UnlikeInvoices unlike)
    {
        var first = FingerprintTable.FirstCarriers(writer, _made);
        // One after the other, those of the same value have the one before them in common.
        for (var i = 1; i < _made.Length; i++)
            if (_made[i].Value == _made[i - 1].Value) first.TryAdd(_made[i].Value, _made[i - 1].Invoice);
        var like = _made.Where(row => first.ContainsKey(row.Value)).Select(static row => row.Invoice)
            .Concat(first.Values).ToHashSet();
        unlike.Tell(_made.Select(static row => row.Invoice).Where(invoice => !like.Contains(invoice)), like);
        Write(writer);
    }

    private static FingerprintBatch Make(IReadOnlyList<ChainBlock> blocks, FingerprintKey key) => new(
        from log in blocks.SelectMany(static block => block.Logs)
        let e = log.Event as InvoiceSubmitted
        where e is not null
        from made in Values(
            new InvoiceParticulars(
                e.Supplier, e.Buyer, e.Number, e.IssueDate, e.DueDate, e.Currency, e.Amount, e.DocumentHash),
            log.At,
            key)
        select made);

    private static List<(long Value, long Invoice)> Piece(InvoiceRecord[] invoices, FingerprintKey key) =>
        [.. invoices.SelectMany(one => Values(one.ToParticulars(), one.Submitted, key))];

    private static IEnumerable<(long Value, long Invoice)> Values(
        InvoiceParticulars invoice, LogPosition submitted, FingerprintKey key) =>
        FingerprintTable.ValuesOf(invoice, key).Select(value => (value, submitted.Key));
}
