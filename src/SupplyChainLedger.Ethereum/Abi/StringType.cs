using System.Text;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>string</c>: UTF-8, refused where it is not valid.</summary>
internal sealed class StringType(bool lenient) : AbiType<string>("string", isDynamic: true, WordSize)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Replacing = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Strict UTF-8; a lone surrogate has no encoding.</summary>
    public static byte[] ToUtf8(string value)
    {
        try
        {
            return Utf8.GetBytes(value);
        }
        catch (EncoderFallbackException fault)
        {
            throw new AbiException("The string holds a lone surrogate, which UTF-8 cannot carry.", fault);
        }
    }

    internal override void Encode(string value, ref AbiWriter writer, int position)
    {
        try
        {
            Utf8.GetBytes(value, ByteStringLayout.Reserve(ref writer, Utf8.GetByteCount(value)));
        }
        catch (EncoderFallbackException fault)
        {
            throw new AbiException("The string holds a lone surrogate, which UTF-8 cannot carry.", fault);
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

    internal override void WriteTopic(string value, Span<byte> topic) => Keccak256.Hash(ToUtf8(value), topic);
}
