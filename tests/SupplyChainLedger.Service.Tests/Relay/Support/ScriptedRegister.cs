using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>The participants and invoices that the intake sees.</summary>
internal sealed class ScriptedRegister : IIntakeView
{
    public Dictionary<Address, ParticipantId> Signers { get; } = [];

    public Dictionary<ParticipantId, PartyStanding> Parties { get; } = [];

    public Dictionary<InvoiceId, InvoiceStanding> Invoices { get; } = [];

    public void Register(ParticipantId participant, ParticipantRoles roles, params Address[] keys)
    {
        Parties[participant] = new PartyStanding(roles, IsActive: true);
        foreach (var key in keys) Signers[key] = participant;
    }

    public ParticipantId? FindSigner(Address key) =>
        Signers.TryGetValue(key, out var participant) ? participant : null;

    public PartyStanding? FindParty(ParticipantId participant) => Parties.GetValueOrDefault(participant);

    public InvoiceStanding? FindInvoice(InvoiceId invoice) => Invoices.GetValueOrDefault(invoice);
}
