using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake;

/// <summary>What the operator decides about intake and outbox.</summary>
internal sealed record IntakeOptions
{
    /// <summary>Intents that may be on their way at once; more are refused with OUTBOX_FULL.</summary>
    public int MaxPending { get; init; } = 100_000;

    /// <summary>
    /// Intents of one participant that may wait to be sent; more are refused with PARTICIPANT_QUOTA_EXCEEDED. What is
    /// in a transaction already does not count.
    /// </summary>
    public int MaxWaitingPerParticipant { get; init; } = 20_000;

    /// <summary>
    /// Those among them that concern the same receivable, or none. They go in the order of acceptance, whoever signed
    /// them, so that without a limit one participant could hold up another's answer. Submissions do not count.
    /// </summary>
    public int MaxWaitingPerReceivable { get; init; } = 500;

    /// <summary>How far the clocks of clients may be off from this one where deadlines are judged.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The chain may lose even blocks that <see cref="IndexHead.FinalBlock"/> called final. True only for the embedded
    /// devnet, whose newest blocks are gone when it is killed; intents in them are then sent again.
    /// </summary>
    public bool AllowChainRegression { get; init; }
}
