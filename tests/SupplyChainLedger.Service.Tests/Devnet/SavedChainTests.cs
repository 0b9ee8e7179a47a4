using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Devnet;

public sealed class SavedChainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saved-chain-").FullName;
    private readonly List<string> _notices = [];
    private readonly SavedChain _saved;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SavedChainTests()
    {
        _saved = new SavedChain(_folder);
    }

    [Fact]
    public void Nothing_saved_is_no_fault()
    {
        Assert.Null(_saved.Unpack(_notices.Add));
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task What_was_saved_last_comes_back()
    {
        await SaveAsync(Packed("first"));
        await SaveAsync(Packed("second"));

        Assert.Equal("second", Unpacked());
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task A_generation_cut_short_anywhere_gives_way_to_the_one_before_it()
    {
        var whole = Packed("second");
        for (var length = 0; length < whole.Length; length++)
        {
            await SaveAsync(Packed("first"));
            await SaveAsync(whole[..length]);

            Assert.Equal("first", Unpacked());
        }

        Assert.Equal(whole.Length, _notices.Count);
    }

    [Fact]
    public async Task A_generation_with_a_changed_byte_in_its_content_gives_way_to_the_one_before_it()
    {
        var whole = Packed("second");
        const int headerBytes = 10;
        for (var i = headerBytes; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0xff;
            await SaveAsync(Packed("first"));
            await SaveAsync(damaged);

            Assert.Equal("first", Unpacked());
        }
    }

    [Fact]
    public async Task After_a_damaged_generation_the_whole_one_is_not_overwritten_by_it()
    {
        await SaveAsync(Packed("first"));
        await SaveAsync("damaged"u8.ToArray());
        Unpacked();

        await SaveAsync("damaged again"u8.ToArray());

        Assert.Equal("first", Unpacked());
    }

    [Fact]
    public async Task One_that_breaks_off_leaves_what_was_saved_before()
    {
        await SaveAsync(Packed("first"));
        await SaveAsync(Packed("second"));

        await Assert.ThrowsAsync<IOException>(() => _saved.SaveAsync(
            async (file, cancellation) =>
            {
                await file.WriteAsync(Packed("third").AsMemory(0, 20), cancellation);
                throw new IOException("No space left on device");
            },
            Cancellation));

        Assert.Equal("second", Unpacked());
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task A_kill_between_the_two_renames_loses_nothing()
    {
        await SaveAsync(Packed("first"));
        File.Move(Path.Combine(_folder, "chain.gz"), Path.Combine(_folder, "chain.previous.gz"));

        Assert.Equal("first", Unpacked());
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task When_nothing_is_whole_the_chain_is_not_begun_anew()
    {
        await SaveAsync("damaged"u8.ToArray());
        await SaveAsync("damaged"u8.ToArray());

        var fault = Assert.Throws<StartupFault>(() => _saved.Unpack(_notices.Add));

        Assert.Contains(_folder, fault.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Content that does not compress, so that damage hits it and not only the framing.
    private static byte[] Packed(string name)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(Encoding.UTF8.GetBytes(name));
            packing.Write(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        }

        return packed.ToArray();
    }

    private Task SaveAsync(byte[] chain) =>
        _saved.SaveAsync(async (file, cancellation) => await file.WriteAsync(chain, cancellation), Cancellation);

    private string Unpacked()
    {
        var bytes = File.ReadAllBytes(_saved.Unpack(_notices.Add)!);
        _saved.Discard();
        return Encoding.UTF8.GetString(bytes[..^SHA256.HashSizeInBytes]);
    }
}
