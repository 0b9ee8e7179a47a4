using System.Diagnostics.CodeAnalysis;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A custom error with which a contract reverts.</summary>
/// <typeparam name="T">What it carries; <see cref="ValueTuple"/> with <see cref="AbiTypes.Nothing"/> for nothing.
/// </typeparam>
public sealed class AbiError<T>
{
    private readonly AbiType<T> _parameters;

    /// <summary>Takes the parameters as a tuple, even when there is only one.</summary>
    /// <exception cref="ArgumentException">The parameters are not a tuple.</exception>
    public AbiError(string name, AbiType<T> parameters)
    {
        Name = name;
        Signature = AbiSignature.Of(name, parameters);
        Selector = AbiSelector.Of(Signature);
        _parameters = parameters;
    }

    /// <summary>The name alone.</summary>
    public string Name { get; }

    /// <summary>Name and types of the parameters.</summary>
    public string Signature { get; }

    /// <summary>The four bytes the revert data begins with.</summary>
    public AbiSelector Selector { get; }

    /// <summary>The revert data.</summary>
    /// <exception cref="AbiException">A value does not fit its type.</exception>
    public byte[] Encode(T value) => Selector.Encode(_parameters, value);

    /// <summary>What the revert data carries.</summary>
    /// <exception cref="AbiException">It is another error, or malformed.</exception>
    public T Decode(ReadOnlySpan<byte> data) => Selector.Decode(_parameters, Signature, data);

    /// <summary>False when it is another error or malformed.</summary>
    public bool TryDecode(ReadOnlySpan<byte> data, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!Selector.Opens(data)) return false;
        try
        {
            value = _parameters.Decode(data[AbiSelector.Size..]);
            return true;
        }
        catch (AbiException)
        {
            return false;
        }
    }
}
