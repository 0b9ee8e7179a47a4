namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A struct: encoded as the tuple of its fields, in place unless one of them is dynamic.</summary>
internal sealed class StructType<T> : AbiType<T>
{
    private readonly AbiDeclaration<T> _declaration;
    private readonly AbiField<T>[] _fields;
    private readonly int _frameSize;

    private StructType(AbiDeclaration<T> declaration, AbiField<T>[] fields, bool isDynamic, int frameSize)
        : base($"({string.Join(',', fields.Select(field => field.Type))})", isDynamic, isDynamic ? WordSize : frameSize)
    {
        _declaration = declaration;
        _fields = fields;
        _frameSize = frameSize;
    }

    public static StructType<T> Of(AbiDeclaration<T> declaration)
    {
        var described = new List<AbiField<T>>();
        var fields = new AbiFields<T>(described);
        _ = declaration(ref fields);
        return new StructType<T>(
            declaration,
            [.. described],
            described.Any(field => field.IsDynamic),
            described.Sum(field => field.HeadSize));
    }

    internal override void Encode(T value, ref AbiWriter writer, int position)
    {
        var frame = IsDynamic ? writer.Reserve(_frameSize) : position;
        var head = frame;
        foreach (var field in _fields)
        {
            field.Encode(value, ref writer, frame, head);
            head += field.HeadSize;
        }
    }

    internal override T Decode(ref AbiReader reader, int position)
    {
        var frame = IsDynamic ? reader.Reserve(_frameSize) : position;
        var fields = new AbiFields<T>(reader, frame);
        var value = _declaration(ref fields);
        reader = fields.Reader;
        return value;
    }
}
