namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class DamagedDocumentTests
{
    private const int Documents = 1000;

    private static readonly string[] Splinters =
    [
        "<", ">", "/>", "\"", "&", "&#0;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "<?", "\0", "\uFEFF", "\xC3", "xmlns:",
        "utf-7", "encoding=\"IBM037\"", "xml:space=\"preserve\"", "-", "9999999999999999999", "<cbc:ID/>",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_damaged_invoice_is_read_or_refused_with_reasons_and_never_throws(int seed)
    {
        var random = new Random(seed);
        var sample = await File.ReadAllBytesAsync(
            Path.Combine(TestDocuments.Samples, "brakes-eur.xml"), TestContext.Current.CancellationToken);
        var refused = 0;
        for (var i = 0; i < Documents; i++)
        {
            var result = await TestInvoice.ReadAsync(Damage(sample, random));

            Assert.NotEqual(result.IsInvoice, result.Errors.Count > 0);
            Assert.All(result.Errors, error => Assert.NotEmpty(error.ToString()));
            refused += result.Errors.Count > 0 ? 1 : 0;
        }

        Assert.InRange(refused, Documents / 4, Documents - 1);
    }

    private static byte[] Damage(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        for (var damages = random.Next(1, 4); damages > 0; damages--)
        {
            // Half of the damage goes to the first fifth, where the declaration and most of the fields stand.
            var at = random.Next(random.Next(2) == 0 ? bytes.Count / 5 : bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Splinters[random.Next(Splinters.Length)].Select(c => (byte)c));
                    break;
            }
        }

        return [.. bytes];
    }
}
