using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Intake.Journal;

/// <summary>The journal's lines. All of them have the same first four properties.</summary>
internal static partial class IntentJournalLog
{
    [LoggerMessage(
        110, LogLevel.Information, "Intent {Intent}, {Kind} of participant {Participant}: {Step}.",
        SkipEnabledCheck = true)]
    public static partial void Stepped(
        this ILogger log, IntentHash intent, string kind, uint participant, string step);

    [LoggerMessage(
        111,
        LogLevel.Information,
        "Intent {Intent}, {Kind} of participant {Participant}: {Step} in transaction {Transaction}.",
        SkipEnabledCheck = true)]
    public static partial void Carried(
        this ILogger log, IntentHash intent, string kind, uint participant, string step, Hash32 transaction);

    [LoggerMessage(
        112,
        LogLevel.Information,
        "Intent {Intent}, {Kind} of participant {Participant}: {Step} in block {Block}, transaction {Transaction}, "
        + "reason {Reason}.",
        SkipEnabledCheck = true)]
    public static partial void Recorded(
        this ILogger log,
        IntentHash intent,
        string kind,
        uint participant,
        string step,
        ulong block,
        Hash32? transaction,
        string reason);
}
