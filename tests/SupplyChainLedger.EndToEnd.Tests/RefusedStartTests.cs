using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class RefusedStartTests(PreparedNetwork network) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Endpoints:Grpc")]
    [InlineData("Endpoints:Web")]
    [InlineData("Devnet:Endpoint")]
    public async Task A_taken_port_is_named_with_the_setting_that_changes_it(string setting)
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();

        var start = await StartAsync($"--{setting}={occupant.LocalEndpoint}");

        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;
        Assert.StartsWith($"Port {port} on 127.0.0.1, for ", start.OnlyLine());
        Assert.EndsWith($"is taken. Stop what listens there, or choose another with --{setting}=127.0.0.1:PORT.",
            start.OnlyLine());
    }

    [Fact]
    public async Task A_missing_Node_is_named_with_what_to_install()
    {
        var start = await FailedStart.OfAsync(
            ServiceCommand.SettingsFor(_folder.At("data")),
            new Dictionary<string, string> { ["PATH"] = _folder.Path });

        Assert.Matches("^The embedded devnet needs Node.js, but (node|npm) does not start", start.OnlyLine());
        Assert.Contains("Install Node.js 20 or later", start.OnlyLine());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_failing_npm_is_quoted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands in for npm");
        Directory.CreateDirectory(_folder.At("devnet"));
        foreach (var file in (string[])["anvil.mjs", "package.json", "package-lock.json"])
            File.Copy(RepositoryFolder.At("devnet", file), _folder.At("devnet", file));
        const string script = "#!/bin/sh\necho 'npm error code E404' >&2\necho 'npm error 404 Not Found' >&2\nexit 1\n";
        await File.WriteAllTextAsync(_folder.At("npm"), script, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder.At("npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var start = await FailedStart.OfAsync(
            [.. ServiceCommand.SettingsFor(_folder.At("data")), $"--Devnet:Folder={_folder.At("devnet")}"],
            new Dictionary<string, string> { ["PATH"] = _folder.Path });

        Assert.Equal(
            $"npm install in {_folder.At("devnet")} failed: code E404; 404 Not Found. Check the network and npm's "
            + "settings.",
            start.OnlyLine());
        Assert.Equal($"Fetching the development chain: npm install in {_folder.At("devnet")} ...", start.Output[0]);
    }

    [Fact]
    [Trait("Fault", "33")]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_folder.At("file"), "", TestContext.Current.CancellationToken);

        var start = await FailedStart.OfAsync(ServiceCommand.SettingsFor(_folder.At("file", "data")));

        Assert.StartsWith($"The data folder {_folder.At("file", "data")} cannot be written:", start.OnlyLine());
        Assert.Contains("--Data=PATH", start.OnlyLine());
    }

    [Theory]
    [InlineData("--Endpoint:Grpc=127.0.0.1:0", "There is no setting Endpoint:Grpc. Did you mean Endpoints:Grpc?")]
    [InlineData("--Devnet:enable=false", "There is no setting Devnet:enable. Did you mean Devnet:Enabled?")]
    [InlineData("--Quux:Frobnicate=1", "There is no setting Quux:Frobnicate. --help lists all of them.")]
    public async Task A_setting_that_does_not_exist_is_refused_with_the_nearest_one(string argument, string answer)
    {
        var start = await StartAsync(argument);

        Assert.StartsWith(answer, start.OnlyLine());
    }

    [Fact]
    public async Task An_environment_variable_for_a_setting_that_does_not_exist_is_refused_too()
    {
        var start = await FailedStart.OfAsync(
            ServiceCommand.SettingsFor(_folder.At("data")),
            new Dictionary<string, string> { ["SCL_Endpoints__Grcp"] = "127.0.0.1:0" });

        Assert.StartsWith(
            "There is no setting Endpoints:Grcp. Did you mean Endpoints:Grpc?", start.OnlyLine());
    }

    [Fact]
    public async Task Other_machines_are_not_served_in_plain_text_unless_that_is_asked_for()
    {
        var start = await StartAsync("--Endpoints:Grpc=0.0.0.0:0");

        Assert.Equal(
            "Endpoints:Grpc=0.0.0.0:0 would serve other machines without TLS. Name a certificate in "
            + "Endpoints:CertificatePath, or ask for plain text with --Endpoints:AllowCleartext=true.",
            start.OnlyLine());
    }

    [Fact]
    public async Task Plain_text_for_other_machines_is_served_when_asked_for()
    {
        await using var service = await network.StartCopyAsync(
            _folder.At("data"), "--Endpoints:Web=0.0.0.0:0", "--Endpoints:AllowCleartext=true");

        Assert.Equal("0.0.0.0", service.Web.Host);
    }

    [Fact]
    [Trait("Fault", "9")]
    public async Task A_second_service_on_the_same_data_folder_is_refused()
    {
        await using var owner = await network.StartCopyAsync(_folder.At("data"));

        var start = await StartAsync();

        Assert.Equal(
            $"Another service works on the data folder {_folder.At("data")}. Stop it, or give this one a folder of its "
            + "own with --Data=PATH.",
            start.OnlyLine());
    }

    [Fact]
    public async Task Without_the_devnet_a_network_must_be_named()
    {
        var start = await StartAsync("--Devnet:Enabled=false");

        Assert.Equal(
            "Without the embedded devnet the setting Chain:RpcUrl is needed. Add --Chain:RpcUrl=VALUE.",
            start.OnlyLine());
    }

    public void Dispose() => _folder.Dispose();

    // Later arguments win over earlier ones.
    private Task<FailedStart> StartAsync(params string[] settings) =>
        FailedStart.OfAsync([.. ServiceCommand.SettingsFor(_folder.At("data")), .. settings]);
}
