using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>
/// Changes the index, always by whole transactions: a block with everything it brings, or a rollback with everything it
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

    /// <summary>Adds the next block. The caller has checked that it follows the newest one.</summary>
    /// <exception cref="InconsistentChainException">An event cannot follow what is indexed.</exception>
    public void Append(ChainBlock block)
    {
        try
        {
            database.Write(writer => Append(writer, block));
        }
        catch (OverflowException fault)
        {
            throw new InconsistentChainException(
                $"Block {block.Ref.Number} holds a number that the contracts do not allow: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Takes back every block above the fork, and makes each record that they changed anew from its remaining events.
    /// Without a fork nothing remains.
    /// </summary>
    public void RollBack(ulong? fork) => database.Write(writer =>
    {
        var firstBlock = fork + 1 ?? 0;
        var firstKey = LogPosition.FirstKeyOf(firstBlock);
        var invoices = EventTable.InvoicesFrom(writer, firstKey);
        var participants = EventTable.ParticipantsFrom(writer, firstKey);
        EventTable.DeleteFrom(writer, firstKey);
        BlockTable.OrphanFrom(writer, firstBlock);
        if (BlockTable.Final(writer) > (fork ?? 0)) BlockTable.SetFinal(writer, fork ?? 0);
        foreach (var invoice in invoices) Refold(writer, invoice);
        foreach (var participant in participants) Refold(writer, participant);
    });

    private void Append(SqliteSession writer, ChainBlock block)
    {
        BlockTable.Insert(writer, block.Ref, block.Parent);
        foreach (var log in block.Logs) EventTable.Insert(writer, log, Project(writer, log));
        var final = FinalAt(block.Ref.Number);
        if (final > BlockTable.Final(writer)) BlockTable.SetFinal(writer, final);
    }

    /// <summary>Folds the event into its record, and tells whom it concerns.</summary>
    private IEnumerable<ParticipantId> Project(SqliteSession writer, ChainLog log)
    {
        if (EventTable.RegisteredIn(log.Event) is { } participant)
        {
            var before = ParticipantTable.Find(writer, participant);
            ParticipantTable.Save(writer, ParticipantFold.Apply(before, log.Event, log.At));
        }

        if (log.Event.InvoiceConcerned is not { } id) return log.Event.ParticipantsNamed;

        // An invoice's events concern both of its parties, whichever of them the log itself names.
        var invoice = InvoiceFold.Apply(InvoiceTable.Find(writer, id), log.Event, log.At);
        InvoiceTable.Save(writer, invoice);
        if (log.Event is InvoiceSubmitted) FingerprintTable.Insert(writer, invoice, database.FingerprintKey);
        return [invoice.Supplier, invoice.Buyer];
    }

    private void Refold(SqliteSession writer, InvoiceId id)
    {
        if (InvoiceTable.Find(writer, id) is { } before)
            FingerprintTable.Delete(writer, before, database.FingerprintKey);
        InvoiceTable.Delete(writer, id);
        InvoiceRecord? invoice = null;
        foreach (var row in EventTable.OfInvoice(writer, id))
            invoice = InvoiceFold.Apply(invoice, row.Event, row.Position);
        if (invoice is null) return;
        InvoiceTable.Save(writer, invoice);
        FingerprintTable.Insert(writer, invoice, database.FingerprintKey);
    }

    private static void Refold(SqliteSession writer, ParticipantId id)
    {
        ParticipantTable.Delete(writer, id);
        ParticipantRecord? participant = null;
        foreach (var row in EventTable.OfParticipant(writer, id))
            participant = ParticipantFold.Apply(participant, row.Event, row.Position);
        if (participant is not null) ParticipantTable.Save(writer, participant);
    }

    private ulong FinalAt(ulong head) => head > network.FinalityDepth ? head - network.FinalityDepth : 0;
}
