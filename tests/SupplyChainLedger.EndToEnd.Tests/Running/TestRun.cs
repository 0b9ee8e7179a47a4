using SupplyChainLedger.Client;

namespace SupplyChainLedger.EndToEnd.Tests.Running;

#pragma warning disable CA1708 // It takes the nameless blocks for members of one name.

/// <summary>What tests do on the stage, for as long as they run.</summary>
public static class TestRun
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    extension(RunningService)
    {
        /// <summary>Starts the service and waits until it says that it serves.</summary>
        public static Task<RunningService> StartAsync(string dataFolder, params string[] settings) =>
            RunningService.StartAsync(dataFolder, settings, Cancellation);
    }

    extension(FailedStart)
    {
        /// <summary>Starts the service and waits until it has given up.</summary>
        public static Task<FailedStart> OfAsync(
            IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null) =>
            FailedStart.OfAsync(ServiceCommand.Start(settings, environment), Cancellation);
    }

    extension(Party)
    {
        /// <summary>Opens the keystore file that the service has drawn for a participant.</summary>
        public static Task<Party> OpenAsync(
            RunningService service, string handle, LedgerClientOptions? options = null) =>
            Party.OpenAsync(service, handle, options, Cancellation);
    }
}
