using System.Buffers;
using System.Buffers.Text;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server.Web;

/// <summary>Encodes what is written up to each flush as one padded Base64 text (grpc-web-text).</summary>
internal sealed class Base64WriteStream(Stream inner) : Stream
{
    private readonly PooledBuffer _pending = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _pending.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        using var text = new PooledBuffer();
        var encoded = text.GetMemory(Base64.GetMaxEncodedToUtf8Length(_pending.Length));
        Base64.EncodeToUtf8(_pending.Written.Span, encoded.Span, out _, out var length);
        _pending.Dispose();
        await inner.WriteAsync(encoded[..length], cancellationToken).ConfigureAwait(false);
        await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
