namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>
/// How long the indexer waits between two looks at the node. Whoever nudges knows that something is about to come, and
/// rarely when: it is looked for after 1 ms, and then ever more seldom until the usual interval is reached.
/// </summary>
/// <param name="usual">The interval at which nothing is expected.</param>
internal sealed class LookPause(TimeSpan usual)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private TimeSpan _last = Shortest;

    /// <param name="isExpecting">There was a nudge since the last look.</param>
    /// <param name="hasCome">The last look found new blocks.</param>
    public TimeSpan Next(bool isExpecting, bool hasCome)
    {
        var next = isExpecting ? Shortest : hasCome ? usual : _last * 2;
        return _last = next < usual ? next : usual;
    }
}
