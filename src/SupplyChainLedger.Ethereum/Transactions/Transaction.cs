using System.Numerics;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>A transaction before it is signed: what all kinds have in common.</summary>
public abstract record Transaction
{
    /// <summary>More than all but <see cref="Data"/> and an access list takes.</summary>
    private const int MostBesideData = 512;

    private protected Transaction()
    {
    }

    /// <summary>How many transactions the sender has made before.</summary>
    public required ulong Nonce { get; init; }

    /// <summary>The most gas it may use.</summary>
    public required ulong GasLimit { get; init; }

    /// <summary>Whom it calls; null creates a contract from <see cref="Data"/>.</summary>
    public required Address? To { get; init; }

    /// <summary>Wei it moves, a <c>uint256</c>.</summary>
    public BigInteger Value { get; init; }

    /// <summary>Selector and arguments, or creation code.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>What is signed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not a <c>uint256</c>.</exception>
    public Hash32 SigningHash => Keccak256.Hash(Encode(signature: null).Span);

    /// <summary>Signs; the same key makes the same transaction every time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not a <c>uint256</c>.</exception>
    public SignedTransaction Sign(PrivateKey key)
    {
        var signature = key.Sign(SigningHash);
        return new SignedTransaction(this, signature, key.Address, Encode(signature).ToArray());
    }

    /// <summary>Writes the bytes to sign without a signature, the bytes to send with one.</summary>
    private protected abstract void Write(RlpWriter rlp, Signature? signature);

    private protected void WriteCall(RlpWriter rlp)
    {
        rlp.Write(GasLimit);
        rlp.Write(To);
        rlp.Write(Value);
        rlp.Write(Data);
    }

    private ReadOnlyMemory<byte> Encode(Signature? signature)
    {
        var rlp = new RlpWriter(Data.Length + MostBesideData);
        Write(rlp, signature);
        return rlp.From(0);
    }
}
