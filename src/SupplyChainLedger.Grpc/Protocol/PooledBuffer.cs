using System.Buffers;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>Bytes that grow in a pooled array.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 4096;
    private byte[] _array = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(Math.Max(sizeHint, 1));
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        Return();
        _array = [];
        Length = 0;
    }

    private void EnsureFree(int size)
    {
        if (_array.Length - Length >= size)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(InitialSize, checked(Length + Math.Max(size, Length))));
        Written.CopyTo(larger);
        Return();
        _array = larger;
    }

    private void Return()
    {
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
    }
}
