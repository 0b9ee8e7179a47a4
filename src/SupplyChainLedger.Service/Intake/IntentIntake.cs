using System.Diagnostics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.FailPoints;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake;

/// <summary>
/// Takes signed intents. What it returns is on disk and comes to exactly one end; what it refuses has left no trace.
/// </summary>
internal sealed class IntentIntake(
    IntakeOptions options,
    DeadlineRule deadlines,
    PartyRules parties,
    InvoiceRules invoices,
    CancellationRules cancellations,
    IIntentOutcomes outcomes,
    IIndexProgress progress,
    OutboxDatabase outbox,
    OutboxWriter writer,
    RefusalMetrics refusals,
    IntentTraces traces,
    TimeProvider time)
{
    /// <summary>Accepts an intent whose shape has been checked.</summary>
    /// <param name="intent">The signed fields.</param>
    /// <param name="hash">Its digest.</param>
    /// <param name="signature">65 bytes: r, low s, v 27 or 28; or two of these.</param>
    /// <param name="cancellation">Gives up; the intent may be accepted all the same.</param>
    /// <returns>Its entry; of an intent known before, the first one's as it stands now.</returns>
    /// <exception cref="LedgerFault">It is refused, for one of the reasons of the rules here.</exception>
    public async Task<OutboxEntry> AcceptAsync(
        LedgerIntent intent, IntentHash hash, ReadOnlyMemory<byte> signature, CancellationToken cancellation)
    {
        using var span = traces.Accept(hash, intent);
        try
        {
            if (!IntentSignatures.TryParse(signature.Span, out var parsed, out var fault))
                throw IntakeFaults.SignatureMalformed(fault);

            SignedIntent signed;
            using (traces.Within(span, "intent.verify")) signed = Recover(intent, hash, parsed);
            return await AcceptAsync(signed, span, cancellation);
        }
        catch (LedgerFault fault)
        {
            refusals.Count(fault.Reason);
            span?.SetStatus(ActivityStatusCode.Error, ErrorRules.NameOf(fault.Reason));
            throw;
        }
    }

    private async Task<OutboxEntry> AcceptAsync(SignedIntent signed, Activity? span, CancellationToken cancellation)
    {
        try
        {
            var recorded = outcomes.Find(signed.Hash.Value) is { } outcome ? EntryOutcome.From(outcome) : null;
            if (recorded is null) Admit(signed);
            else parties.CheckSigners(signed);
            using (traces.Within(span, "intent.commit")) return await TakeAsync(signed, recorded, cancellation);
        }
        catch (LedgerFault) when (outbox.Read(sqlite => EntryTable.Find(sqlite, signed.Hash)) is { } known)
        {
            // What would be refused now was accepted before. Under another signature, the same statement is as good as
            // the first one when the key is the participant's.
            if (signed.Signer != known.Signer) parties.CheckSigners(signed);
            return known;
        }
    }

    private static SignedIntent Recover(LedgerIntent intent, IntentHash hash, IntentSignatures signatures)
    {
        var first = signatures.First.Recover(hash.Value) ?? throw IntakeFaults.RecoversToNobody();
        Address? second = signatures.Second is { } other
            ? other.Recover(hash.Value) ?? throw IntakeFaults.RecoversToNobody()
            : null;
        return new SignedIntent(intent, hash, first, second, intent.EncodeCall(signatures));
    }

    private void Admit(SignedIntent signed)
    {
        deadlines.Check(signed.Intent);
        try
        {
            parties.Check(signed);
            invoices.Check(signed.Intent);
            cancellations.Check(signed.Intent);
        }
        catch (LedgerFault) when (progress.Current.IsFarBehind)
        {
            // While the index is rebuilt, it would turn down what is right.
            throw LedgerFaults.IndexIncomplete(progress.Current);
        }
    }

    private async Task<OutboxEntry> TakeAsync(
        SignedIntent signed, EntryOutcome? recorded, CancellationToken cancellation)
    {
        FailPoint.Pass(FailPoint.Admitted);
        var now = time.GetUtcNow();
        var isFinal = recorded?.Block.Number <= progress.Current.FinalBlock;
        var acceptance = await writer.WriteAsync(
            session => AcceptanceRule.Take(session, signed, recorded, isFinal, now, options), cancellation);
        FailPoint.Pass(FailPoint.Persisted);
        return acceptance switch
        {
            Acceptance.Taken taken => taken.Entry,
            Acceptance.SubmissionOnItsWay other => throw IntakeFaults.InvoiceAlreadyExists(other.Invoice),
            Acceptance.CancelledTooLate late => throw IntakeFaults.AlreadyEnded(late.Entry.Hash, late.Entry.State),
            Acceptance.CancellationMismatch other =>
                throw IntakeFaults.CancellationMismatch(signed.Intent, other.Named),
            Acceptance.Full => throw IntakeFaults.OutboxFull(options.MaxPending),
            Acceptance.Crowded crowded => throw IntakeFaults.QuotaExceeded(signed.Intent, crowded),
            _ => throw IntakeFaults.NonceAlreadyUsed(signed.Intent.Participant, signed.Intent.Nonce),
        };
    }
}
