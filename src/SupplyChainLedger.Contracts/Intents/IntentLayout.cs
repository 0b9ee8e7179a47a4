using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>One kind of intent as the contract sees it: the struct that is signed and the function that takes it.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class IntentLayout<T>(string function, TypedDataStruct<T> signed, AbiType<T> argument)
    where T : LedgerIntent
{
    private readonly AbiFunction<(T Intent, byte[] Signature), ValueTuple> _function =
        new(function, AbiTypes.Tuple(argument, AbiTypes.Bytes), AbiTypes.Nothing);

    public TypedDataStruct<T> Signed { get; } = signed;

    public string FunctionSignature => _function.Signature;

    public byte[] EncodeCall(T intent, Signature signature) => _function.EncodeCall((intent, signature.ToBytes()));

    /// <summary>Reads a call back; null when it calls another function.</summary>
    public (T Intent, byte[] Signature)? TryDecodeCall(ReadOnlySpan<byte> call) =>
        _function.Selector.Opens(call) ? _function.DecodeCall(call) : null;
}
