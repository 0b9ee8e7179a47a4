using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>
/// Changes the index, always by whole transactions: blocks with everything they bring, or a rollback with everything it
/// takes back. Where the index stands is part of the same transaction, so that it can be killed at any moment.
/// </summary>
internal sealed class IndexWriter(IndexDatabase database, LedgerNetwork network)
{
    /// <summary>Begins an empty index with the block before the contracts' first.</summary>
    public void Anchor(ChainBlock block) => database.Write(writer =>
    {
        BlockTable.Insert(writer, block.Ref, block.Parent);
        BlockTable.SetFinal(writer, block.Ref.Number);
    });

    /// <summary>
    /// Adds the next blocks, all of them or none. Together they cost less than one by one, since their events change
    /// the same pages. The caller has checked that each follows the one before it, and the first the newest one.
    /// </summary>
    /// <exception cref="InconsistentChainException">An event cannot follow what is indexed.</exception>
    public void Append(IReadOnlyList<ChainBlock> blocks)
    {
        // They follow from the events alone, and are made while the rest is written.
        var fingerprints = database.IsComplete || database.Fingerprints.HasRoom
            ? FingerprintBatch.MakeAsync(blocks, database.FingerprintKey)
            : null;
        try
        {
            database.Write(writer =>
            {
                Fold(writer, blocks);
                if (database.IsComplete) fingerprints!.GetAwaiter().GetResult().Write(writer, database.Unlike);
            });
        }
        catch (OverflowException fault)
        {
            throw new InconsistentChainException(
                $"Block {blocks[^1].Ref.Number}, or one of the {blocks.Count - 1} read with it, holds a number that "
                + $"the contracts do not allow: {fault.Message}",
                fault);
        }

        if (!database.IsComplete && fingerprints is not null) database.Fingerprints.Add(blocks, fingerprints);
        if (blocks.Any(static block => block.Logs.Any(static log => ParticipantFamily.IsOfRegister(log.Event))))
            database.Register.Advance();
    }

    /// <summary>
    /// Takes back every block above the fork, and makes each record that they changed anew from its remaining events.
    /// Without a fork nothing remains.
    /// </summary>
    public void RollBack(ulong? fork)
    {
        database.Write(writer => RollBack(writer, fork));
        database.Register.Advance();
    }

    private void Fold(SqliteSession writer, IReadOnlyList<ChainBlock> blocks)
    {
        var folding = new Folding(writer);
        foreach (var block in blocks)
        {
            BlockTable.Insert(writer, block.Ref, block.Parent);
            foreach (var log in block.Logs) folding.Append(log);
            FailPoint.Pass(FailPoint.Folded);
        }

        folding.Write();
        var final = FinalAt(blocks[^1].Ref.Number);
        if (final > BlockTable.Final(writer)) BlockTable.SetFinal(writer, final);
    }

    private void RollBack(SqliteSession writer, ulong? fork)
    {
        var firstBlock = fork + 1 ?? 0;
        var firstKey = LogPosition.FirstKeyOf(firstBlock);
        var invoices = EventTable.InvoicesFrom(writer, firstKey);
        var participants = EventTable.ParticipantsFrom(writer, firstKey);
        EventTable.DeleteFrom(writer, firstKey);
        RuleVersionTable.DeleteFrom(writer, firstKey);
        BlockTable.OrphanFrom(writer, firstBlock);
        if (BlockTable.Final(writer) > (fork ?? 0)) BlockTable.SetFinal(writer, fork ?? 0);
        foreach (var invoice in invoices) Refold(writer, invoice);
        foreach (var participant in participants) Refold(writer, participant);
    }

    private void Refold(SqliteSession writer, LogPosition submitted)
    {
        var before = InvoiceTable.Find(writer, submitted)
            ?? throw new InvalidDataException($"The index names the invoice of log {submitted}, and does not have it.");
        var remaining = EventTable.OfInvoice(writer, before.Id);
        if (remaining.Count == 0) FingerprintTable.Delete(writer, before, database.FingerprintKey);
        ReceivableFamily.Delete(writer, before);
        InvoiceTable.Delete(writer, submitted);
        var folding = new Folding(writer);
        foreach (var row in remaining) folding.Again(before.Id, new PlacedEvent(row.Position, row.Event));
        folding.Write();
    }

    private static void Refold(SqliteSession writer, ParticipantId id)
    {
        ParticipantFamily.Delete(writer, id);
        foreach (var row in EventTable.OfParticipant(writer, id))
            ParticipantFamily.Project(writer, new PlacedEvent(row.Position, row.Event));
    }

    private ulong FinalAt(ulong head) => head > network.FinalityDepth ? head - network.FinalityDepth : 0;
}
