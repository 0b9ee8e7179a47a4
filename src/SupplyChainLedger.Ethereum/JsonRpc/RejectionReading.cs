namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// Tells from a node's words why it did not take a transaction: there are no codes for it. The words are those of
/// geth and anvil, Besu, Nethermind and EthereumJS.
/// </summary>
internal static class RejectionReading
{
    private static readonly string[] AlreadyKnown =
        ["already known", "alreadyknown", "known transaction", "already imported", "already in the pool"];

    private static readonly (TransactionRejection Rejection, string[] Words)[] Reasons =
    [
        (TransactionRejection.ReplacementUnderpriced, ["replacement", "replace existing", "replacementnotallowed"]),
        (TransactionRejection.NonceTooLow, ["nonce too low", "oldnonce", "correct nonce", "nonce is too low"]),
        (TransactionRejection.InsufficientFunds,
            ["insufficient funds", "insufficientfunds", "exceeds account balance", "exceeds balance",
                "enough funds", "insufficient balance"]),
        (TransactionRejection.FeeTooLow,
            ["underpriced", "feetoolow", "gas price too low", "gas price below", "less than block base fee",
                "less than the current block's base fee", "below configured minimum", "fee cap less"]),
    ];

    public static bool IsAlreadyKnown(JsonRpcError error) => SaysOne(error, AlreadyKnown);

    public static TransactionRejection Of(JsonRpcError error)
    {
        foreach (var (rejection, words) in Reasons)
            if (SaysOne(error, words)) return rejection;
        return TransactionRejection.Other;
    }

    private static bool SaysOne(JsonRpcError error, string[] words) => words.Any(word => Says(error.Message, word));

    /// <summary>Not within a word: "unknown transaction type" is not a known transaction.</summary>
    private static bool Says(string message, string word)
    {
        var place = message.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return place == 0 || (place > 0 && !char.IsLetter(message[place - 1]));
    }
}
