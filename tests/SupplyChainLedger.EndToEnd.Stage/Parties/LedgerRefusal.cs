using SupplyChainLedger.Client.Errors;

namespace SupplyChainLedger.EndToEnd.Stage.Parties;

/// <summary>Why the ledger refused what the SDK asked of it.</summary>
public static class LedgerRefusal
{
    /// <summary>The stable reason; null when it was not refused.</summary>
    public static async Task<string?> OfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (LedgerException fault)
        {
            return fault.ReasonName;
        }
    }
}
