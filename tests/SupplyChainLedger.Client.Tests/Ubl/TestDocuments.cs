namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>The documents that the tests read.</summary>
internal static class TestDocuments
{
    public static string Samples { get; } = RepositoryFolder.At("devnet", "samples");

    /// <summary>The public invoices; a test skips where they are not, except in continuous integration.</summary>
    public static string PublicInvoice(string name)
    {
        Assert.SkipUnless(PublicInvoices.AreExpected, "The public invoices are not at ../shared/data/invoices.");
        return Path.Combine(PublicInvoices.Folder, name);
    }
}
