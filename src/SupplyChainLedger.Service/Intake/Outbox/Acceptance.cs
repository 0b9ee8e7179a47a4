using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>What the outbox says to an intent.</summary>
internal abstract record Acceptance
{
    /// <summary>It is on disk, now or since an earlier time.</summary>
    /// <param name="Entry">The entry as it stands.</param>
    public sealed record Taken(OutboxEntry Entry) : Acceptance;

    /// <summary>Another intent of the participant has the nonce, or takes it already.</summary>
    public sealed record NonceTaken : Acceptance;

    /// <summary>Another intent that submits the same invoice is on its way.</summary>
    /// <param name="Invoice">The invoice.</param>
    public sealed record SubmissionOnItsWay(InvoiceId Invoice) : Acceptance;

    /// <summary>The intent that is to be taken back has come to its end.</summary>
    /// <param name="Entry">That intent.</param>
    public sealed record CancelledTooLate(OutboxEntry Entry) : Acceptance;

    /// <summary>A cancellation has not the participant and the nonce of the intent that it names.</summary>
    /// <param name="Named">That intent.</param>
    public sealed record CancellationMismatch(IntentHash Named) : Acceptance;

    /// <summary>As many intents are on their way as may be.</summary>
    public sealed record Full : Acceptance;

    /// <summary>As many intents of its participant wait as may.</summary>
    /// <param name="Limit">How many.</param>
    /// <param name="AreAlike">Counted are those on its own receivable, or on none as it is.</param>
    public sealed record Crowded(int Limit, bool AreAlike) : Acceptance;
}
