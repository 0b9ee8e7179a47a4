using System.Numerics;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>A transaction of the first kind, bound to its chain by EIP-155.</summary>
public sealed record LegacyTransaction : Transaction
{
    private const int RecoveryBase = 27;
    private const int ChainRecoveryBase = 35;

    /// <summary>The chain it is for; null makes it valid on every chain, as all were before EIP-155.</summary>
    public required ulong? ChainId { get; init; }

    /// <summary>Wei per gas.</summary>
    public required BigInteger GasPrice { get; init; }

    internal static (Transaction Transaction, Signature Signature) Decode(ReadOnlySpan<byte> raw)
    {
        var outer = new RlpReader(raw);
        var fields = outer.ReadList();
        outer.EnsureEnd();
        var transaction = new LegacyTransaction
        {
            ChainId = null,
            Nonce = fields.ReadUInt64(),
            GasPrice = fields.ReadNumber(),
            GasLimit = fields.ReadUInt64(),
            To = fields.ReadOptionalAddress(),
            Value = fields.ReadNumber(),
            Data = fields.ReadBytes().ToArray(),
        };
        var (chainId, recoveryId) = SplitRecovery(fields.ReadNumber());
        return (transaction with { ChainId = chainId }, SignedTransaction.ReadSignature(ref fields, recoveryId));
    }

    private protected override void Write(RlpWriter rlp, Signature? signature)
    {
        var list = rlp.BeginList();
        rlp.Write(Nonce);
        rlp.Write(GasPrice);
        WriteCall(rlp);
        if (signature is { } signed)
        {
            rlp.Write(signed.RecoveryId + (ChainId is { } id ? ChainRecoveryBase + 2 * (BigInteger)id : RecoveryBase));
            rlp.WriteAsNumber(signed.R);
            rlp.WriteAsNumber(signed.S);
        }
        else if (ChainId is { } chainId)
        {
            rlp.Write(chainId);
            rlp.Write(0UL);
            rlp.Write(0UL);
        }

        rlp.EndList(list);
    }

    private static (ulong? ChainId, int RecoveryId) SplitRecovery(BigInteger v)
    {
        if (v == RecoveryBase || v == RecoveryBase + 1) return (null, (int)v - RecoveryBase);
        var chainId = (v - ChainRecoveryBase) / 2;
        if (v < ChainRecoveryBase || chainId > ulong.MaxValue)
            throw new RlpException("The recovery value is neither 27, 28 nor one of EIP-155.");
        return ((ulong)chainId, (int)((v - ChainRecoveryBase) % 2));
    }
}
