namespace SupplyChainLedger.Simulation.Services;

/// <summary>What a caller hears of the service.</summary>
internal enum Reply
{
    /// <summary>The intent is taken on.</summary>
    Acknowledged,

    /// <summary>It is turned down for good.</summary>
    Refused,

    /// <summary>The service cannot take it now.</summary>
    Unavailable,

    /// <summary>No answer has come.</summary>
    None,
}
