namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>Where an intent stands. The numbers are stored.</summary>
internal enum EntryState
{
    /// <summary>On disk, in no transaction.</summary>
    Waiting = 1,

    /// <summary>In a signed transaction that is on disk and goes to the node.</summary>
    Sent = 2,

    /// <summary>In a block; it took effect.</summary>
    Executed = 3,

    /// <summary>The ledger turned it down.</summary>
    Rejected = 4,

    /// <summary>Its deadline passed before any block took it.</summary>
    Expired = 5,

    /// <summary>Another intent spent its nonce, a cancellation above all, so that it can never take effect.</summary>
    Cancelled = 6,
}
