namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>What has happened to an intent.</summary>
internal enum IntentStep
{
    /// <summary>It is on disk for the first time.</summary>
    Accepted,

    /// <summary>It is part of a signed transaction that goes to the node.</summary>
    Sent,

    /// <summary>Its transaction is replaced by one that offers more for gas.</summary>
    Replaced,

    /// <summary>Its transaction left no word of it; it waits for another one.</summary>
    Released,

    /// <summary>It waits until the chain's time has reached a moment.</summary>
    Postponed,

    /// <summary>It waits for no moment any more.</summary>
    Hastened,

    /// <summary>A block has decided on it; the entry's state says how.</summary>
    Settled,

    /// <summary>The block that decided on it is gone; it is on its way again.</summary>
    TakenBack,

    /// <summary>Its state never changes again.</summary>
    Finalised,
}

/// <summary>A change of the outbox.</summary>
/// <param name="Entry">The entry as it is after it.</param>
/// <param name="Step">What has happened.</param>
internal readonly record struct OutboxChange(OutboxEntry Entry, IntentStep Step);
