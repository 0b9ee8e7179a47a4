namespace SupplyChainLedger.Service.Sqlite;

/// <summary>An argument of a statement: a number, a text, bytes, or nothing.</summary>
internal readonly struct SqliteValue
{
    private SqliteValue(object? content, long number)
    {
        Content = content;
        Number = number;
    }

    /// <summary>The text or the bytes; null where there is nothing; anything else for a number.</summary>
    public object? Content { get; }

    /// <summary>The number.</summary>
    public long Number { get; }

    public static implicit operator SqliteValue(long number) => new(typeof(long), number);

    public static implicit operator SqliteValue(long? number) =>
        number is { } given ? new(typeof(long), given) : default;

    public static implicit operator SqliteValue(string? text) => new(text, 0);

    public static implicit operator SqliteValue(byte[]? bytes) => new(bytes, 0);
}
