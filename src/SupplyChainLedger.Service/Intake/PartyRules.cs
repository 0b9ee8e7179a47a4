using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake;

/// <summary>Who may sign what, and who may be named in it.</summary>
internal sealed class PartyRules(IIntakeView view, IIndexProgress progress)
{
    /// <exception cref="Faults.LedgerFault">
    /// SIGNER_NOT_REGISTERED, SIGNER_ON_NOTICE, PERMISSION_MISSING, SIGNERS_NOT_DISTINCT, PARTICIPANT_NOT_FOUND,
    /// PARTICIPANT_SUSPENDED, ROLE_MISSING, PARTIES_NOT_DISTINCT or RECIPIENT_IS_HOLDER.
    /// </exception>
    public void Check(SignedIntent signed)
    {
        CheckSigners(signed);

        // To take back what it has signed, a participant need not be active.
        if (signed.Intent is CancelIntent) return;
        CheckParty(signed.Intent.Participant, signed.Intent.Role);
        switch (signed.Intent)
        {
            case SubmitInvoice submission:
                if (submission.Buyer == submission.Supplier)
                    throw IntakeFaults.PartiesNotDistinct(submission.Supplier);
                CheckParty(submission.Buyer, ParticipantRoles.Buyer);
                break;
            case ProposeTransfer transfer:
                if (transfer.Recipient == transfer.Holder) throw IntakeFaults.RecipientIsHolder(transfer.Holder);
                CheckParty(transfer.Recipient, ParticipantRoles.Supplier);
                break;
        }
    }

    /// <summary>Only keys of the participant that the intent binds may sign it, and only what they are allowed to.
    /// </summary>
    /// <exception cref="Faults.LedgerFault">SIGNER_NOT_REGISTERED, SIGNER_ON_NOTICE, PERMISSION_MISSING or
    /// SIGNERS_NOT_DISTINCT.</exception>
    public void CheckSigners(SignedIntent signed)
    {
        CheckSigner(signed.Signer, signed.Intent);
        if (signed.SecondSigner is not { } second) return;
        if (second == signed.Signer) throw IntakeFaults.SignersNotDistinct(second);
        CheckSigner(second, signed.Intent);
    }

    private void CheckSigner(Address key, LedgerIntent intent)
    {
        var signer = view.FindSigner(key);
        if (signer is null || signer.Participant != intent.Participant)
            throw IntakeFaults.SignerNotRegistered(key, intent.Participant);

        // By the chain's time, as the contract judges it: a clock that is ahead must not let through what it refuses.
        if (signer.SignsFrom > progress.Current.Indexed.Timestamp)
            throw IntakeFaults.SignerOnNotice(key, intent.Participant, signer.SignsFrom);
        var needed = intent.Permission;
        if (needed != SignerPermissions.None && (signer.Permissions & needed) == SignerPermissions.None)
            throw IntakeFaults.PermissionMissing(key, needed);
    }

    private void CheckParty(ParticipantId participant, ParticipantRoles? role)
    {
        var standing = view.FindParty(participant) ?? throw IntakeFaults.ParticipantNotFound(participant);
        if (standing.SuspensionReason is { } reason) throw IntakeFaults.ParticipantSuspended(participant, reason);
        if (role is { } needed && !standing.Roles.HasFlag(needed)) throw IntakeFaults.RoleMissing(participant, needed);
    }
}
