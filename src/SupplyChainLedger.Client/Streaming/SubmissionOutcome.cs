using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Streaming;

/// <summary>What became of one submission among many: exactly one of response and refusal is there.</summary>
/// <param name="Submission">What was sent.</param>
/// <param name="Response">The answer, when it went through.</param>
/// <param name="Refusal">Why it did not.</param>
public sealed record SubmissionOutcome(
    SignedIntent<Intents.SubmitInvoice> Submission, SubmitInvoiceResponse? Response, LedgerException? Refusal);
