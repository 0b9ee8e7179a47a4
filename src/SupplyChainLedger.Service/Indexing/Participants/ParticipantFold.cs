using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>What each event of the register makes of a participant.</summary>
internal static class ParticipantFold
{
    /// <param name="before">The participant before the event; null before its registration.</param>
    /// <param name="logged">An event of the register that names this participant.</param>
    /// <param name="at">Where the event stands.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static ParticipantRecord Apply(ParticipantRecord? before, LedgerEvent logged, LogPosition at) =>
        (before, logged) switch
        {
            (null, ParticipantRegistered e) => Begin(e, at),
            ({ } known, SignerAdded e) when !Has(known, e.Signer) =>
                known with { Signers = [.. known.Signers, SignerOf(known, e, at)] },
            ({ } known, SignerRevoked e) when Has(known, e.Signer) =>
                Revoke(known, e.Signer),
            ({ IsSuspended: false } known, ParticipantSuspended e) => known with { SuspensionReason = e.Reason },
            ({ IsSuspended: true } known, ParticipantReinstated) => known with { SuspensionReason = null },
            _ => throw new InconsistentChainException(
                $"Log {at.LogIndex} of block {at.Block} tells {logged.GetType().Name} of a participant that is "
                + (before is null ? "not in the index." : $"{before.Handle} in the index and not in a state for it.")),
        };

    private static ParticipantRecord Begin(ParticipantRegistered e, LogPosition at) => new(
        e.Participant, e.Handle, e.DisplayName, e.Roles, SuspensionReason: null, Signers: [], RevokedSigners: [],
        e.LeiHash, e.VatHash, e.EndpointHash, e.Region, e.Industry, e.SmallEnterprise, at);

    // The events do not tell a key of the registration from one that was added in the same block. It is taken for the
    // former: the contract refuses what it signs too early.
    private static RegisteredSigner SignerOf(ParticipantRecord participant, SignerAdded e, LogPosition at) =>
        new(e.Signer, e.Permissions, at.Block == participant.Registered.Block ? null : at);

    private static ParticipantRecord Revoke(ParticipantRecord participant, Address key) => participant with
    {
        Signers = [.. participant.Signers.Where(signer => signer.Address != key)],
        RevokedSigners =
            [.. participant.RevokedSigners, participant.Signers.Single(signer => signer.Address == key)],
    };

    private static bool Has(ParticipantRecord participant, Address key) =>
        participant.Signers.Any(signer => signer.Address == key);
}
