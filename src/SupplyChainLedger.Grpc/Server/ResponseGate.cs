using Grpc.Core;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>
/// Lets one party at a time at the response and ends it exactly once. The deadline may end a call while its handler
/// writes; the end then happens when that write is over.
/// </summary>
internal sealed class ResponseGate(Func<Status, Metadata, Task> end)
{
    private readonly Lock _lock = new();
    private bool _writing;
    private bool _ended;
    private bool _finished;
    private (Status Status, Metadata Trailers)? _wantedEnd;
    private TaskCompletionSource? _finish;

    /// <summary>Whether a write is going on.</summary>
    public bool IsWriting
    {
        get
        {
            lock (_lock)
                return _writing;
        }
    }

    /// <exception cref="InvalidOperationException">A write is going on, or the call is over.</exception>
    public void BeginWrite()
    {
        lock (_lock)
        {
            if (_ended || _wantedEnd is not null)
                throw new InvalidOperationException("The call is over; nothing can be written to it.");
            if (_writing)
                throw new InvalidOperationException("The write before this one has not ended.");
            _writing = true;
        }
    }

    public Task EndWriteAsync()
    {
        (Status, Metadata) wanted;
        lock (_lock)
        {
            _writing = false;
            if (_wantedEnd is null)
                return Task.CompletedTask;
            wanted = _wantedEnd.Value;
            _wantedEnd = null;
            _ended = true;
        }

        return FinishAsync(wanted.Item1, wanted.Item2);
    }

    /// <summary>Ends the response unless somebody else does; completes when it has ended.</summary>
    public Task EndAsync(Status status, Metadata trailers)
    {
        lock (_lock)
        {
            if (_finished)
                return Task.CompletedTask;
            if (_ended || _writing)
            {
                if (!_ended)
                    _wantedEnd ??= (status, trailers);
                _finish ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _finish.Task;
            }

            _ended = true;
        }

        return FinishAsync(status, trailers);
    }

    private async Task FinishAsync(Status status, Metadata trailers)
    {
        try
        {
            await end(status, trailers).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _finished = true;
                _finish?.SetResult();
            }
        }
    }
}
