using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Intake;

namespace SupplyChainLedger.Service.Queries;

/// <summary>What the intake asks of the index, by a single lookup each.</summary>
internal sealed class IntakeView(IndexDatabase database, LedgerNetwork network) : IIntakeView
{
    private const string SignerSql = """
        SELECT s.participant, s.permissions, b.timestamp
        FROM signer s LEFT JOIN block b ON b.number = s.added >> 24
        WHERE s.address = ?1 AND s.revoked = 0
        """;

    private const string PartySql = "SELECT roles, suspension_reason FROM participant WHERE id = ?1";

    private static readonly string InvoiceSql =
        $"SELECT supplier, buyer, amount, state FROM invoice WHERE {HashColumn.Is("id", "?1")}";

    public SignerStanding? FindSigner(Address key) => database.Look(session => session.First(
        SignerSql,
        row => new SignerStanding(
            new ParticipantId((uint)row.GetInt64(0)),
            (SignerPermissions)row.GetInt64(1),
            row.IsDBNull(2) ? 0 : row.GetUnsigned(2) + network.KeyNotice),
        key.ToBytes()));

    public PartyStanding? FindParty(ParticipantId participant) => database.Look(session => session.First(
        PartySql,
        static row => new PartyStanding((ParticipantRoles)row.GetInt64(0), row.GetText(1)),
        (long)participant.Value));

    public InvoiceStanding? FindInvoice(InvoiceId invoice) => database.Look(session => session.First(
        InvoiceSql,
        static row => new InvoiceStanding(
            new ParticipantId((uint)row.GetInt64(0)),
            new ParticipantId((uint)row.GetInt64(1)),
            row.GetUnsigned(2),
            (byte)row.GetInt64(3)),
        invoice.Value.ToBytes()));
}
