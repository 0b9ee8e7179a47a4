using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>
/// Bitcoin Core's libsecp256k1 with its recovery module, constant-time where secrets are involved. The package
/// Secp256k1.Net brings it for each platform; its own calls are not used, since they do not blind their contexts.
/// </summary>
internal sealed unsafe class NativeSecp256k1 : ISecp256k1
{
    private const uint ContextNone = 1;
    private const uint SerializeUncompressed = 2;
    private const int OpaqueKeySize = 64;
    private const int OpaqueSignatureSize = 65;
    private const int UncompressedSize = 65;
    private const string LibraryName = "secp256k1";

    private readonly nint _context;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> _createKey;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, nuint*, byte*, uint, int> _serializeKey;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, nint, nint, int> _sign;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, int*, byte*, int> _serializeSignature;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, int, int> _parseSignature;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int> _recover;

    private NativeSecp256k1(EntryPoints found)
    {
        _createKey = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)found.CreateKey;
        _serializeKey = (delegate* unmanaged[Cdecl]<nint, byte*, nuint*, byte*, uint, int>)found.SerializeKey;
        _sign = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, nint, nint, int>)found.Sign;
        _serializeSignature = (delegate* unmanaged[Cdecl]<nint, byte*, int*, byte*, int>)found.SerializeSignature;
        _parseSignature = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int, int>)found.ParseSignature;
        _recover = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int>)found.Recover;
        _context = CreateContext(found);
    }

    /// <summary>Null where the package has no library for the platform and none with the module is installed.</summary>
    public static NativeSecp256k1? TryLoad()
    {
        var owner = typeof(NativeSecp256k1).Assembly;
        if (!NativeLibrary.TryLoad(LibraryName, owner, DllImportSearchPath.SafeDirectories, out var library))
            return null;
        if (EntryPoints.TryFind(library, out var found)) return new NativeSecp256k1(found);
        NativeLibrary.Free(library);
        return null;
    }

    public bool TryCreatePublicKey(ReadOnlySpan<byte> secret, Span<byte> publicKey)
    {
        var opaque = stackalloc byte[OpaqueKeySize];
        fixed (byte* key = secret[..PrivateKey.Size])
        {
            return _createKey(_context, opaque, key) == 1 && WriteKey(opaque, publicKey);
        }
    }

    public void Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> digest, Span<byte> signature, out int recoveryId)
    {
        var opaque = stackalloc byte[OpaqueSignatureSize];
        var id = 0;
        fixed (byte* key = secret[..PrivateKey.Size])
        fixed (byte* message = digest[..Hash32.Size])
        fixed (byte* compact = signature[..Signature.CompactSize])
        {
            if (_sign(_context, opaque, message, key, 0, 0) != 1
                || _serializeSignature(_context, compact, &id, opaque) != 1)
                throw new CryptographicException("libsecp256k1 could not sign with this key.");
        }

        recoveryId = id;
    }

    public bool TryRecover(
        ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
    {
        var opaqueSignature = stackalloc byte[OpaqueSignatureSize];
        var opaqueKey = stackalloc byte[OpaqueKeySize];
        fixed (byte* message = digest[..Hash32.Size])
        fixed (byte* compact = signature[..Signature.CompactSize])
        {
            return _parseSignature(_context, opaqueSignature, compact, recoveryId) == 1
                && _recover(_context, opaqueKey, opaqueSignature, message) == 1
                && WriteKey(opaqueKey, publicKey);
        }
    }

    private bool WriteKey(byte* opaque, Span<byte> publicKey)
    {
        var uncompressed = stackalloc byte[UncompressedSize];
        nuint length = UncompressedSize;
        if (_serializeKey(_context, uncompressed, &length, opaque, SerializeUncompressed) != 1) return false;
        new ReadOnlySpan<byte>(uncompressed + 1, PublicKey.CoordinatesSize).CopyTo(publicKey);
        return true;
    }

    /// <summary>Blinded against side channels once, before any thread shares it; it is never changed again.</summary>
    private static nint CreateContext(EntryPoints found)
    {
        var create = (delegate* unmanaged[Cdecl]<uint, nint>)found.CreateContext;
        var randomize = (delegate* unmanaged[Cdecl]<nint, byte*, int>)found.RandomizeContext;
        Span<byte> seed = stackalloc byte[32];
        RandomNumberGenerator.Fill(seed);
        var context = create(ContextNone);
        fixed (byte* bytes = seed)
        {
            if (context == 0 || randomize(context, bytes) != 1)
                throw new CryptographicException("libsecp256k1 could not create a context.");
        }

        CryptographicOperations.ZeroMemory(seed);
        return context;
    }

    private readonly record struct EntryPoints(
        nint CreateContext, nint RandomizeContext, nint CreateKey, nint SerializeKey,
        nint Sign, nint SerializeSignature, nint ParseSignature, nint Recover)
    {
        public static bool TryFind(nint library, [MaybeNullWhen(false)] out EntryPoints found)
        {
            var complete = true;
            nint Find(string name)
            {
                complete &= NativeLibrary.TryGetExport(library, $"secp256k1_{name}", out var address);
                return address;
            }

            found = new EntryPoints(
                Find("context_create"),
                Find("context_randomize"),
                Find("ec_pubkey_create"),
                Find("ec_pubkey_serialize"),
                Find("ecdsa_sign_recoverable"),
                Find("ecdsa_recoverable_signature_serialize_compact"),
                Find("ecdsa_recoverable_signature_parse_compact"),
                Find("ecdsa_recover"));
            return complete;
        }
    }
}
