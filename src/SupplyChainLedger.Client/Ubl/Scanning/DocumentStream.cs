using System.Security.Cryptography;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>
/// The bytes of a document on their way into the XML reader: hashed, counted, and cut off at the limit.
/// </summary>
internal sealed class DocumentStream(Stream source, long maxBytes, CancellationToken cancellation) : Stream
{
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left and returns the SHA-256 of all bytes. To be called once, at the end.</summary>
    public async Task<Hash32> FinishAsync()
    {
        var rest = new byte[4096];
        while (await ReadAsync(rest, cancellation) > 0)
        {
        }

        return Hash32.FromBytes(_sha256.GetHashAndReset());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await source.ReadAsync(buffer, cancellation);
        return Account(buffer.Span[..count]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The document is read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sha256.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Account(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        if (Count > maxBytes)
        {
            throw new DocumentTooLargeException();
        }

        _sha256.AppendData(bytes);
        return bytes.Length;
    }
}
