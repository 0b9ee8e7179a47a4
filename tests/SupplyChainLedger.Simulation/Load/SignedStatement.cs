using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Simulation.Load;

/// <summary>A signed intent as callers send it.</summary>
/// <param name="Intent">The signed fields.</param>
/// <param name="Hash">Its digest.</param>
/// <param name="Signature">65 bytes.</param>
internal sealed record SignedStatement(LedgerIntent Intent, IntentHash Hash, byte[] Signature)
{
    /// <summary>The call that carries it.</summary>
    public byte[] Call => IntentSignatures.TryParse(Signature, out var parsed, out _)
        ? Intent.EncodeCall(parsed)
        : throw new InvalidOperationException("Only what is well signed can be sent past the service.");
}
