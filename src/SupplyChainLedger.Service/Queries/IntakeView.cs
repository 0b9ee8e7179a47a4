using System.Collections.Concurrent;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Intake;

namespace SupplyChainLedger.Service.Queries;

/// <summary>
/// What the intake asks of the index, by a single lookup each. Parties and keys, of which there are few and which
/// seldom change, are looked up once in each edition of the register.
/// </summary>
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

    private volatile Known _known = new(edition: -1);

    public SignerStanding? FindSigner(Address key) => Find(KnownNow().Signers, key, ReadSigner);

    public PartyStanding? FindParty(ParticipantId participant) => Find(KnownNow().Parties, participant, ReadParty);

    public InvoiceStanding? FindInvoice(InvoiceId invoice) => database.Look(session => session.First(
        InvoiceSql,
        static row => new InvoiceStanding(
            new ParticipantId((uint)row.GetInt64(0)),
            new ParticipantId((uint)row.GetInt64(1)),
            row.GetUnsigned(2),
            (byte)row.GetInt64(3)),
        invoice.Value.ToBytes()));

    /// <summary>Only what is there is kept: what is not has no bounds.</summary>
    private static TStanding? Find<TKey, TStanding>(
        ConcurrentDictionary<TKey, TStanding> known, TKey key, Func<TKey, TStanding?> read)
        where TKey : notnull
        where TStanding : class
    {
        if (known.TryGetValue(key, out var standing)) return standing;
        return read(key) is { } found ? known.GetOrAdd(key, found) : null;
    }

    private Known KnownNow()
    {
        // Before anything is read: what changes meanwhile comes with the next edition, into which this is not carried.
        var edition = database.Register.Current;
        var known = _known;
        return known.Edition == edition ? known : _known = new Known(edition);
    }

    private SignerStanding? ReadSigner(Address key) => database.Look(session => session.First(
        SignerSql,
        row => new SignerStanding(
            new ParticipantId((uint)row.GetInt64(0)),
            (SignerPermissions)row.GetInt64(1),
            row.IsDBNull(2) ? 0 : row.GetUnsigned(2) + network.KeyNotice),
        key.ToBytes()));

    private PartyStanding? ReadParty(ParticipantId participant) => database.Look(session => session.First(
        PartySql,
        static row => new PartyStanding((ParticipantRoles)row.GetInt64(0), row.GetText(1)),
        (long)participant.Value));

    private sealed class Known(long edition)
    {
        public long Edition { get; } = edition;

        public ConcurrentDictionary<Address, SignerStanding> Signers { get; } = [];

        public ConcurrentDictionary<ParticipantId, PartyStanding> Parties { get; } = [];
    }
}
