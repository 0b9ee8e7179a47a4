using System.Numerics;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Transactions;

/// <summary>A transaction of type 2 (EIP-1559, in the envelope of EIP-2718).</summary>
public sealed record Eip1559Transaction : Transaction
{
    internal const byte Type = 2;

    /// <summary>The chain it is for (EIP-155).</summary>
    public required ulong ChainId { get; init; }

    /// <summary>Wei per gas for the block's producer, at most <see cref="MaxFeePerGas"/>.</summary>
    public required BigInteger MaxPriorityFeePerGas { get; init; }

    /// <summary>Wei per gas in all, base fee included.</summary>
    public required BigInteger MaxFeePerGas { get; init; }

    /// <summary>What it announces to touch (EIP-2930).</summary>
    public IReadOnlyList<AccessListEntry> AccessList { get; init; } = [];

    internal static (Transaction Transaction, Signature Signature) Decode(ReadOnlySpan<byte> payload)
    {
        var outer = new RlpReader(payload);
        var fields = outer.ReadList();
        outer.EnsureEnd();
        var transaction = new Eip1559Transaction
        {
            ChainId = fields.ReadUInt64(),
            Nonce = fields.ReadUInt64(),
            MaxPriorityFeePerGas = fields.ReadNumber(),
            MaxFeePerGas = fields.ReadNumber(),
            GasLimit = fields.ReadUInt64(),
            To = fields.ReadOptionalAddress(),
            Value = fields.ReadNumber(),
            Data = fields.ReadBytes().ToArray(),
            AccessList = AccessListEntry.ReadList(ref fields),
        };
        var parity = fields.ReadUInt64();
        if (parity > 1) throw new RlpException("The parity of a signature is 0 or 1.");
        return (transaction, SignedTransaction.ReadSignature(ref fields, (int)parity));
    }

    private protected override void Write(RlpWriter rlp, Signature? signature)
    {
        rlp.WriteType(Type);
        var list = rlp.BeginList();
        rlp.Write(ChainId);
        rlp.Write(Nonce);
        rlp.Write(MaxPriorityFeePerGas);
        rlp.Write(MaxFeePerGas);
        WriteCall(rlp);
        AccessListEntry.WriteList(rlp, AccessList);
        if (signature is { } signed)
        {
            rlp.Write((ulong)signed.RecoveryId);
            rlp.WriteAsNumber(signed.R);
            rlp.WriteAsNumber(signed.S);
        }

        rlp.EndList(list);
    }
}
