using System.Diagnostics.CodeAnalysis;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// Tells the texts of statements apart: long ones that are asked for again and again, mostly as the same object. They
/// are this project's own, so that a hash over a few characters is enough.
/// </summary>
internal sealed class StatementTexts : IEqualityComparer<string>
{
    private const int Looked = 16;

    public static StatementTexts Comparer { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y);

    public int GetHashCode([DisallowNull] string obj)
    {
        var hash = obj.Length;
        var step = obj.Length / Looked + 1;
        for (var i = obj.Length - 1; i >= 0; i -= step) hash = hash * 31 + obj[i];
        return hash;
    }
}
