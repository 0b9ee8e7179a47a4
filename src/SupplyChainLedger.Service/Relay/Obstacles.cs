using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Relay;

/// <summary>What holds the relay up, for the operator: as a log line and as the reason why the service is not ready.
/// </summary>
internal static class Obstacles
{
    public static string FeesAboveCap(BigInteger cap) =>
        $"the chain's base fee is above the cap of {cap} wei; it goes on when fees fall or the cap is raised";

    public static string Stuck(Hash32 transaction, BigInteger cap) =>
        $"no block takes the transaction {transaction}, and its fee cannot be raised within the cap of {cap} wei";

    public static string WrongNode(string how) => $"the node is not one of this network, {how}";

    public static string NoBlock(Hash32 transaction) =>
        $"the chain has made no block since the transaction {transaction} was sent";

    public const string IndexBehind = "the index is far behind the chain";

    public static string BlockMissing(ulong number) =>
        $"the node does not have block {number}, where the index stands";

    public static string UnknownTransaction(Address account, ulong nonce) =>
        $"the node has a transaction of {account} with nonce {nonce} that the outbox does not know; it goes on when a "
        + "block has taken it";

    public static string Rejected(TransactionRejectedException rejection, Address account) => rejection.Rejection switch
    {
        TransactionRejection.InsufficientFunds => $"the account {account} cannot pay for gas; send it funds",
        TransactionRejection.NonceTooLow =>
            $"the node has counted a transaction of {account} that it does not show yet",
        _ => $"the node does not take a transaction of {account}: {rejection.Error.Message}",
    };
}
