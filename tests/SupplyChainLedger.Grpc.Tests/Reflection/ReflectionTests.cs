using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Reflection;
using SupplyChainLedger.Grpc.Tests.Reflected;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Reflection;

public sealed class ReflectionTests
{
    [Fact]
    public async Task The_services_are_listed()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "*" });

        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.testing.TestService", "reflected.Parcels"],
            response.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("grpc.testing.TestService", "grpc/testing/test.proto")]
    [InlineData("grpc.testing.TestService.UnaryCall", "grpc/testing/test.proto")]
    [InlineData("grpc.testing.SimpleRequest", "grpc/testing/messages.proto")]
    [InlineData("grpc.testing.PayloadType", "grpc/testing/messages.proto")]
    public async Task A_symbol_is_found_in_its_file_with_all_imports(string symbol, string file)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        var protos = response.FileDescriptorResponse.FileDescriptorProto;
        var files = FileDescriptor.BuildFromByteStrings(Enumerable.Reverse(protos));
        Assert.Equal(file, files[^1].Name);
        Assert.Equal(symbol, response.OriginalRequest.FileContainingSymbol);
    }

    [Fact]
    public async Task A_file_is_found_by_its_name()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = "grpc/testing/empty.proto" });

        Assert.Single(response.FileDescriptorResponse.FileDescriptorProto);
    }

    [Fact]
    public async Task What_is_not_there_is_answered_with_an_error_and_the_stream_goes_on()
    {
        var responses = await AskAllAsync(
            new ServerReflectionRequest { FileContainingSymbol = "no.such.Thing" },
            new ServerReflectionRequest { FileByFilename = "no/such/file.proto" },
            new ServerReflectionRequest { AllExtensionNumbersOfType = "no.such.Thing" },
            new ServerReflectionRequest
            {
                FileContainingExtension = new ExtensionRequest
                {
                    ContainingType = "grpc.testing.Empty",
                    ExtensionNumber = 1,
                },
            },
            new ServerReflectionRequest(),
            new ServerReflectionRequest { AllExtensionNumbersOfType = "grpc.testing.Empty" });

        Assert.Equal([5, 5, 5, 5, 3], responses[..5].Select(response => response.ErrorResponse.ErrorCode));
        Assert.Empty(responses[5].AllExtensionNumbersResponse.ExtensionNumber);
    }

    [Fact]
    public async Task Extensions_are_found_by_the_message_that_they_extend()
    {
        var parcel = Parcel.Descriptor.FullName;
        var responses = await AskAllAsync(
            new ServerReflectionRequest { AllExtensionNumbersOfType = parcel },
            new ServerReflectionRequest
            {
                FileContainingExtension = new ExtensionRequest { ContainingType = parcel, ExtensionNumber = 100 },
            });

        Assert.Equal([100], responses[0].AllExtensionNumbersResponse.ExtensionNumber);
        Assert.Equal([Parcel.Descriptor.File.SerializedData], responses[1].FileDescriptorResponse.FileDescriptorProto);
    }

    private static async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request) =>
        Assert.Single(await AskAllAsync(request));

    private static async Task<List<ServerReflectionResponse>> AskAllAsync(params ServerReflectionRequest[] requests)
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcReflectionService(),
            register: services => services.AddGrpcReflection(TestService.Descriptor, Parcels.Descriptor));
        using var channel = host.OpenChannel();
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(
            cancellationToken: TestContext.Current.CancellationToken);

        foreach (var request in requests)
            await call.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();

        var responses = new List<ServerReflectionResponse>();
        await foreach (var response in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
            responses.Add(response);
        return responses;
    }
}
