using System.Diagnostics;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>Clients that send one intent after the other until they are stopped, and keep what got no answer.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource _life;
    private readonly List<Task> _running;
    private long _answers;

    private Senders(Stage stage, int count, CancellationToken cancellation)
    {
        _life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _running = [.. Enumerable.Range(0, count).Select(_ => SendAsync(stage, new Random(stage.Random.Next())))];
    }

    /// <summary>How often the service has answered, or has failed to.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Starts so many of them.</summary>
    public static Senders Start(Stage stage, int count, CancellationToken cancellation) =>
        new(stage, count, cancellation);

    /// <summary>Waits for so many more answers. Answers rather than time: a slow machine then gets as deep into the
    /// work as a fast one.</summary>
    /// <param name="answers">How many.</param>
    /// <param name="limit">After which it has been long enough all the same.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task UntilAnsweredAsync(int answers, TimeSpan limit, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var enough = Answers + answers;
        while (Answers < enough && Stopwatch.GetElapsedTime(began) < limit)
            await Patience.ForAsync(Step, cancellation);
    }

    /// <summary>Stops them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        await Task.WhenAll(_running);
        _life.Dispose();
    }

    private async Task SendAsync(Stage stage, Random random)
    {
        try
        {
            while (!_life.IsCancellationRequested)
            {
                if (!await stage.Load.Next(random).SendAsync(_life.Token)) await Patience.ForAsync(Step, _life.Token);
                Interlocked.Increment(ref _answers);
            }
        }
        catch (OperationCanceledException) when (_life.IsCancellationRequested)
        {
            // That is how it is stopped.
        }
    }
}
