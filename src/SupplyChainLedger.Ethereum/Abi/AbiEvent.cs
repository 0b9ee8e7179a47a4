using System.Text;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// An event of a contract. Its parameters are a tuple in the order of their declaration, in which
/// <see cref="AbiType{T}.Indexed"/> and <see cref="AbiType{T}.IndexedHash"/> mark those that are topics.
/// </summary>
/// <typeparam name="T">What the event says.</typeparam>
public sealed class AbiEvent<T>
{
    private const int MaxIndexed = 3;
    private readonly AbiType<T> _parameters;

    /// <summary>Takes the parameters as a tuple, even when there is only one.</summary>
    /// <exception cref="ArgumentException">The parameters are not a tuple.</exception>
    public AbiEvent(string name, AbiType<T> parameters)
    {
        Name = name;
        Signature = AbiSignature.Of(name, parameters);
        Topic0 = Keccak256.Hash(Encoding.ASCII.GetBytes(Signature));
        _parameters = parameters;
    }

    /// <summary>The name alone.</summary>
    public string Name { get; }

    /// <summary>Name and types of the parameters.</summary>
    public string Signature { get; }

    /// <summary>The hash of the signature, which is the first topic of every such log.</summary>
    public Hash32 Topic0 { get; }

    /// <summary>The log that a contract would leave.</summary>
    /// <exception cref="AbiException">A value does not fit, or more than three parameters are indexed.</exception>
    public AbiLog Encode(T value)
    {
        var topics = new List<Hash32>(1 + MaxIndexed) { Topic0 };
        var writer = new AbiWriter(stackalloc byte[AbiWriter.InitialCapacity]) { Topics = topics };
        try
        {
            _parameters.EncodeWhole(value, ref writer);
            return topics.Count <= 1 + MaxIndexed
                ? new AbiLog([.. topics], writer.ToArray())
                : throw new AbiException($"{Signature} has more than {MaxIndexed} indexed parameters.");
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>What the log says.</summary>
    /// <exception cref="AbiException">The log is of another event, or malformed.</exception>
    public T Decode(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data)
    {
        if (topics.IsEmpty || topics[0] != Topic0) throw new AbiException($"The log is not of {Signature}.");
        var reader = new AbiReader(data, topics[1..]);
        var value = _parameters.DecodeWhole(ref reader);
        reader.EnsureEnd(Signature);
        return value;
    }
}
