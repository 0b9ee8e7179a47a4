using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Reads the participants that filters name.</summary>
internal static class PartyFilter
{
    /// <summary>The number of the participant that a request is about.</summary>
    /// <exception cref="LedgerFault">The name is missing or malformed, or nobody has it as far as the index goes.
    /// </exception>
    public static ParticipantId RequireParty(this IndexSnapshot snapshot, string field, string name) =>
        snapshot.FindParty(field, name)
        ?? throw LedgerFaults.InvalidField(field, "participants/ and a handle are required");

    /// <summary>The number of the participant that a filter names; null for an empty filter.</summary>
    /// <exception cref="LedgerFault">The name is malformed, or nobody has it as far as the index goes.</exception>
    public static ParticipantId? FindParty(this IndexSnapshot snapshot, string field, string name)
    {
        if (name.Length == 0) return null;
        var handle = ResourceNames.ReadParticipant(field, name);
        return snapshot.Participants.Find(handle)?.Record.Id
            ?? throw snapshot.Missing(LedgerFaults.ParticipantNotFound(name));
    }
}
