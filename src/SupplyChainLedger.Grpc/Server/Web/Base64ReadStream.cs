using System.Buffers.Text;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Server.Web;

/// <summary>Decodes a Base64 text, or several padded ones in a row, as it arrives (grpc-web-text).</summary>
internal sealed class Base64ReadStream(Stream inner) : Stream
{
    private const int QuantumLength = 4;
    private readonly byte[] _text = new byte[4096];
    private int _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Room for at least one decoded quantum; the pipe above asks for more than that.
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, 3);
        while (true)
        {
            var decoded = DecodeInto(buffer.Span);
            if (decoded > 0)
                return decoded;

            var read = await inner.ReadAsync(_text.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0 && _length == 0)
                return 0;
            if (read == 0)
                throw NotBase64();
            _length += read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int DecodeInto(Span<byte> target)
    {
        var usable = Math.Min(_length, target.Length / 3 * QuantumLength) / QuantumLength * QuantumLength;
        if (usable == 0)
            return 0;

        // Padding ends one text; another may follow, so that it is decoded up to the padded quantum only.
        var padding = _text.AsSpan(0, usable).IndexOf((byte)'=');
        if (padding >= 0)
            usable = (padding / QuantumLength + 1) * QuantumLength;

        Base64.DecodeFromUtf8(_text.AsSpan(0, usable), target, out var consumed, out var written);
        if (consumed != usable)
            throw NotBase64();
        _text.AsSpan(usable, _length - usable).CopyTo(_text);
        _length -= usable;
        return written;
    }

    private static RpcException NotBase64() =>
        new(new Status(StatusCode.Internal, "The body of a grpc-web-text request is not Base64."));
}
