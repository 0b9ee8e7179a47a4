using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>One kind of intent as the contract sees it: the struct that is signed, the function taking it.</summary>
internal abstract class IntentLayout
{
    /// <summary>Name of the EIP-712 primary type.</summary>
    public abstract string Kind { get; }

    /// <summary>Signature of the contract's function.</summary>
    public abstract string FunctionSignature { get; }

    /// <summary>The four bytes that its calls begin with.</summary>
    public abstract AbiSelector Selector { get; }

    public abstract IntentHash Digest(TypedDataDomain domain, LedgerIntent intent);

    public abstract string ToTypedDataJson(TypedDataDomain domain, LedgerIntent intent);

    public abstract byte[] EncodeCall(LedgerIntent intent, IntentSignatures signatures);

    /// <summary>Reads a call back.</summary>
    public abstract (LedgerIntent Intent, byte[] Signatures) DecodeCall(ReadOnlySpan<byte> call);
}

/// <inheritdoc/>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class IntentLayout<T> : IntentLayout
    where T : LedgerIntent
{
    private readonly TypedDataStruct<T> _signed;
    private readonly AbiFunction<(T Intent, byte[] Signatures), ValueTuple> _function;

    /// <param name="kind">Name of the Solidity struct; the function has the same, in lower camel case.</param>
    /// <param name="declare">The struct's fields.</param>
    public IntentLayout(string kind, IntentDeclaration<T> declare)
    {
        var argument = AbiTypes.Struct((ref AbiFields<T> encoded) =>
        {
            var fields = new IntentFields<T>(encoded);
            var intent = declare(ref fields);
            encoded = fields.Encoded;
            return intent;
        });
        _signed = IntentFields<T>.SignedType(kind, declare);
        _function = new AbiFunction<(T, byte[]), ValueTuple>(
            char.ToLowerInvariant(kind[0]) + kind[1..], AbiTypes.Tuple(argument, AbiTypes.Bytes), AbiTypes.Nothing);
    }

    public override string Kind => _signed.Name;

    public override string FunctionSignature => _function.Signature;

    public override AbiSelector Selector => _function.Selector;

    public override IntentHash Digest(TypedDataDomain domain, LedgerIntent intent) =>
        new(_signed.Digest(domain, (T)intent));

    public override string ToTypedDataJson(TypedDataDomain domain, LedgerIntent intent) =>
        _signed.ToJson(domain, (T)intent);

    public override byte[] EncodeCall(LedgerIntent intent, IntentSignatures signatures) =>
        _function.EncodeCall(((T)intent, signatures.ToBytes()));

    public override (LedgerIntent Intent, byte[] Signatures) DecodeCall(ReadOnlySpan<byte> call) =>
        _function.DecodeCall(call);
}
