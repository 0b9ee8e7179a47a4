using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace SupplyChainLedger.Grpc.Server.Json;

/// <summary>Reads and writes proto JSON of the message types of one method and of the standard error details.</summary>
internal sealed class JsonCodec
{
    /// <summary>For requests that reach no method: it knows only the error details.</summary>
    public static readonly JsonCodec ErrorsOnly = new([]);

    private const int MaxDepth = 64;

    private readonly JsonParser _parser;
    private readonly JsonFormatter _formatter;

    private JsonCodec(IEnumerable<FileDescriptor> files)
    {
        var types = TypeRegistry.FromFiles([.. files, ErrorDetailsReflection.Descriptor, StatusReflection.Descriptor]);
        _parser = new JsonParser(new JsonParser.Settings(MaxDepth, types));
        _formatter = new JsonFormatter(JsonFormatter.Settings.Default.WithTypeRegistry(types));
    }

    public static JsonCodec For<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class where TResponse : class =>
        new(new object[] { Default(method.RequestMarshaller), Default(method.ResponseMarshaller) }
            .OfType<IMessage>()
            .Select(message => message.Descriptor.File)
            .Distinct());

    /// <exception cref="RpcException">INVALID_ARGUMENT: not proto JSON of this type; the detail says where.</exception>
    public T Parse<T>(Marshaller<T> marshaller, string json)
        where T : class
    {
        if (Default(marshaller) is not IMessage { Descriptor: var descriptor })
            throw new RpcException(new Status(StatusCode.Unimplemented, "The method does not speak JSON."));

        try
        {
            return (T)_parser.Parse(json, descriptor);
        }
        catch (Exception exception) when (exception
            is InvalidProtocolBufferException or InvalidJsonException or InvalidOperationException)
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument,
                $"The body is not proto JSON of {descriptor.FullName}: {exception.Message}"));
        }
    }

    public string Format(IMessage message) => _formatter.Format(message);

    /// <summary>Every proto message is read from no bytes at all, as its default.</summary>
    private static T Default<T>(Marshaller<T> marshaller) => marshaller.ContextualDeserializer(new EmptyPayload());

    private sealed class EmptyPayload : DeserializationContext
    {
        public override int PayloadLength => 0;

        public override byte[] PayloadAsNewBuffer() => [];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => ReadOnlySequence<byte>.Empty;
    }
}
