using System.Text;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>string</c>: UTF-8, refused where it is not valid.</summary>
internal sealed class StringType(bool lenient) : AbiType<string>("string", isDynamic: true, WordSize)
{
    private const int MaxStackBytes = 512;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Replacing = new(encoderShouldEmitUTF8Identifier: false);

    internal override void Encode(string value, ref AbiWriter writer, int position)
    {
        try
        {
            Utf8.GetBytes(value, ByteStringLayout.Reserve(ref writer, Utf8.GetByteCount(value)));
        }
        catch (EncoderFallbackException fault)
        {
            throw LoneSurrogate(fault);
        }
    }

    internal override string Decode(ref AbiReader reader, int position)
    {
        try
        {
            return (lenient ? Replacing : Utf8).GetString(ByteStringLayout.Read(ref reader, Name));
        }
        catch (DecoderFallbackException fault)
        {
            throw new AbiException("The string is not valid UTF-8.", fault);
        }
    }

    internal override void WriteTopic(string value, Span<byte> topic)
    {
        try
        {
            var size = Utf8.GetByteCount(value);
            var bytes = size <= MaxStackBytes ? stackalloc byte[MaxStackBytes] : new byte[size];
            Keccak256.Hash(bytes[..Utf8.GetBytes(value, bytes)], topic);
        }
        catch (EncoderFallbackException fault)
        {
            throw LoneSurrogate(fault);
        }
    }

    private static AbiException LoneSurrogate(EncoderFallbackException fault) =>
        new("The string holds a lone surrogate, which UTF-8 cannot carry.", fault);
}
