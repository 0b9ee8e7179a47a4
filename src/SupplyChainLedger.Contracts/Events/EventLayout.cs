using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>
/// One kind of event as the contract logs it. Text is read leniently: a participant can sign bytes that are no UTF-8,
/// and an index must not stop at them.
/// </summary>
internal abstract class EventLayout
{
    /// <summary>Name and types of its parameters.</summary>
    public abstract string Signature { get; }

    /// <summary>The first topic of its logs.</summary>
    public abstract Hash32 Topic0 { get; }

    public abstract AbiLog Encode(LedgerEvent logged);

    public abstract LedgerEvent Decode(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data);
}

/// <inheritdoc/>
/// <param name="name">The event's name in Solidity.</param>
/// <param name="declare">Its parameters.</param>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class EventLayout<T>(string name, AbiDeclaration<T> declare) : EventLayout
    where T : LedgerEvent
{
    private readonly AbiEvent<T> _event = new(name, AbiTypes.Struct(declare));

    public override string Signature => _event.Signature;

    public override Hash32 Topic0 => _event.Topic0;

    public override AbiLog Encode(LedgerEvent logged) => _event.Encode((T)logged);

    public override LedgerEvent Decode(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data) =>
        _event.Decode(topics, data);
}
