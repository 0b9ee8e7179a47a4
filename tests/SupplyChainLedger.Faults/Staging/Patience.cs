namespace SupplyChainLedger.Faults.Staging;

/// <summary>Waits for what must come.</summary>
internal static class Patience
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Looks until it is so.</summary>
    /// <param name="what">What is waited for, as a sentence goes on after "until".</param>
    /// <param name="isSo">Looks once; what it throws because the service is away counts as no.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ScenarioFailed">It has not come within a minute.</exception>
    public static Task UntilAsync(string what, Func<Task<bool>> isSo, CancellationToken cancellation) =>
        UntilAsync(() => what, isSo, cancellation);

    /// <inheritdoc cref="UntilAsync(string, Func{Task{bool}}, CancellationToken)"/>
    public static async Task UntilAsync(Func<string> what, Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(Step);
        try
        {
            while (!await isSo()) await timer.WaitForNextTickAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ScenarioFailed($"waited {Limit.TotalSeconds} s in vain until {what()}");
        }
    }

    /// <summary>Lets time pass, for what cannot be looked at.</summary>
    public static async Task ForAsync(TimeSpan time, CancellationToken cancellation)
    {
        if (time < Shortest) return;
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancellation);
    }
}
