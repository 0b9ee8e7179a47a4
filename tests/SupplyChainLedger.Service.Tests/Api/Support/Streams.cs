using Grpc.Core;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>The requests of a stream, out of a sequence; counts how many were read.</summary>
internal sealed class RequestsOf<T>(IAsyncEnumerable<T> requests) : IAsyncStreamReader<T>
{
    private readonly IAsyncEnumerator<T> _requests = requests.GetAsyncEnumerator();
    private int _read;

    public T Current => _requests.Current;

    public int Read => _read;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await _requests.MoveNextAsync().AsTask().WaitAsync(cancellationToken)) return false;
        Interlocked.Increment(ref _read);
        return true;
    }
}

/// <summary>The answers of a stream, each handed to the test.</summary>
internal sealed class AnswersTo<T>(Func<T, CancellationToken, Task> take) : IServerStreamWriter<T>
{
    private int _writing;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        // As the real one does.
        if (Interlocked.Exchange(ref _writing, 1) == 1)
            throw new InvalidOperationException("The write before this one has not ended.");
        await take(message, cancellationToken);
        Volatile.Write(ref _writing, 0);
    }
}
