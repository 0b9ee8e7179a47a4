using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Relay;

/// <summary>What the relay writes to the log. Hashes and addresses only, no field of an intent.</summary>
internal static partial class RelayLog
{
    [LoggerMessage(200, LogLevel.Debug, "Sent {Count} intents as {Transaction} with nonce {Nonce}.")]
    public static partial void Sent(this ILogger logger, int count, Hash32 transaction, ulong nonce);

    [LoggerMessage(
        201,
        LogLevel.Information,
        "The node did not know the transaction {Transaction} with nonce {Nonce}; it was sent again.")]
    public static partial void SentAgain(this ILogger logger, Hash32 transaction, ulong nonce);

    [LoggerMessage(
        202,
        LogLevel.Warning,
        "The transaction {Transaction} with nonce {Nonce} is stuck; {Replacement} replaces it with a higher fee.")]
    public static partial void Replaced(this ILogger logger, Hash32 transaction, ulong nonce, Hash32 replacement);

    [LoggerMessage(
        203,
        LogLevel.Warning,
        "A transaction that is not the relay's has spent nonce {Nonce} of {Account}: something else uses its key.")]
    public static partial void Displaced(this ILogger logger, ulong nonce, Address account);

    [LoggerMessage(
        204,
        LogLevel.Warning,
        "The transaction {Transaction} left no word of {Count} intents; they wait again.")]
    public static partial void TookNoEffect(this ILogger logger, Hash32 transaction, int count);

    [LoggerMessage(
        205,
        LogLevel.Error,
        "The intent {Intent} does not fit into a transaction of {GasLimit} gas; others go first.")]
    public static partial void IntentDoesNotFit(this ILogger logger, IntentHash intent, ulong gasLimit);

    [LoggerMessage(206, LogLevel.Warning, "The relay is held up: {Obstacle}.")]
    public static partial void HeldUp(this ILogger logger, string obstacle);

    [LoggerMessage(207, LogLevel.Information, "The relay goes on.")]
    public static partial void GoesOn(this ILogger logger);

    [LoggerMessage(
        208,
        LogLevel.Warning,
        "{Count} transactions of the relay fell out of the chain; they are sent again.")]
    public static partial void FellOut(this ILogger logger, int count);

    [LoggerMessage(
        210,
        LogLevel.Warning,
        "The outbox is older than the chain: it knows {Known} transactions of {Account}, the node {Counted}, as after "
        + "the restore of a backup. Their nonces are left alone. What was accepted in between and is in no block is not in "
        + "the outbox; its senders can send it again.")]
    public static partial void OutboxOlder(this ILogger logger, Address account, ulong known, ulong counted);

    [LoggerMessage(209, LogLevel.Error, "A round of the relay failed; it is tried again.")]
    public static partial void RoundFailed(this ILogger logger, Exception fault);
}
