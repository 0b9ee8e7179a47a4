using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SupplyChainLedger.Grpc.Reflection;

/// <summary>The files behind some services, found by what they declare.</summary>
internal sealed class DescriptorIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions =
        new(StringComparer.Ordinal);

    public DescriptorIndex(IEnumerable<ServiceDescriptor> services)
    {
        Services = [.. services.Select(service => service.FullName).Distinct().Order(StringComparer.Ordinal)];
        foreach (var service in services)
            Add(service.File);
    }

    public IReadOnlyList<string> Services { get; }

    public FileDescriptor? FindFile(string name) => _files.GetValueOrDefault(name);

    public FileDescriptor? FindSymbol(string fullName) => _symbols.GetValueOrDefault(fullName);

    public FileDescriptor? FindExtension(string type, int number) =>
        _extensions.GetValueOrDefault(type)?.GetValueOrDefault(number);

    /// <summary>The numbers of the extensions of a message; null when there is no such message.</summary>
    public IEnumerable<int>? FindExtensions(string type)
    {
        if (_extensions.TryGetValue(type, out var extensions))
            return extensions.Keys;
        return _symbols.ContainsKey(type) ? [] : null;
    }

    /// <summary>A file and all that it imports, each once, as they were compiled.</summary>
    public static IEnumerable<ByteString> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<FileDescriptor>([file]);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name))
                continue;
            yield return next.SerializedData;
            foreach (var import in next.Dependencies)
                waiting.Enqueue(import);
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;

        foreach (var service in file.Services)
        {
            _symbols[service.FullName] = file;
            foreach (var method in service.Methods)
                _symbols[method.FullName] = file;
        }

        foreach (var message in file.MessageTypes)
            Add(message, file);
        foreach (var type in file.EnumTypes)
            Add(type, file);
        foreach (var extension in file.Extensions.UnorderedExtensions)
            Add(extension, file);
        foreach (var import in file.Dependencies)
            Add(import);
    }

    private void Add(MessageDescriptor message, FileDescriptor file)
    {
        _symbols[message.FullName] = file;
        foreach (var field in message.Fields.InDeclarationOrder())
            _symbols[field.FullName] = file;
        foreach (var nested in message.NestedTypes)
            Add(nested, file);
        foreach (var type in message.EnumTypes)
            Add(type, file);
        foreach (var extension in message.Extensions.UnorderedExtensions)
            Add(extension, file);
    }

    private void Add(EnumDescriptor type, FileDescriptor file)
    {
        _symbols[type.FullName] = file;
        foreach (var value in type.Values)
            _symbols[value.FullName] = file;
    }

    private void Add(FieldDescriptor extension, FileDescriptor file)
    {
        var type = extension.ExtendeeType.FullName;
        if (!_extensions.TryGetValue(type, out var extensions))
            _extensions[type] = extensions = [];
        extensions[extension.FieldNumber] = file;
        _symbols[extension.FullName] = file;
    }
}
