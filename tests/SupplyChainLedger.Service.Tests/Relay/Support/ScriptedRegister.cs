using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>The participants and invoices that the intake sees.</summary>
internal sealed class ScriptedRegister : IIntakeView
{
    public Dictionary<Address, SignerStanding> Signers { get; } = [];

    public Dictionary<ParticipantId, PartyStanding> Parties { get; } = [];

    public Dictionary<InvoiceId, InvoiceStanding> Invoices { get; } = [];

    public void Register(ParticipantId participant, ParticipantRoles roles, params Address[] keys)
    {
        Parties[participant] = new PartyStanding(roles);
        foreach (var key in keys) Signers[key] = new SignerStanding(participant, SignerPermissions.All);
    }

    public SignerStanding? FindSigner(Address key) => Signers.GetValueOrDefault(key);

    public PartyStanding? FindParty(ParticipantId participant) => Parties.GetValueOrDefault(participant);

    public InvoiceStanding? FindInvoice(InvoiceId invoice) => Invoices.GetValueOrDefault(invoice);
}
