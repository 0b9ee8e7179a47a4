using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>One kind of intent as the contract sees it: the struct that is signed, the function that takes it.</summary>
internal abstract class IntentLayout
{
    /// <summary>Name of the EIP-712 primary type.</summary>
    public abstract string Kind { get; }

    /// <summary>Signature of the contract's function.</summary>
    public abstract string FunctionSignature { get; }

    public abstract IntentHash Digest(TypedDataDomain domain, LedgerIntent intent);

    public abstract string ToTypedDataJson(TypedDataDomain domain, LedgerIntent intent);

    public abstract byte[] EncodeCall(LedgerIntent intent, Signature signature);

    /// <summary>Reads a call back; null when it calls another function.</summary>
    public abstract (LedgerIntent Intent, byte[] Signature)? TryDecodeCall(ReadOnlySpan<byte> call);
}

/// <inheritdoc/>
/// <param name="function">Name of the contract's function.</param>
/// <param name="signed">The EIP-712 struct.</param>
/// <param name="argument">The function's first argument; the signature is the second.</param>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class IntentLayout<T>(string function, TypedDataStruct<T> signed, AbiType<T> argument) : IntentLayout
    where T : LedgerIntent
{
    private readonly AbiFunction<(T Intent, byte[] Signature), ValueTuple> _function =
        new(function, AbiTypes.Tuple(argument, AbiTypes.Bytes), AbiTypes.Nothing);

    public override string Kind => signed.Name;

    public override string FunctionSignature => _function.Signature;

    public override IntentHash Digest(TypedDataDomain domain, LedgerIntent intent) =>
        new(signed.Digest(domain, (T)intent));

    public override string ToTypedDataJson(TypedDataDomain domain, LedgerIntent intent) =>
        signed.ToJson(domain, (T)intent);

    public override byte[] EncodeCall(LedgerIntent intent, Signature signature) =>
        _function.EncodeCall(((T)intent, signature.ToBytes()));

    public override (LedgerIntent Intent, byte[] Signature)? TryDecodeCall(ReadOnlySpan<byte> call) =>
        _function.Selector.Opens(call) ? _function.DecodeCall(call) : null;
}
