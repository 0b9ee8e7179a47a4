namespace SupplyChainLedger.Service.Sqlite;

/// <summary>An argument of a statement: a number, a text, bytes, or nothing.</summary>
internal readonly struct SqliteValue
{
    private SqliteValue(SqliteKind kind, object? content, long number)
    {
        Kind = kind;
        Content = content;
        Number = number;
    }

    /// <summary>Which of them. To look at the content's type takes longer than to bind it.</summary>
    public SqliteKind Kind { get; }

    /// <summary>The text or the bytes.</summary>
    public object? Content { get; }

    /// <summary>The number.</summary>
    public long Number { get; }

    public static implicit operator SqliteValue(long number) => new(SqliteKind.Number, null, number);

    public static implicit operator SqliteValue(long? number) =>
        number is { } given ? given : default(SqliteValue);

    public static implicit operator SqliteValue(string? text) =>
        text is null ? default : new(SqliteKind.Text, text, 0);

    public static implicit operator SqliteValue(byte[]? bytes) =>
        bytes is null ? default : new(SqliteKind.Bytes, bytes, 0);
}

/// <summary>What an argument is.</summary>
internal enum SqliteKind : byte
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>A number of 64 bits.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,
}
