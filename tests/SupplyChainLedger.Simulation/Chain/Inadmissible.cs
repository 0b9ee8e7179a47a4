namespace SupplyChainLedger.Simulation.Chain;

/// <summary>The contract reverts: the intent is authentic, and has no effect.</summary>
/// <param name="reason">The ABI-encoded error.</param>
internal sealed class Inadmissible(byte[] reason) : Exception
{
    public byte[] Reason => reason;
}
