namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>(A,B,…)</c>: the members as one frame, in place unless one of them is dynamic.</summary>
internal sealed class TupleType<TMembers, T>(
    AbiMembers<TMembers> members, Func<T, TMembers> split, Func<TMembers, T> join)
    : AbiType<T>($"({members.Names})", members.IsDynamic, members.IsDynamic ? WordSize : members.HeadSize)
{
    internal override void Encode(T value, ref AbiWriter writer, int position)
    {
        var frame = IsDynamic ? writer.Reserve(members.HeadSize) : position;
        members.Encode(split(value), ref writer, frame, frame);
    }

    internal override T Decode(ref AbiReader reader, int position)
    {
        var frame = IsDynamic ? reader.Reserve(members.HeadSize) : position;
        return join(members.Decode(ref reader, frame, frame));
    }
}
