namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// The newest invoices of which no other one carries a fingerprint, by the keys of their submissions. Each is asked for
/// what it resembles just after it was written, when the writer has seen that it is nothing. An invoice that is not
/// here may resemble another one or not.
/// </summary>
internal sealed class UnlikeInvoices
{
    private const int MostOfAGeneration = 16_384;

    private readonly Lock _changing = new();
    private HashSet<long> _newer = [];
    private HashSet<long> _older = [];

    /// <summary>Whether it is known that the invoice resembles no other.</summary>
    public bool Contains(long submitted)
    {
        lock (_changing) return _newer.Contains(submitted) || _older.Contains(submitted);
    }

    /// <summary>
    /// Tells of all that a transaction writes, before anyone can read it. After a rollback, that is what has taken the
    /// keys of what was there.
    /// </summary>
    /// <param name="unlike">Invoices that resemble none so far.</param>
    /// <param name="like">Invoices that do, be it from now on.</param>
    public void Tell(IEnumerable<long> unlike, IEnumerable<long> like)
    {
        lock (_changing)
        {
            if (_newer.Count >= MostOfAGeneration) (_newer, _older) = ([], _newer);
            _newer.UnionWith(unlike);
            _newer.ExceptWith(like);
            _older.ExceptWith(like);
        }
    }
}
