using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using static Grpc.Reflection.V1.ServerReflectionRequest;

namespace SupplyChainLedger.Grpc.Reflection;

/// <summary>Answers <c>grpc.reflection.v1.ServerReflection</c>.</summary>
internal sealed class ReflectionService(DescriptorIndex index) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            await responseStream.WriteAsync(Answer(request), context.CancellationToken).ConfigureAwait(false);
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            MessageRequestOneofCase.ListServices => ListServices(),
            MessageRequestOneofCase.FileByFilename =>
                File(index.FindFile(request.FileByFilename), request.FileByFilename),
            MessageRequestOneofCase.FileContainingSymbol =>
                File(index.FindSymbol(request.FileContainingSymbol), request.FileContainingSymbol),
            MessageRequestOneofCase.FileContainingExtension => FileContaining(request.FileContainingExtension),
            MessageRequestOneofCase.AllExtensionNumbersOfType => ListExtensions(request.AllExtensionNumbersOfType),
            _ => Error(StatusCode.InvalidArgument, "The request asks for nothing that is known here."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse ListServices()
    {
        var services = new ListServiceResponse();
        services.Service.AddRange(index.Services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = services };
    }

    private ServerReflectionResponse FileContaining(ExtensionRequest extension) =>
        File(
            index.FindExtension(extension.ContainingType, extension.ExtensionNumber),
            $"extension {extension.ExtensionNumber} of {extension.ContainingType}");

    private ServerReflectionResponse ListExtensions(string type)
    {
        if (index.FindExtensions(type) is not { } numbers)
            return Error(StatusCode.NotFound, $"There is no message '{type}' here.");
        var response = new ExtensionNumberResponse { BaseTypeName = type };
        response.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = response };
    }

    private static ServerReflectionResponse File(FileDescriptor? file, string wanted)
    {
        if (file is null)
            return Error(StatusCode.NotFound, $"There is no '{wanted}' here.");
        var response = new FileDescriptorResponse();
        response.FileDescriptorProto.AddRange(DescriptorIndex.WithImports(file));
        return new ServerReflectionResponse { FileDescriptorResponse = response };
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
