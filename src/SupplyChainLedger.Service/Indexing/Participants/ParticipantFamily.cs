using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Exposures;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>
/// Everything that follows from what the events say of one participant itself: it is made anew as a whole when some of
/// them are taken back.
/// </summary>
internal static class ParticipantFamily
{
    /// <summary>The participant whose records the event changes; null where it changes none.</summary>
    public static ParticipantId? ChangedBy(LedgerEvent logged) => logged switch
    {
        AccountSet e => e.Participant,
        ThresholdSet e => e.Participant,
        ExposureLimitSet e => e.Financier,
        ObligorStopped e => e.Obligor,
        StopLifted e => e.Obligor,
        _ => RegisteredBy(logged),
    };

    /// <summary>Whether the event changes who may act, and with which keys.</summary>
    public static bool IsOfRegister(LedgerEvent logged) => RegisteredBy(logged) is not null;

    /// <summary>Folds the event into the records of the participant that it changes.</summary>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static void Project(SqliteSession writer, PlacedEvent row)
    {
        if (RegisteredBy(row.Event) is { } participant)
        {
            var before = ParticipantTable.Find(writer, participant);
            ParticipantTable.Save(writer, ParticipantFold.Apply(before, row.Event, row.At));
            return;
        }

        AccountTable.Project(writer, row.Event, row.At);
        ThresholdTable.Project(writer, row.Event, row.At);
        ExposureLimitTable.Project(writer, row.Event, row.At);
        StopTable.Project(writer, row.Event, row.At);
    }

    /// <summary>Forgets all of it.</summary>
    public static void Delete(SqliteSession writer, ParticipantId participant)
    {
        ParticipantTable.Delete(writer, participant);
        AccountTable.Delete(writer, participant);
        ThresholdTable.Delete(writer, participant);
        ExposureLimitTable.Delete(writer, participant);
        StopTable.Delete(writer, participant);
    }

    private static ParticipantId? RegisteredBy(LedgerEvent logged) => logged switch
    {
        ParticipantRegistered e => e.Participant,
        SignerAdded e => e.Participant,
        SignerRevoked e => e.Participant,
        ParticipantSuspended e => e.Participant,
        ParticipantReinstated e => e.Participant,
        _ => null,
    };
}
