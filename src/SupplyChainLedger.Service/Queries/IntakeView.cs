using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries;

/// <summary>What the intake asks of the index, by a single lookup each.</summary>
internal sealed class IntakeView(IndexDatabase database) : IIntakeView
{
    private const string SignerSql = "SELECT participant, permissions FROM signer WHERE address = ?1 AND revoked = 0";

    private const string PartySql = "SELECT roles, suspension_reason FROM participant WHERE id = ?1";

    private const string InvoiceSql = "SELECT supplier, buyer, amount, state FROM invoice WHERE id = ?1";

    public SignerStanding? FindSigner(Address key) => database.Look(session => session.First(
        SignerSql,
        static row => new SignerStanding(
            new ParticipantId((uint)row.GetInt64(0)), (SignerPermissions)row.GetInt64(1)),
        key.ToBytes()));

    public PartyStanding? FindParty(ParticipantId participant) => database.Look(session => session.First(
        PartySql,
        static row => new PartyStanding((ParticipantRoles)row.GetInt64(0), row.GetText(1)),
        (long)participant.Value));

    public InvoiceStanding? FindInvoice(InvoiceId invoice) => database.Look(session => session.Rare(
        InvoiceSql,
        static row => new InvoiceStanding(
            new ParticipantId((uint)row.GetInt64(0)),
            new ParticipantId((uint)row.GetInt64(1)),
            row.GetUnsigned(2),
            (byte)row.GetInt64(3)),
        invoice.Value.ToBytes()));
}
