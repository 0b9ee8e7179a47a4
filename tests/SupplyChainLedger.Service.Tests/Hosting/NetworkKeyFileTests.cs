using System.Runtime.Versioning;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Hosting;

public sealed class NetworkKeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-key-");
    private readonly DataFolder _data;

    public NetworkKeyFileTests() => _data = DataFolder.Open(Path.Combine(_folder.FullName, "data"));

    [Fact]
    public void The_first_start_draws_a_key_and_the_next_one_finds_it()
    {
        var first = NetworkKeyFile.Read(configured: null, _data);
        var second = NetworkKeyFile.Read(configured: null, _data);

        Assert.Equal(first.CheckValue, second.CheckValue);
        Assert.Equal(64, File.ReadAllText(_data.NetworkKey).Trim().Length);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_but_the_owner_can_read_the_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        NetworkKeyFile.Read(configured: null, _data);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_data.NetworkKey));
    }

    [Fact]
    public void Services_of_one_network_share_a_configured_key()
    {
        NetworkKeyFile.Read(configured: null, _data);
        using var other = DataFolder.Open(Path.Combine(_folder.FullName, "other"));

        var shared = NetworkKeyFile.Read(_data.NetworkKey, other);

        Assert.Equal(NetworkKeyFile.Read(configured: null, _data).CheckValue, shared.CheckValue);
        Assert.False(File.Exists(other.NetworkKey));
    }

    [Fact]
    public void A_configured_key_that_is_missing_is_not_drawn()
    {
        var path = Path.Combine(_folder.FullName, "missing.key");
        Assert.Throws<StartupFault>(() => NetworkKeyFile.Read(path, _data));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret that is no key")]
    [InlineData("00112233")]
    public void What_is_no_key_is_refused_without_being_quoted(string text)
    {
        File.WriteAllText(_data.NetworkKey, text);

        var fault = Assert.Throws<StartupFault>(() => NetworkKeyFile.Read(configured: null, _data));

        Assert.Contains("64 hexadecimal digits", fault.Message, StringComparison.Ordinal);
        Assert.Null(fault.InnerException);
        if (text.Length > 0) Assert.DoesNotContain(text, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_configured_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        var path = Path.Combine(_folder.FullName, "open.key");
        File.WriteAllText(path, new string('a', 64));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var fault = Assert.Throws<StartupFault>(() => NetworkKeyFile.Read(path, _data));

        Assert.Contains("chmod 600", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Delete(recursive: true);
    }
}
