using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client;

/// <summary>How a client deals with its service.</summary>
public sealed record LedgerClientOptions
{
    /// <summary>The values of a client that was given none.</summary>
    public static readonly LedgerClientOptions Default = new();

    /// <summary>Chain id (EIP-155) that intents may be signed for; null takes the one that the service names.</summary>
    public ulong? ExpectedChainId { get; init; }

    /// <summary>Ledger contract that intents may be signed for; null takes the one that the service names.</summary>
    public Address? ExpectedLedger { get; init; }

    /// <summary>How long a signed intent stays valid; at most 30 days.</summary>
    public TimeSpan IntentLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a read may take.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for an intent to be accepted, included or final.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to try again after a connection broke; an intent never past its deadline.</summary>
    public TimeSpan ReconnectFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many submissions of one stream may wait for their answer at once, 1 and up.</summary>
    public int MaxInFlight { get; init; } = 256;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
