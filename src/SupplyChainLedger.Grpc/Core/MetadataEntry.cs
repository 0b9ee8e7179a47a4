using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header: a name, and a text or bytes.</summary>
    public sealed class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz_-.");

        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>Makes a text entry.</summary>
        /// <exception cref="ArgumentException">
        /// The name has a character outside <c>[0-9a-z_.-]</c> or ends in <c>-bin</c>, or the value is not printable
        /// ASCII (the ASCII-Value of gRPC's HTTP/2 protocol).
        /// </exception>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinary)
                throw new ArgumentException($"The name '{Key}' ends in -bin and needs bytes.", nameof(key));
            if (!IsSendable(value))
                throw new ArgumentException($"The value of '{Key}' is not printable ASCII.", nameof(value));
            _value = value;
        }

        /// <summary>Makes a binary entry.</summary>
        /// <exception cref="ArgumentException">The name is malformed or does not end in <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
                throw new ArgumentException($"The name '{Key}' does not end in -bin.", nameof(key));
            _valueBytes = valueBytes;
        }

        private Entry(string key, string? value, byte[]? valueBytes)
        {
            Key = key;
            _value = value;
            _valueBytes = valueBytes;
        }

        /// <summary>The name, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value =>
            _value ?? throw new InvalidOperationException($"The value of '{Key}' is bytes; read ValueBytes.");

        /// <summary>The bytes; those of a text entry are its ASCII.</summary>
        public byte[] ValueBytes => _valueBytes ?? Encoding.ASCII.GetBytes(Value);

        /// <inheritdoc/>
        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, {ValueBytes.Length} bytes]" : $"[Entry: key={Key}, value={Value}]";

        /// <summary>Takes a header as the HTTP stack accepted it, which may be looser than what is sent.</summary>
        internal static Entry Received(string key, string value) => new(key, value, null);

        internal static Entry Received(string key, byte[] valueBytes) => new(key, null, valueBytes);

        /// <summary>Whether a text is an ASCII-Value of gRPC's HTTP/2 protocol.</summary>
        internal static bool IsSendable(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

        internal static string Normalize(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var name = key.ToLowerInvariant();
            if (name.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException($"The name '{key}' has a character outside [0-9a-z_.-].", nameof(key));
            return name;
        }
    }
}
