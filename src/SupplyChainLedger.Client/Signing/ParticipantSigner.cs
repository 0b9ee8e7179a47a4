using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Client.Signing;

/// <summary>
/// Signs as one participant for one ledger. Digests are computed here, from the fields, and never taken from a
/// service. Can be used by several threads at once.
/// </summary>
public sealed partial class ParticipantSigner
{
    private readonly Lock _gate = new();
    private readonly PrivateKey _key;
    private readonly PrivateKey? _secondKey;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;
    private Nonce _nextNonce = Nonce.FirstOfRandomRun();

    /// <summary>Makes a signer.</summary>
    /// <param name="participant">Who is bound.</param>
    /// <param name="key">A registered key of it. The caller disposes of it after the last signature.</param>
    /// <param name="domain">The ledger that is signed for.</param>
    /// <param name="lifetime">How long an intent stays valid, up to 30 days; an hour when absent.</param>
    /// <param name="time">The clock that deadlines are counted from.</param>
    /// <param name="secondKey">Another registered key of it, which signs everything too: above the participant's
    /// threshold two must. The caller disposes of it after the last signature.</param>
    public ParticipantSigner(
        ParticipantId participant,
        PrivateKey key,
        TypedDataDomain domain,
        TimeSpan? lifetime = null,
        TimeProvider? time = null,
        PrivateKey? secondKey = null)
    {
        _lifetime = lifetime ?? LedgerClientOptions.Default.IntentLifetime;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_lifetime, LedgerDomain.MaxHorizon, nameof(lifetime));
        Participant = participant;
        Domain = domain;
        _key = key;
        _secondKey = secondKey;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Who is bound.</summary>
    public ParticipantId Participant { get; }

    /// <summary>The ledger that is signed for.</summary>
    public TypedDataDomain Domain { get; }

    private SignedIntent<T> Sign<T>(T intent)
        where T : LedgerIntent
    {
        var digest = intent.Digest(Domain);
        var signatures = new IntentSignatures(_key.Sign(digest.Value), _secondKey?.Sign(digest.Value));
        return new SignedIntent<T>(intent, signatures, digest);
    }

    private Nonce TakeNonce()
    {
        lock (_gate)
        {
            var nonce = _nextNonce;
            _nextNonce = nonce.Next();
            return nonce;
        }
    }

    private ulong Deadline() => (ulong)(_time.GetUtcNow() + _lifetime).ToUnixTimeSeconds();
}
