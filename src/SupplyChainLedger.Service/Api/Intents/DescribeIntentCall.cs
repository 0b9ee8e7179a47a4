using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.V1;
using Action = SupplyChainLedger.V1.Action;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.DescribeIntent</c>.</summary>
internal sealed class DescribeIntentCall(TypedDataDomain domain, TimeProvider time)
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromHours(1);

    public DescribeIntentResponse Answer(DescribeIntentRequest request)
    {
        var action = request.Action?.Clone();
        if (action is not null) Complete(action);
        var intent = ActionReader.Read(action);
        return new DescribeIntentResponse
        {
            Action = action,
            Digest = intent.Digest(domain).ToString(),
            TypedDataJson = intent.ToTypedDataJson(domain),
        };
    }

    private void Complete(Action action)
    {
        switch (action.KindCase)
        {
            case Action.KindOneofCase.SubmitInvoice:
                action.SubmitInvoice.Nonce = Drawn(action.SubmitInvoice.Nonce);
                action.SubmitInvoice.Deadline = Set(action.SubmitInvoice.Deadline);
                break;
            case Action.KindOneofCase.ConfirmInvoice:
                action.ConfirmInvoice.Nonce = Drawn(action.ConfirmInvoice.Nonce);
                action.ConfirmInvoice.Deadline = Set(action.ConfirmInvoice.Deadline);
                break;
            case Action.KindOneofCase.RejectInvoice:
                action.RejectInvoice.Nonce = Drawn(action.RejectInvoice.Nonce);
                action.RejectInvoice.Deadline = Set(action.RejectInvoice.Deadline);
                break;
            case Action.KindOneofCase.WithdrawInvoice:
                action.WithdrawInvoice.Nonce = Drawn(action.WithdrawInvoice.Nonce);
                action.WithdrawInvoice.Deadline = Set(action.WithdrawInvoice.Deadline);
                break;
        }
    }

    private static string Drawn(string nonce) => nonce.Length > 0 ? nonce : Nonce.FirstOfRandomRun().ToString();

    private ulong Set(ulong deadline) =>
        deadline > 0 ? deadline : (ulong)(time.GetUtcNow() + UsualDeadline).ToUnixTimeSeconds();
}
