namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A function of a contract: how its calls and results are written.</summary>
/// <typeparam name="TArgs">What a call carries.</typeparam>
/// <typeparam name="TResult">What it returns; <see cref="ValueTuple"/> with <see cref="AbiTypes.Nothing"/> for nothing.
/// </typeparam>
public sealed class AbiFunction<TArgs, TResult>
{
    private readonly AbiType<TArgs> _arguments;
    private readonly AbiType<TResult> _result;

    /// <summary>Takes the arguments and the result as tuples, one member each even when there is only one.</summary>
    /// <exception cref="ArgumentException">The arguments or the result are not a tuple.</exception>
    public AbiFunction(string name, AbiType<TArgs> arguments, AbiType<TResult> result)
    {
        Name = name;
        Signature = AbiSignature.Of(name, arguments);
        _ = AbiSignature.Of($"{name} returns", result);
        Selector = AbiSelector.Of(Signature);
        _arguments = arguments;
        _result = result;
    }

    /// <summary>The name alone.</summary>
    public string Name { get; }

    /// <summary>Name and types of the arguments, such as <c>transfer(address,uint256)</c>.</summary>
    public string Signature { get; }

    /// <summary>The four bytes a call begins with.</summary>
    public AbiSelector Selector { get; }

    /// <summary>Selector and arguments.</summary>
    /// <exception cref="AbiException">An argument does not fit its type.</exception>
    public byte[] EncodeCall(TArgs arguments) => Selector.Encode(_arguments, arguments);

    /// <summary>The arguments of a call of this function.</summary>
    /// <exception cref="AbiException">It is the call of another function, or malformed.</exception>
    public TArgs DecodeCall(ReadOnlySpan<byte> data) => Selector.Decode(_arguments, Signature, data);

    /// <summary>What the contract returns for this result.</summary>
    /// <exception cref="AbiException">The result does not fit its type.</exception>
    public byte[] EncodeResult(TResult result) => _result.Encode(result);

    /// <summary>The result from the bytes that the contract returned.</summary>
    /// <exception cref="AbiException">The bytes are malformed; none at all often means that no contract is there.
    /// </exception>
    public TResult DecodeResult(ReadOnlySpan<byte> data) => _result.Decode(data);
}
