using System.IO.Pipelines;
using System.Text;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class DocumentSizeTests
{
    private const int TwentyMegabytes = 20 * 1024 * 1024;
    private const int ReaderBuffers = 256 * 1024;

    [Fact]
    public async Task A_file_of_20_MB_is_refused_before_its_first_byte_is_read()
    {
        using var file = new GeneratedStream(TwentyMegabytes, canSeek: true);

        var result = await UblInvoiceReader.ReadAsync(file, null, TestContext.Current.CancellationToken);

        Assert.Equal(UblReason.FileTooLarge, Assert.Single(result.Errors).Reason);
        Assert.Equal(0, file.BytesRead);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_refused_when_it_passes_the_limit()
    {
        using var pipe = new GeneratedStream(TwentyMegabytes, canSeek: false);

        var result = await UblInvoiceReader.ReadAsync(pipe, null, TestContext.Current.CancellationToken);

        Assert.Equal(UblReason.FileTooLarge, Assert.Single(result.Errors).Reason);
        Assert.InRange(pipe.BytesRead, UblLimits.MaxBytes, UblLimits.MaxBytes + ReaderBuffers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_of_exactly_the_limit_is_read_and_one_byte_more_is_not(bool canSeek)
    {
        var bytes = new byte[UblLimits.MaxBytes + 1];
        bytes.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(new TestInvoice().ToXml(), bytes);

        Assert.True((await ReadAsync(UblLimits.MaxBytes)).IsInvoice);
        Assert.Equal(UblReason.FileTooLarge, Assert.Single((await ReadAsync(bytes.Length)).Errors).Reason);

        Task<UblReadResult> ReadAsync(int length)
        {
            var file = new MemoryStream(bytes, 0, length);
            var stream = canSeek ? file : PipeReader.Create(file).AsStream();
            return UblInvoiceReader.ReadAsync(stream, null, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    [Trait("Fault", "44")]
    public async Task An_attachment_of_3_MB_passes_through_without_being_held()
    {
        var content = new string('A', 3 * 1024 * 1024);
        var invoice = new TestInvoice
        {
            Lines = $"""
                <cac:AdditionalDocumentReference><cbc:ID>photo</cbc:ID><cac:Attachment>
                  <cbc:EmbeddedDocumentBinaryObject mimeCode="image/png">{content}</cbc:EmbeddedDocumentBinaryObject>
                </cac:Attachment></cac:AdditionalDocumentReference>
                """,
        };
        var bytes = Encoding.UTF8.GetBytes(invoice.ToXml());
        Assert.True((await TestInvoice.ReadAsync(bytes)).IsInvoice);

        // A memory stream completes at once, so that all of the reading happens on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = TestInvoice.ReadAsync(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.IsCompletedSuccessfully);
        Assert.True((await reading).IsInvoice);
        Assert.InRange(allocated, 1, 1024 * 1024);
    }

    [Fact]
    public async Task A_value_longer_than_the_limit_is_refused()
    {
        var invoice = new TestInvoice { Number = $"<cbc:ID>{new string('7', UblLimits.MaxValueChars + 1)}</cbc:ID>" };

        var error = await invoice.TheErrorAsync();

        Assert.Equal((UblReason.FieldTooLong, "BT-1"), (error.Reason, error.Field!.Term));
    }

    [Fact]
    public async Task Payment_terms_longer_than_the_limit_are_cut()
    {
        var invoice = new TestInvoice
        {
            Payment = $"<cac:PaymentTerms><cbc:Note>{new string('x', 100_000)}</cbc:Note></cac:PaymentTerms>",
        };

        Assert.Equal(UblLimits.MaxValueChars, (await invoice.TheInvoiceAsync()).PaymentTerms!.Length);
    }

    /// <summary>An invoice that never comes to its number, made up while it is read.</summary>
    private sealed class GeneratedStream(long length, bool canSeek) : Stream
    {
        private static readonly byte[] Start = Encoding.UTF8.GetBytes($"<Invoice {TestInvoice.Namespaces}><cbc:Note>");

        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => canSeek ? length : throw new NotSupportedException();

        public override long Position
        {
            get => BytesRead;
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - BytesRead);
            var span = buffer.Span[..count];
            span.Fill((byte)'A');
            if (BytesRead == 0)
            {
                Start.CopyTo(span);
            }

            BytesRead += count;
            return ValueTask.FromResult(count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
