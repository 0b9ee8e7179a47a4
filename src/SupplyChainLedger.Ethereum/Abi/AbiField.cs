namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A field whose own type is not needed to walk over the fields.</summary>
internal abstract class AbiField<T>(string type, bool isDynamic, int headSize)
{
    public string Type { get; } = type;

    public bool IsDynamic { get; } = isDynamic;

    public int HeadSize { get; } = headSize;

    public abstract void Encode(T owner, ref AbiWriter writer, int frame, int head);
}

/// <summary>A field and where its owner keeps it.</summary>
internal sealed class AbiField<T, TField>(AbiType<TField> type, Func<T, TField> get)
    : AbiField<T>(type.Name, type.IsDynamic, type.HeadSize)
{
    public override void Encode(T owner, ref AbiWriter writer, int frame, int head) =>
        type.EncodeMember(get(owner), ref writer, frame, head);
}
