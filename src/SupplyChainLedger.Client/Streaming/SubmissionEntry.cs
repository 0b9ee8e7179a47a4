using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Streaming;

/// <summary>A submission on its way through a stream.</summary>
internal sealed class SubmissionEntry(long number, SignedIntent<Intents.SubmitInvoice> submission, WaitFor waitFor)
{
    public long Number => number;

    public SubmitInvoicesRequest Request { get; } = new()
    {
        RequestId = $"{number}",
        Action = submission.Intent.ToApi(),
        Signature = submission.SignatureText,
        WaitFor = waitFor,
    };

    /// <summary>Whether a connection may have taken it. One that breaks leaves it open.</summary>
    public bool WasSent { get; set; }

    /// <summary>What an answer means.</summary>
    /// <exception cref="LedgerMismatchException">It speaks of another intent or record.</exception>
    public SubmissionOutcome Read(SubmitInvoicesResponse answer)
    {
        if (answer.Error is { } error) return Refused(LedgerExceptions.Of(error));
        try
        {
            RecordCheck.Outcome(submission.Digest, answer.Submitted.Intent);
            if (answer.Submitted.Invoice is { } record) RecordCheck.Submission(submission.Intent, record);
            return new SubmissionOutcome(submission, answer.Submitted, null);
        }
        catch (LedgerException refusal)
        {
            return Refused(refusal);
        }
    }

    /// <summary>No answer came in time.</summary>
    public SubmissionOutcome Pending() => Refused(LedgerExceptions.Unanswered(submission.Digest));

    private SubmissionOutcome Refused(LedgerException refusal) => new(submission, null, refusal);
}
