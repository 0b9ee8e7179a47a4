using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>A transaction as it goes to a node.</summary>
public sealed class SignedTransaction
{
    private const byte FirstListByte = 0xc0;

    internal SignedTransaction(Transaction transaction, Signature signature, Address sender, byte[] raw)
    {
        Transaction = transaction;
        Signature = signature;
        Sender = sender;
        Raw = raw;
        Hash = Keccak256.Hash(raw);
    }

    /// <summary>What was signed.</summary>
    public Transaction Transaction { get; }

    /// <summary>The sender's signature.</summary>
    public Signature Signature { get; }

    /// <summary>The account that signed.</summary>
    public Address Sender { get; }

    /// <summary>The bytes for <c>eth_sendRawTransaction</c>.</summary>
    public byte[] Raw { get; }

    /// <summary>The transaction's name on the chain.</summary>
    public Hash32 Hash { get; }

    /// <summary>Reads a legacy or EIP-1559 transaction and recovers its sender.</summary>
    /// <exception cref="RlpException">The bytes are no such transaction, or the signature cannot be one.</exception>
    public static SignedTransaction Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty) throw new RlpException("A transaction is expected, no bytes were found.");
        var (transaction, signature) = raw[0] switch
        {
            Eip1559Transaction.Type => Eip1559Transaction.Decode(raw[1..]),
            >= FirstListByte => LegacyTransaction.Decode(raw),
            _ => throw new RlpException($"Transactions of type {raw[0]} are not supported."),
        };
        var sender = signature.Recover(transaction.SigningHash)
            ?? throw new RlpException("No key can have made the signature.");
        return new SignedTransaction(transaction, signature, sender, raw.ToArray());
    }

    /// <summary>Reads r and s, with which every transaction ends.</summary>
    internal static Signature ReadSignature(ref RlpReader fields, int recoveryId)
    {
        var r = fields.ReadNumberAsHash();
        var s = fields.ReadNumberAsHash();
        fields.EnsureEnd();
        return Signature.TryCreate(r, s, recoveryId, out var signature, out var fault)
            ? signature
            : throw new RlpException($"The signature is refused: {fault}.");
    }
}
