namespace SupplyChainLedger.Client.Transport;

/// <summary>
/// How often and how long something is tried again: after a pause that doubles, up to an end that counts from the first
/// failure.
/// </summary>
internal sealed class Patience
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly LedgerClientOptions _options;
    private readonly DateTimeOffset _latest;
    private DateTimeOffset? _end;
    private TimeSpan _pause = FirstPause;

    /// <param name="options">Say how long.</param>
    /// <param name="deadline">Unix seconds after which it makes no sense.</param>
    public Patience(LedgerClientOptions options, ulong deadline = long.MaxValue)
    {
        _options = options;
        var last = (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        _latest = DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(deadline, last));
    }

    /// <summary>Whether another attempt is due after a failure.</summary>
    public bool IsLeft
    {
        get
        {
            var now = _options.Time.GetUtcNow();
            _end ??= now + _options.ReconnectFor;
            return now < _end && now < _latest;
        }
    }

    /// <summary>Starts again after a success.</summary>
    public void Restore()
    {
        _end = null;
        _pause = FirstPause;
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(_pause, _options.Time);
        await timer.WaitForNextTickAsync(cancellation);
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
    }
}
