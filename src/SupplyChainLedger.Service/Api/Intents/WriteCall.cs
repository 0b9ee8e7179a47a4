using Grpc.Core;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary>
/// The way of every call that changes the ledger: hand over what was signed, wait, and show the record as it is then.
/// </summary>
internal sealed class WriteCall(IntentSubmission submission, IIndexReader index)
{
    /// <param name="intent">What was signed.</param>
    /// <param name="signature">The request's <c>signature</c>.</param>
    /// <param name="waitFor">The request's <c>wait_for</c>.</param>
    /// <param name="context">The call.</param>
    /// <param name="find">The record that the intent has made or changed.</param>
    /// <param name="respond">Puts intent and record together; there is no record before the inclusion.</param>
    public Task<TResponse> AnswerAsync<TIntent, TRecord, TResponse>(
        TIntent intent,
        string signature,
        WaitFor waitFor,
        ServerCallContext context,
        Func<IndexSnapshot, TIntent, IntentHash, TRecord?> find,
        Func<Intent, TRecord?, TResponse> respond)
        where TIntent : LedgerIntent
        where TRecord : class =>
        AnswerAsync(intent, signature, waitFor, context.Deadline, find, respond, context.CancellationToken);

    /// <summary>The same for one of many in a call.</summary>
    public async Task<TResponse> AnswerAsync<TIntent, TRecord, TResponse>(
        TIntent intent,
        string signature,
        WaitFor waitFor,
        DateTime deadline,
        Func<IndexSnapshot, TIntent, IntentHash, TRecord?> find,
        Func<Intent, TRecord?, TResponse> respond,
        CancellationToken cancellation)
        where TIntent : LedgerIntent
        where TRecord : class
    {
        var entry = await submission.SendAsync(intent, signature, waitFor, deadline, cancellation);
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        var record = entry.State == EntryState.Executed ? find(snapshot, intent, entry.Hash) : null;
        return respond(IntentWriter.Write(snapshot, entry), record);
    }
}
