using System.Buffers;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The requests of a streaming call, as the application writes them.</summary>
internal sealed class RequestStreamWriter<T>(
    ClientCall call, RequestStreamContent content, Marshaller<T> marshaller, MessageSizeLimit limit, bool compress)
    : IClientStreamWriter<T>
    where T : class
{
    private readonly ArrayBufferWriter<byte> _frame = new();
    private int _writing;
    private bool _completed;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_completed)
            throw new InvalidOperationException("The requests were completed; none can follow.");
        if (Interlocked.Exchange(ref _writing, 1) == 1)
            throw new InvalidOperationException("The write before this one has not ended.");

        try
        {
            await using var registration = call.CancelWith(cancellationToken).ConfigureAwait(false);
            await SendAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw await call.ExplainWriteFailureAsync(exception).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        _completed = true;
        content.Complete();
        return Task.CompletedTask;
    }

    private async Task SendAsync(T message)
    {
        var stream = await content.OpenAsync().ConfigureAwait(false);
        var flags = WriteOptions?.Flags ?? WriteFlags.None;
        _frame.ResetWrittenCount();
        new MessageWriter(_frame, limit).Write(marshaller, message, compress && (flags & WriteFlags.NoCompress) == 0);
        await stream.WriteAsync(_frame.WrittenMemory, call.Ended).ConfigureAwait(false);
        if ((flags & WriteFlags.BufferHint) == 0)
            await stream.FlushAsync(call.Ended).ConfigureAwait(false);
    }
}
