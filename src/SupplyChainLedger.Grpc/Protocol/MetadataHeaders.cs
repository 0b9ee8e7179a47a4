using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>Turns headers into metadata and back (Custom-Metadata of gRPC's HTTP/2 protocol).</summary>
internal static class MetadataHeaders
{
    /// <summary>Reads the application's metadata from a server's request headers.</summary>
    /// <exception cref="RpcException">INTERNAL: a binary value is not Base64.</exception>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                Add(metadata, name, value ?? "");
        }

        return metadata;
    }

    /// <summary>Reads the application's metadata from a response's headers or trailers.</summary>
    /// <exception cref="RpcException">INTERNAL: a binary value is not Base64.</exception>
    public static Metadata Read(System.Net.Http.Headers.HttpResponseHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
                Add(metadata, name, value);
        }

        return metadata;
    }

    /// <summary>Writes metadata to response headers or trailers.</summary>
    public static void Write(Metadata metadata, IHeaderDictionary headers)
    {
        foreach (var (name, value) in Encode(metadata))
            headers[name] = StringValues.Concat(headers[name], value);
    }

    /// <summary>
    /// The headers as they go over the wire: text as it is, bytes as Base64 without padding. What was received and
    /// cannot be sent, since HTTP is laxer than gRPC, is left out: an application may echo all that it got.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Encode(Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (ProtocolHeaders.IsReserved(entry.Key))
                continue;
            if (entry.IsBinary)
                yield return (entry.Key, Convert.ToBase64String(entry.ValueBytes).TrimEnd('='));
            else if (Metadata.Entry.IsSendable(entry.Value))
                yield return (entry.Key, entry.Value);
        }
    }

    private static void Add(Metadata metadata, string name, string value)
    {
        if (ProtocolHeaders.IsReserved(name))
            return;

        var key = name.ToLowerInvariant();
        if (!key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.Ordinal))
        {
            metadata.Add(Metadata.Entry.Received(key, value));
            return;
        }

        // Intermediaries may join repeated headers with a comma.
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
            metadata.Add(Metadata.Entry.Received(key, Decode(key, part)));
    }

    private static byte[] Decode(string key, string value)
    {
        var padding = (4 - value.Length % 4) % 4;
        var bytes = new byte[(value.Length + padding) / 4 * 3];
        if (Convert.TryFromBase64String(value.PadRight(value.Length + padding, '='), bytes, out var length))
            return bytes[..length];
        throw new RpcException(new Status(StatusCode.Internal, $"The binary header '{key}' is not Base64."));
    }
}
