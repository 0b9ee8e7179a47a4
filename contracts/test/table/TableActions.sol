// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {Roles} from "../../src/types/Roles.sol";
import {TableStates} from "./TableStates.sol";

/// @notice Who tries what: each action as each party would sign it in the state at hand, right in all else.
abstract contract TableActions is TableStates {
    enum Role {
        Supplier,
        Buyer,
        Holder,
        Recipient,
        Financier,
        Seller,
        Operator,
        Stranger,
        Auditor
    }

    enum Action {
        SubmitInvoice,
        ConfirmInvoice,
        RejectInvoice,
        WithdrawInvoice,
        ProposeTransfer,
        AnswerTransfer,
        RequestFinancing,
        PlaceOffer,
        WithdrawOffer,
        AcceptOffer,
        DeclareDisbursement,
        AcknowledgeDisbursement,
        ContestDisbursement,
        DeclarePayment,
        AcknowledgePayment,
        ContestPayment,
        ClaimRecourse,
        WriteOff,
        RecordRecovery,
        IssueCreditNote,
        AnswerCreditNote,
        OpenDispute,
        AnswerDispute,
        RequestCancellation,
        AnswerCancellation,
        WithdrawStep,
        ApplyDeadline
    }

    uint8 internal constant ROLES = 9;
    uint8 internal constant ACTIONS = 27;

    Party private _recipient;
    /// @dev Could be supplier, buyer and financier, and has nothing to do with this.
    Party private _stranger;
    Party private _auditor;

    function setUp() public virtual override {
        super.setUp();
        _recipient = join("tier3-foundry", Roles.SUPPLIER);
        _stranger = join("stranger", Roles.SUPPLIER | Roles.BUYER | Roles.FINANCIER);
        _auditor = join("auditor", Roles.AUDITOR);
        setLimit(_stranger, LIMIT);
    }

    function recipient() internal view override returns (Party memory) {
        return _recipient;
    }

    /// @dev The holder is whoever holds it in this state; the seller has sold it, or would.
    function partyOf(Role role) internal view returns (Party memory) {
        if (role == Role.Supplier) return tier1Brakes;
        if (role == Role.Buyer) return coreMotors;
        if (role == Role.Recipient) return _recipient;
        if (role == Role.Financier) return bankEast;
        if (role == Role.Operator) return networkOperator;
        if (role == Role.Stranger) return _stranger;
        if (role == Role.Auditor) return _auditor;
        if (role == Role.Seller) return tier2Steel;
        IReceivables.Holding memory held = holdingOf(root, part);
        if (held.holder == tier1Brakes.id) return tier1Brakes;
        return held.holder == bankEast.id ? bankEast : tier2Steel;
    }

    function callTo(Action action, Party memory by) internal returns (bytes memory) {
        if (action <= Action.WithdrawInvoice) return _ofInvoice(action, by);
        if (action <= Action.ContestDisbursement) return _ofFinancing(action, by);
        if (action <= Action.RecordRecovery) return _ofSettlement(action, by);
        if (action <= Action.AnswerCancellation) return _ofCorrection(action, by);
        if (action == Action.ApplyDeadline) return callOf(by, timePassed(by, part));
        IReceivables.Step step = holdingOf(root, part).step;
        return
            callOf(by, stepBack(by, part, step == IReceivables.Step.None ? IReceivables.Step.TransferProposed : step));
    }

    function nameOf(Action action) internal pure returns (string memory) {
        string[27] memory names = [
            "submit the invoice",
            "confirm the invoice",
            "reject the invoice",
            "withdraw the invoice",
            "propose a transfer",
            "accept the transfer",
            "request financing",
            "place an offer",
            "withdraw the offer",
            "accept the offer",
            "declare a disbursement",
            "acknowledge the disbursement",
            "contest the disbursement",
            "declare a payment",
            "acknowledge the payment",
            "contest the payment",
            "claim recourse",
            "write off",
            "record a recovery",
            "issue a credit note",
            "accept the credit note",
            "open a dispute",
            "answer the dispute with a credit",
            "request cancellation",
            "consent to cancellation",
            "take the step back",
            "apply the deadline"
        ];
        return names[uint256(action)];
    }

    function _ofInvoice(Action action, Party memory by) private returns (bytes memory) {
        if (action == Action.SubmitInvoice) {
            IInvoices.SubmitInvoice memory submitting = submission("T-1");
            submitting.supplier = by.id;
            return callOf(by, submitting);
        }
        if (action == Action.ConfirmInvoice) {
            IInvoices.ConfirmInvoice memory confirming = confirmation(root, WHOLE);
            confirming.buyer = by.id;
            return callOf(by, confirming);
        }
        if (action == Action.RejectInvoice) {
            IInvoices.RejectInvoice memory rejecting = rejection(root);
            rejecting.buyer = by.id;
            return callOf(by, rejecting);
        }
        IInvoices.WithdrawInvoice memory withdrawing = withdrawal(root);
        withdrawing.supplier = by.id;
        return callOf(by, withdrawing);
    }

    function _ofFinancing(Action action, Party memory by) private returns (bytes memory) {
        uint64 amount = _amount();
        if (action == Action.ProposeTransfer) {
            IReceivables.ProposeTransfer memory proposing = transferTo(_recipientFor(by), part, amount);
            proposing.holder = by.id;
            return callOf(by, proposing);
        }
        if (action == Action.AnswerTransfer) return callOf(by, transferAnswer(by, part, true));
        if (action == Action.RequestFinancing) {
            IFinancing.RequestFinancing memory asking = request(root, part, amount);
            asking.holder = by.id;
            return callOf(by, asking);
        }
        if (action == Action.PlaceOffer) return callOf(by, offer(by, part));
        if (action == Action.WithdrawOffer) return callOf(by, offerWithdrawal(by, part, terms));
        if (action == Action.AcceptOffer) {
            IFinancing.AcceptOffer memory accepting = acceptance(part, terms);
            accepting.holder = by.id;
            return callOf(by, accepting);
        }
        if (action == Action.DeclareDisbursement) return callOf(by, disbursement(by, part, amount));
        bool received = action == Action.AcknowledgeDisbursement;
        IFinancing.AnswerDisbursement memory answer = received ? receipt(part, amount) : contest(part, amount);
        answer.holder = by.id;
        return callOf(by, answer);
    }

    function _ofSettlement(Action action, Party memory by) private returns (bytes memory) {
        if (action == Action.DeclarePayment) return callOf(by, payment(by, part, _amount()));
        if (action == Action.AcknowledgePayment) return callOf(by, moneyReceived(by, part, _amount()));
        if (action == Action.ContestPayment) return callOf(by, nothingReceived(by, part, _amount()));
        if (action == Action.ClaimRecourse) return callOf(by, recourseClaim(by, part));
        if (action == Action.WriteOff) return callOf(by, giveUp(by, part));
        return callOf(by, recovery(by, part, 1));
    }

    function _ofCorrection(Action action, Party memory by) private returns (bytes memory) {
        if (action == Action.IssueCreditNote) return callOf(by, creditNote(by, part, 1));
        if (action == Action.AnswerCreditNote) return callOf(by, creditTaken(by, part, 1_000));
        if (action == Action.OpenDispute) return callOf(by, dispute(by, part, _amount()));
        if (action == Action.AnswerDispute) return callOf(by, disputeAnswer(by, part, 1));
        if (action == Action.RequestCancellation) return callOf(by, cancellation(by));
        return callOf(by, consent(by));
    }

    /// @dev All of the holding.
    function _amount() private view returns (uint64) {
        uint64 all = holdingOf(root, part).amount;
        return all == 0 ? 1 : all;
    }

    function _recipientFor(Party memory by) private view returns (Party memory) {
        return by.id == _recipient.id ? _stranger : _recipient;
    }
}
