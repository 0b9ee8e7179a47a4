using System.Security.Cryptography;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>AES-128-CTR (NIST SP 800-38A, section 6.5), which .NET does not offer by itself.</summary>
internal static class AesCounterMode
{
    public const int KeySize = 16;
    public const int BlockSize = 16;

    /// <summary>Encrypts or decrypts: the two are the same.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> counter, ReadOnlySpan<byte> data)
    {
        var blocks = (data.Length + BlockSize - 1) / BlockSize;
        var stream = new byte[blocks * BlockSize];
        Span<byte> block = stackalloc byte[BlockSize];
        counter.CopyTo(block);
        for (var i = 0; i < blocks; i++)
        {
            block.CopyTo(stream.AsSpan(i * BlockSize));
            Increment(block);
        }

        using var aes = Aes.Create();
        aes.SetKey(key[..KeySize]);
        aes.EncryptEcb(stream, stream, PaddingMode.None);
        var result = data.ToArray();
        for (var i = 0; i < result.Length; i++) result[i] ^= stream[i];
        CryptographicOperations.ZeroMemory(stream);
        return result;
    }

    private static void Increment(Span<byte> counter)
    {
        for (var i = counter.Length - 1; i >= 0 && ++counter[i] == 0; i--)
        {
        }
    }
}
