using System.Numerics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>The tables <c>participant</c>, <c>participant_role</c> and <c>signer</c>.</summary>
internal static class ParticipantTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order, of a table named <c>p</c>.</summary>
    public const string Columns =
        "p.id, p.handle, p.display_name, p.roles, p.suspension_reason, p.lei_hash, p.vat_hash, p.endpoint_hash, "
        + "p.region, p.industry, p.small_enterprise, p.registered";

    /// <summary>How many <see cref="Columns"/> are.</summary>
    public const int ColumnCount = 12;

    private const string FindSql = $"SELECT {Columns} FROM participant p WHERE p.id = ?1";

    private const string SignersSql =
        "SELECT address, permissions, added FROM signer WHERE participant = ?1 AND revoked = ?2 ORDER BY ordinal";

    private const string InsertSql =
        "INSERT INTO participant VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

    public static ParticipantRecord? Find(SqliteSession session, ParticipantId id) =>
        session.First(FindSql, Read, (long)id.Value) is { } found ? WithSigners(session, found) : null;

    /// <summary>Adds the keys that may sign for the participant, and those that once could.</summary>
    public static ParticipantRecord WithSigners(SqliteSession session, ParticipantRecord participant) =>
        participant with
        {
            Signers = session.All(SignersSql, ReadSigner, (long)participant.Id.Value, 0L),
            RevokedSigners = session.All(SignersSql, ReadSigner, (long)participant.Id.Value, 1L),
        };

    public static void Save(SqliteSession writer, ParticipantRecord participant)
    {
        Delete(writer, participant.Id);
        var id = (long)participant.Id.Value;
        writer.Execute(
            InsertSql,
            id, participant.Handle, participant.DisplayName, (long)participant.Roles, participant.SuspensionReason,
            participant.LeiHash.ToBytes(), participant.VatHash.ToBytes(), participant.EndpointHash.ToBytes(),
            participant.Region, participant.Industry, participant.SmallEnterprise ? 1L : 0L,
            participant.Registered.Key);
        for (var roles = (uint)participant.Roles; roles != 0; roles &= roles - 1)
        {
            var role = 1L << BitOperations.TrailingZeroCount(roles);
            writer.Execute("INSERT INTO participant_role VALUES (?1, ?2)", role, id);
        }

        SaveSigners(writer, id, participant.Signers, revoked: 0);
        SaveSigners(writer, id, participant.RevokedSigners, revoked: 1);
    }

    public static void Delete(SqliteSession writer, ParticipantId participant)
    {
        var id = (long)participant.Value;
        for (var role = 1L; role <= ushort.MaxValue; role <<= 1)
            writer.Execute("DELETE FROM participant_role WHERE role = ?1 AND participant = ?2", role, id);
        writer.Execute("DELETE FROM signer WHERE participant = ?1", id);
        writer.Execute("DELETE FROM participant WHERE id = ?1", id);
    }

    /// <summary>A participant without its keys.</summary>
    public static ParticipantRecord Read(SqliteRow row) => new(
        new ParticipantId((uint)row.GetInt64(0)),
        row.GetString(1),
        row.GetString(2),
        (ParticipantRoles)row.GetInt64(3),
        row.GetText(4),
        Signers: [],
        RevokedSigners: [],
        row.GetHash(5),
        row.GetHash(6),
        row.GetHash(7),
        row.GetString(8),
        row.GetString(9),
        row.GetInt64(10) != 0,
        row.GetPosition(11));

    private static void SaveSigners(
        SqliteSession writer, long participant, IReadOnlyList<RegisteredSigner> signers, long revoked)
    {
        var ordinal = 0L;
        foreach (var (key, permissions, added) in signers)
        {
            writer.Execute(
                "INSERT INTO signer VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                key.ToBytes(), participant, revoked, ordinal++, (long)permissions, added?.Key);
        }
    }

    private static RegisteredSigner ReadSigner(SqliteRow row) =>
        new(row.GetAddress(0), (SignerPermissions)row.GetInt64(1), row.IsDBNull(2) ? null : row.GetPosition(2));
}
