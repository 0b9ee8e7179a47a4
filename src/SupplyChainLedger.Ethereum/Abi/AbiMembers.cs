namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// The members of a tuple as a list of pairs, which saves a class for each number of members:
/// <c>(first, (second, (third, ())))</c>.
/// </summary>
internal abstract class AbiMembers<T>(string names, bool isDynamic, int headSize)
{
    public string Names { get; } = names;

    public bool IsDynamic { get; } = isDynamic;

    public int HeadSize { get; } = headSize;

    public abstract void Encode(in T values, ref AbiWriter writer, int frame, int head);

    public abstract T Decode(ref AbiReader reader, int frame, int head);

    public AbiMembers<(TFirst First, T Others)> After<TFirst>(AbiType<TFirst> first) =>
        new AbiMember<TFirst, T>(first, this);

    public AbiType<TTuple> As<TTuple>(Func<TTuple, T> split, Func<T, TTuple> join) =>
        new TupleType<T, TTuple>(this, split, join);
}

/// <summary>The end of the list.</summary>
internal sealed class NoMembers() : AbiMembers<ValueTuple>("", isDynamic: false, headSize: 0)
{
    public static readonly NoMembers Instance = new();

    public override void Encode(in ValueTuple values, ref AbiWriter writer, int frame, int head)
    {
    }

    public override ValueTuple Decode(ref AbiReader reader, int frame, int head) => default;
}

/// <summary>One member and those after it.</summary>
internal sealed class AbiMember<TFirst, TRest>(AbiType<TFirst> first, AbiMembers<TRest> rest)
    : AbiMembers<(TFirst First, TRest Others)>(
        rest.Names.Length == 0 ? first.Name : $"{first.Name},{rest.Names}",
        first.IsDynamic || rest.IsDynamic,
        first.HeadSize + rest.HeadSize)
{
    private readonly int _firstHeadSize = first.HeadSize;

    public override void Encode(in (TFirst First, TRest Others) values, ref AbiWriter writer, int frame, int head)
    {
        first.EncodeMember(values.First, ref writer, frame, head);
        rest.Encode(values.Others, ref writer, frame, head + _firstHeadSize);
    }

    public override (TFirst First, TRest Others) Decode(ref AbiReader reader, int frame, int head)
    {
        var value = first.DecodeMember(ref reader, frame, head);
        return (value, rest.Decode(ref reader, frame, head + _firstHeadSize));
    }
}
