using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary>What a supplier should know although its invoice is accepted.</summary>
internal static class SubmissionWarnings
{
    // China, State Council Order 802: a large enterprise pays a small one within 60 days.
    private const uint LongTermDays = 60;

    public static IEnumerable<Warning> Of(SubmitInvoice submission)
    {
        var term = submission.DueDate.Value - submission.IssueDate.Value;
        if (term <= LongTermDays) yield break;
        yield return new Warning
        {
            Reason = "TERM_OVER_60_DAYS",
            Message = $"The invoice is due {term} days after its issue; some jurisdictions allow {LongTermDays} at "
                + "most where the supplier is a small enterprise.",
        };
    }
}
