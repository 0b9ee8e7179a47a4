namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// Makes a value from its fields, asking for each in the order of the ABI: the one place that names them, for reading
/// as for writing.
/// </summary>
/// <param name="fields">Gives the fields; while the type is being put together they have no values yet.</param>
/// <typeparam name="T">The C# value, usually a record.</typeparam>
public delegate T AbiDeclaration<T>(ref AbiFields<T> fields);

/// <summary>The fields of a struct or of an event, one after the other. See <see cref="AbiDeclaration{T}"/>.</summary>
/// <typeparam name="T">The C# value that has the fields.</typeparam>
public ref struct AbiFields<T>
{
    private readonly List<AbiField<T>>? _described;
    private readonly int _frame;
    private AbiReader _reader;
    private int _head;

    internal AbiFields(List<AbiField<T>> described)
    {
        _described = described;
    }

    internal AbiFields(AbiReader reader, int frame)
    {
        _reader = reader;
        _frame = frame;
        _head = frame;
    }

    /// <summary>What is left to read.</summary>
    internal readonly AbiReader Reader => _reader;

    /// <summary>The next field.</summary>
    /// <param name="type">Its type; the same each time.</param>
    /// <param name="get">Where the value keeps it.</param>
    /// <returns>The field as read; nothing yet while the type is being put together.</returns>
    public TField Next<TField>(AbiType<TField> type, Func<T, TField> get)
    {
        if (_described is not null) return Describe(type, get);
        var value = type.DecodeMember(ref _reader, _frame, _head);
        _head += type.HeadSize;
        return value;
    }

    /// <summary>The next parameter of an event, which is a topic of its logs. Only for types of one word.</summary>
    /// <inheritdoc cref="Next"/>
    public TField Indexed<TField>(AbiType<TField> type, Func<T, TField> get) =>
        _described is not null ? Describe(type.Indexed(), get) : IndexedType<TField>.Read(type, ref _reader);

    private readonly TField Describe<TField>(AbiType<TField> type, Func<T, TField> get)
    {
        _described!.Add(new AbiField<T, TField>(type, get));
        return default!;
    }
}
