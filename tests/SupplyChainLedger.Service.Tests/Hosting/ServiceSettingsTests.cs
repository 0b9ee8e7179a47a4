using Microsoft.Extensions.Logging;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Tests.Hosting;

public sealed class ServiceSettingsTests
{
    [Fact]
    public void Without_arguments_everything_is_on_loopback_and_below_the_current_folder()
    {
        var settings = ServiceSettings.Read([]);

        Assert.Equal(".data", settings.DataFolder);
        Assert.Equal("127.0.0.1:5080", settings.Endpoints.Grpc.ToString());
        Assert.Equal("127.0.0.1:5081", settings.Endpoints.Web.ToString());
        Assert.Equal("127.0.0.1:8545", settings.Devnet.EndPoint.ToString());
        Assert.True(settings.Devnet.Enabled);
        Assert.Null(settings.Chain.FinalityDepth);
        Assert.Equal(LogLevel.Warning, settings.Logging.Level);
    }

    [Fact]
    public void A_setting_is_given_in_one_argument_or_in_two_in_any_case()
    {
        var settings = ServiceSettings.Read(["--chain:finalitydepth=2", "--Data", "/somewhere"]);

        Assert.Equal(2u, settings.Chain.FinalityDepth);
        Assert.Equal("/somewhere", settings.DataFolder);
    }

    [Fact]
    public void One_participant_may_have_no_more_waiting_than_all_of_them()
    {
        Assert.Equal(20_000, ServiceSettings.Read([]).Intake.MaxWaitingPerParticipant);
        Assert.Equal(300, ServiceSettings.Read(["--Intake:MaxPending=300"]).Intake.MaxWaitingPerParticipant);
        Assert.Throws<StartupFault>(
            () => ServiceSettings.Read(["--Intake:MaxPending=300", "--Intake:MaxWaitingPerParticipant=301"]));
    }

    [Theory]
    [InlineData("--Chain:ChainId=abc", "The setting Chain:ChainId must be a whole number up to")]
    [InlineData("--Chain:FinalityDepth=-1", "The setting Chain:FinalityDepth must be a whole number up to 4294967295")]
    [InlineData("--Chain:LedgerAddress=0x12", "The setting Chain:LedgerAddress must be an address")]
    [InlineData("--Chain:RpcUrl=ftp://node", "The setting Chain:RpcUrl must be an address such as http://")]
    [InlineData("--Endpoints:Grpc=5080", "The setting Endpoints:Grpc must be an IP address and a port")]
    [InlineData("--Endpoints:Grpc=example.org:5080", "The setting Endpoints:Grpc must be an IP address and a port")]
    [InlineData("--Endpoints:AllowCleartext=yes", "The setting Endpoints:AllowCleartext must be true or false")]
    [InlineData("--Devnet:StateHistory=0", "The setting Devnet:StateHistory must be a whole number from 1 to")]
    [InlineData("--Logging:Level=7", "The setting Logging:Level must be one of Trace,")]
    [InlineData(
        "--Intake:MaxWaitingPerParticipant=0",
        "The setting Intake:MaxWaitingPerParticipant must be a whole number from 1 to 100000")]
    [InlineData("--Relay:StuckAfter=0.5", "The setting Relay:StuckAfter must be seconds from 1 to 86400")]
    public void A_value_that_cannot_be_read_is_refused_with_what_is_wanted(string argument, string answer)
    {
        var fault = Assert.Throws<StartupFault>(() => ServiceSettings.Read([argument]));

        Assert.StartsWith(answer, fault.Message);
        Assert.Contains($"not \"{argument.Split('=')[1]}\"", fault.Message);
    }

    [Theory]
    [InlineData("serve", "The argument \"serve\" is no setting.")]
    [InlineData("-v", "The argument \"-v\" is no setting.")]
    [InlineData("--Devnet:Enabled", "The setting Devnet:Enabled has no value.")]
    public void An_argument_that_names_no_setting_is_refused(string argument, string answer)
    {
        var fault = Assert.Throws<StartupFault>(() => ServiceSettings.Read([argument]));

        Assert.StartsWith(answer, fault.Message);
    }

    [Theory]
    [InlineData("--Endpoint:Grpc=127.0.0.1:1", "Endpoints:Grpc")]
    [InlineData("--Endpoints:GRCP=127.0.0.1:1", "Endpoints:Grpc")]
    [InlineData("--Chain:RpcUri=http://x", "Chain:RpcUrl")]
    [InlineData("--Dta=x", "Data")]
    public void A_setting_that_does_not_exist_is_refused_with_the_nearest(string argument, string nearest)
    {
        var fault = Assert.Throws<StartupFault>(() => ServiceSettings.Read([argument]));

        Assert.Contains($"Did you mean {nearest}?", fault.Message);
    }

    [Theory]
    [InlineData("--Endpoints:Grpc=0.0.0.0:5080")]
    [InlineData("--Endpoints:Web=[::]:5081")]
    [InlineData("--Devnet:Endpoint=192.0.2.1:8545")]
    public void Plain_text_for_other_machines_must_be_asked_for(string argument)
    {
        var fault = Assert.Throws<StartupFault>(() => ServiceSettings.Read([argument]));
        Assert.Contains("--Endpoints:AllowCleartext=true", fault.Message);

        Assert.True(ServiceSettings.Read([argument, "--Endpoints:AllowCleartext=true"]).Endpoints.AllowCleartext);
    }

    [Theory]
    [InlineData("--Endpoints:Grpc=[::1]:5080")]
    [InlineData("--Endpoints:Grpc=127.8.9.1:5080")]
    [InlineData("--Endpoints:Grpc=localhost:5080")]
    public void Loopback_needs_no_certificate(string argument) =>
        Assert.False(ServiceSettings.Read([argument]).Endpoints.AllowCleartext);

    [Fact]
    public void A_node_beside_the_devnet_is_a_contradiction()
    {
        var fault = Assert.Throws<StartupFault>(() => ServiceSettings.Read(["--Chain:RpcUrl=http://127.0.0.1:1"]));

        Assert.Contains("--Devnet:Enabled=false", fault.Message);
    }

    [Fact]
    public void Every_setting_has_a_description_and_its_own_name()
    {
        var all = ServiceSettings.All();

        Assert.All(all, setting => Assert.NotEmpty(setting.Description));
        Assert.Equal(all.Count, all.DistinctBy(setting => setting.Key.ToUpperInvariant()).Count());
    }
}
