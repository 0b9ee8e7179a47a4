using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Service.Intake;

/// <summary>Who may sign what, and who may be named in it.</summary>
internal sealed class PartyRules(IIntakeView view)
{
    /// <exception cref="Faults.LedgerFault">
    /// SIGNER_NOT_REGISTERED, PARTICIPANT_NOT_FOUND, PARTICIPANT_SUSPENDED, ROLE_MISSING or PARTIES_NOT_DISTINCT.
    /// </exception>
    public void Check(SignedIntent signed)
    {
        CheckSigner(signed);
        switch (signed.Intent)
        {
            case SubmitInvoice submission:
                CheckParty(submission.Supplier, ParticipantRoles.Supplier);
                if (submission.Buyer == submission.Supplier)
                    throw IntakeFaults.PartiesNotDistinct(submission.Supplier);
                CheckParty(submission.Buyer, ParticipantRoles.Buyer);
                break;
            case ConfirmInvoice or RejectInvoice:
                CheckParty(signed.Intent.Participant, ParticipantRoles.Buyer);
                break;
            default:
                CheckParty(signed.Intent.Participant, ParticipantRoles.Supplier);
                break;
        }
    }

    /// <summary>Only a key of the participant that the intent binds may sign it.</summary>
    /// <exception cref="Faults.LedgerFault">SIGNER_NOT_REGISTERED.</exception>
    public void CheckSigner(SignedIntent signed)
    {
        var bound = signed.Intent.Participant;
        if (view.FindSigner(signed.Signer) != bound) throw IntakeFaults.SignerNotRegistered(signed.Signer, bound);
    }

    private void CheckParty(ParticipantId participant, ParticipantRoles role)
    {
        var standing = view.FindParty(participant) ?? throw IntakeFaults.ParticipantNotFound(participant);
        if (!standing.IsActive) throw IntakeFaults.ParticipantNotActive(participant);
        if (!standing.Roles.HasFlag(role)) throw IntakeFaults.RoleMissing(participant, role);
    }
}
