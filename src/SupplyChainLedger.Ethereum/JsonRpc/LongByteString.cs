using System.Buffers;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// An answer whose result is a byte string that may be larger than memory. The bytes are written as they come, and what
/// stands around them is left: an answer with the empty byte string, or whatever else the node has said.
/// </summary>
internal sealed class LongByteString(Stream answer, string method)
{
    private const int BufferSize = 64 * 1024;
    private const byte Quote = (byte)'"';

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _length;

    private static ReadOnlySpan<byte> Opening => "\"result\":\"0x"u8;

    private Span<byte> Unread => _buffer.AsSpan(0, _length);

    /// <param name="destination">Gets the bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What stands around them, as JSON.</returns>
    /// <exception cref="JsonRpcInvalidResponseException">It ends, or is no longer hexadecimal, on the way.</exception>
    /// <exception cref="JsonRpcTooLargeException">There is more around it than any answer has.</exception>
    public async Task<byte[]> CopyToAsync(Stream destination, CancellationToken cancellation)
    {
        int opening;
        while ((opening = Unread.IndexOf(Opening)) < 0)
            if (!await FillAsync(cancellation)) return Unread.ToArray();
        var before = _buffer[..(opening + Opening.Length)];
        Drop(before.Length);
        await CopyDigitsAsync(destination, cancellation);
        while (await FillAsync(cancellation))
        {
        }

        return [.. before, .. Unread];
    }

    private async Task CopyDigitsAsync(Stream destination, CancellationToken cancellation)
    {
        var bytes = new byte[BufferSize / 2];
        while (true)
        {
            var end = Unread.IndexOf(Quote);
            var digits = end < 0 ? Unread : Unread[..end];
            if (Convert.FromHexString(digits, bytes, out var read, out var written) == OperationStatus.InvalidData)
                throw Invalid("is not hexadecimal");
            await destination.WriteAsync(bytes.AsMemory(0, written), cancellation);
            Drop(read);
            if (end == read) return;
            if (end >= 0) throw Invalid("has an odd number of digits");
            if (!await FillAsync(cancellation)) throw Invalid("is cut off");
        }
    }

    /// <summary>Reads on; false at the end.</summary>
    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (_length == BufferSize) throw new JsonRpcTooLargeException(method, BufferSize);
        var read = await answer.ReadAsync(_buffer.AsMemory(_length), cancellation);
        _length += read;
        return read > 0;
    }

    private void Drop(int count)
    {
        Unread[count..].CopyTo(_buffer);
        _length -= count;
    }

    private JsonRpcInvalidResponseException Invalid(string how) => new(method, $"its byte string {how}.");
}
