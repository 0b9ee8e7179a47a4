using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows the contracts' events as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class EventWriter(Func<ParticipantId, string> nameOf)
{
    /// <summary>Fills in what happened; position and inclusion are the caller's.</summary>
    public void Write(LedgerEvent logged, Event into)
    {
        switch (logged)
        {
            case Contracts.Events.InvoiceSubmitted e:
                into.InvoiceSubmitted = Submitted(e);
                break;
            case Contracts.Events.InvoiceConfirmed e:
                into.InvoiceConfirmed = new V1.InvoiceConfirmed
                {
                    Invoice = ResourceNames.Of(e.Invoice),
                    Intent = ResourceNames.Of(e.Intent),
                    Buyer = nameOf(e.Buyer),
                    Record = new V1.HoldingRecord { MinorUnits = checked((long)e.Record.Amount) },
                    Irrevocable = e.Irrevocable,
                };
                break;
            case Contracts.Events.InvoiceRejected e:
                into.InvoiceRejected = new V1.InvoiceRejected
                {
                    Invoice = ResourceNames.Of(e.Invoice),
                    Intent = ResourceNames.Of(e.Intent),
                    Buyer = nameOf(e.Buyer),
                    Reason = e.Reason,
                };
                break;
            case Contracts.Events.InvoiceWithdrawn e:
                into.InvoiceWithdrawn = new V1.InvoiceWithdrawn
                {
                    Invoice = ResourceNames.Of(e.Invoice),
                    Intent = ResourceNames.Of(e.Intent),
                    Supplier = nameOf(e.Supplier),
                };
                break;
            case Contracts.Events.IntentRejected e:
                into.IntentRejected = new V1.IntentRejected
                {
                    Intent = ResourceNames.Of(e.Intent),
                    Participant = nameOf(e.Participant),
                    Rejection = RejectionWriter.Write(e.Reason),
                };
                break;
            case Contracts.Events.IntentRefused e:
                into.IntentRefused = new V1.IntentRefused
                {
                    CallHash = e.CallHash.ToString(),
                    Rejection = RejectionWriter.Write(e.Reason),
                };
                break;
            default:
                WriteOfParticipant(logged, into);
                break;
        }
    }

    private void WriteOfParticipant(LedgerEvent logged, Event into)
    {
        switch (logged)
        {
            case Contracts.Events.ParticipantRegistered e:
                into.ParticipantRegistered = Registered(e);
                break;
            case Contracts.Events.SignerAdded e:
                into.SignerAdded = new V1.SignerAdded
                {
                    Participant = nameOf(e.Participant),
                    Signer = e.Signer.ToString(),
                };
                break;
            case Contracts.Events.SignerRevoked e:
                into.SignerRevoked = new V1.SignerRevoked
                {
                    Participant = nameOf(e.Participant),
                    Signer = e.Signer.ToString(),
                };
                break;
            case Contracts.Events.ParticipantSuspended e:
                into.ParticipantSuspended = new V1.ParticipantSuspended
                {
                    Participant = nameOf(e.Participant),
                    Reason = e.Reason,
                };
                break;
            case Contracts.Events.ParticipantReinstated e:
                into.ParticipantReinstated = new V1.ParticipantReinstated
                {
                    Participant = nameOf(e.Participant),
                    Reason = e.Reason,
                };
                break;
            default:
                throw new ArgumentException($"{logged.GetType().Name} has no form in the API.", nameof(logged));
        }
    }

    private V1.InvoiceSubmitted Submitted(Contracts.Events.InvoiceSubmitted e) => new()
    {
        Invoice = ResourceNames.Of(e.Invoice),
        Intent = ResourceNames.Of(e.Intent),
        Supplier = nameOf(e.Supplier),
        Buyer = nameOf(e.Buyer),
        Number = e.Number,
        TypeCode = e.TypeCode,
        IssueDate = e.IssueDate.ToApi(),
        DueDate = e.DueDate.ToApi(),
        Amount = new Money { CurrencyCode = e.Currency, MinorUnits = checked((long)e.Amount) },
        DocumentHash = e.DocumentHash.ToString(),
    };

    private V1.ParticipantRegistered Registered(Contracts.Events.ParticipantRegistered e)
    {
        var registered = new V1.ParticipantRegistered
        {
            Participant = nameOf(e.Participant),
            Id = e.Participant.Value,
            DisplayName = e.DisplayName,
            Region = e.Region,
            Industry = e.Industry,
            SmallEnterprise = e.SmallEnterprise,
        };
        registered.Roles.AddRange(RoleWriter.Write(e.Roles));
        return registered;
    }
}
