namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// The calls that wait for one answer, so that the end of the service can wait for them. Streams are not counted: they
/// have no end of their own, and whoever reads one can go on from where it broke off.
/// </summary>
internal sealed class CallsUnderWay
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isDraining;

    /// <summary>Runs a call, counted from its begin to its end.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        if (!Begin()) return await call();
        try
        {
            return await call();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Completes when all that have begun before are answered. Those that begin later are served, but not
    /// waited for.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            _isDraining = true;
            if (_count == 0) _answered.TrySetResult();
        }

        return _answered.Task;
    }

    private bool Begin()
    {
        lock (_gate)
        {
            if (!_isDraining) _count++;
            return !_isDraining;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_count == 0 && _isDraining) _answered.TrySetResult();
        }
    }
}
