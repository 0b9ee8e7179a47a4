namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>Where a dispatch stands. The numbers are stored.</summary>
internal enum DispatchState
{
    /// <summary>Its nonce is not known to be spent.</summary>
    Open = 1,

    /// <summary>One of its attempts is in a block. A reorganisation may open it again.</summary>
    Included = 2,

    /// <summary>A transaction that is none of its attempts has spent its nonce.</summary>
    Displaced = 3,
}
