using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>Looks at every transaction that leaves the service: a nonce carries one batch, whatever it pays.</summary>
internal sealed class NonceWatch(Verdict verdict)
{
    private readonly Dictionary<ulong, Hash32> _payloads = [];

    public void Look(SignedTransaction sent)
    {
        var nonce = sent.Transaction.Nonce;
        var payload = Keccak256.Hash(sent.Transaction.Data);
        if (!_payloads.TryAdd(nonce, payload))
            verdict.Require(_payloads[nonce] == payload, () => $"nonce {nonce} was used for two batches");
    }
}
