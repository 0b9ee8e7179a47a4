using System.Reflection;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Calls the binding method that generated code names on the base class of a service.</summary>
internal static class GeneratedBinding
{
    /// <exception cref="InvalidOperationException">The service derives from no generated base class.</exception>
    public static void Bind<TService>(ServiceBinderBase binder)
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>() is not { } binding)
                continue;

            var bind = binding.BindType.GetMethod(
                binding.BindMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(ServiceBinderBase), type]);
            if (bind is null)
                break;
            bind.Invoke(null, [binder, null]);
            return;
        }

        throw new InvalidOperationException(
            $"{typeof(TService).Name} derives from no base class that the gRPC compiler generated.");
    }
}
