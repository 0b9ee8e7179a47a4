using System.Text;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Tests.Oracle;

namespace SupplyChainLedger.Ethereum.Tests.Keystore;

public sealed class KeystoreFileTests(SecondOpinion ethers) : IDisposable
{
    private const string Password = "correct horse 电池";

    private static readonly byte[] Secret =
        Hex.Decode("0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keystore-");
    private readonly PrivateKey _key = PrivateKey.FromBytes(Secret);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string KeyPath => Path.Combine(_folder.FullName, "key.json");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_written_file_is_read_back_and_belongs_to_its_owner_alone()
    {
        await KeystoreFile.WriteFileAsync(KeyPath, _key, Password, KeystoreKdf.Pbkdf2, Cancellation);

        using var read = await KeystoreFile.ReadFileAsync(KeyPath, Password, Cancellation);

        Assert.Equal(_key.Address, read.Address);
        Assert.Equal(_key.Address, await KeystoreFile.ReadAddressAsync(KeyPath, Cancellation));
        Assert.Equal(KeyPath, Assert.Single(_folder.GetFiles()).FullName);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        var json = JsonNode.Parse(await File.ReadAllTextAsync(KeyPath, Cancellation))!;
        Assert.Equal(600_000, (int)json["crypto"]!["kdfparams"]!["c"]!);
        Assert.Equal("hmac-sha256", (string?)json["crypto"]!["kdfparams"]!["prf"]);
    }

    [Theory]
    [InlineData(KeystoreKdf.Pbkdf2)]
    [InlineData(KeystoreKdf.Scrypt)]
    public async Task Ethers_opens_what_we_write(KeystoreKdf kdf)
    {
        var json = Encoding.UTF8.GetString(KeystoreFile.Encrypt(_key, Password, kdf));

        var answer = await ethers.AskAsync(
            "decryptKeystore",
            [new JsonObject { ["json"] = json, ["password"] = Password }],
            TestContext.Current.CancellationToken);

        Assert.Equal(Hex.Encode(Secret), (string?)answer[0]);
    }

    [Fact]
    public async Task We_open_what_ethers_writes()
    {
        var question = new JsonObject
        {
            ["address"] = _key.Address.ToString(),
            ["key"] = Hex.Encode(Secret),
            ["password"] = Password,
            ["scrypt"] = new JsonObject { ["N"] = 4096, ["r"] = 8, ["p"] = 2 },
        };

        var json = (string?)(await ethers.AskAsync(
            "encryptKeystore", [question], TestContext.Current.CancellationToken))[0];

        using var key = KeystoreFile.Decrypt(Encoding.UTF8.GetBytes(json!), Password);
        Assert.Equal(_key.Address, key.Address);
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused_with_what_to_do()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        await KeystoreFile.WriteFileAsync(KeyPath, _key, Password, KeystoreKdf.Pbkdf2, Cancellation);
        UnixFileMode[] open = [UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.OtherWrite];
        foreach (var mode in open)
        {
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | mode);

            var fault = await Assert.ThrowsAsync<KeystoreException>(
                () => KeystoreFile.ReadFileAsync(KeyPath, Password, Cancellation));

            Assert.Equal(KeystoreFault.OpenToOthers, fault.Fault);
            Assert.Contains($"chmod 600 {KeyPath}", fault.Message);
        }
    }

    [Fact]
    public async Task A_key_is_never_overwritten()
    {
        await File.WriteAllTextAsync(KeyPath, "another key", Cancellation);

        var fault = await Assert.ThrowsAsync<KeystoreException>(
            () => KeystoreFile.WriteFileAsync(KeyPath, _key, Password, KeystoreKdf.Pbkdf2, Cancellation));

        Assert.Equal(KeystoreFault.AlreadyExists, fault.Fault);
        Assert.Equal("another key", await File.ReadAllTextAsync(KeyPath, Cancellation));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task A_missing_file_and_an_empty_one_are_told_apart()
    {
        var missing = await Assert.ThrowsAsync<KeystoreException>(
            () => KeystoreFile.ReadFileAsync(KeyPath, Password, Cancellation));
        Assert.Equal(KeystoreFault.Missing, missing.Fault);

        await File.WriteAllTextAsync(KeyPath, "", Cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead);
        var empty = await Assert.ThrowsAsync<KeystoreException>(
            () => KeystoreFile.ReadFileAsync(KeyPath, Password, Cancellation));
        Assert.Equal(KeystoreFault.Empty, empty.Fault);
        Assert.Contains(KeyPath, empty.Message);
    }
}
