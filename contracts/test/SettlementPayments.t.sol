// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {HoldingRecord, newHolding} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {SettlementFixture} from "./support/SettlementFixture.sol";
import {SettlementTypedData} from "./support/SettlementTypedData.sol";

/// @notice The obligor pays, and each holder says whether the money came.
contract SettlementPaymentsTest is SettlementFixture {
    uint32 private constant ACKNOWLEDGED_BY = uint32(NOW) + 72 hours;

    function test_The_obligor_declares_a_payment_and_the_holding_waits_for_its_holder() public {
        ISettlement.DeclarePayment memory intent = payment(coreMotors, root, 400_000);
        bytes32 structHash = SettlementTypedData.hash(intent);
        HoldingRecord waiting = newHolding(tier1Brakes.id, WHOLE, 1, false)
            .inStep(IReceivables.Step.PaymentDeclared, NOBODY, 400_000, ACKNOWLEDGED_BY);

        vm.expectEmit(address(ledger));
        emit ISettlement.PaymentDeclared(
            root, root, coreMotors.id, digestOf(structHash), waiting, intent.valueDate, "UETR-1", EVIDENCE
        );
        ledger.declarePayment(intent, sign(coreMotors, structHash));

        assertHolding(root, waiting, "waits for 72 hours");
    }

    function test_A_payment_that_is_acknowledged_makes_the_holding_less() public {
        pay(coreMotors, root, 400_000);
        ISettlement.AnswerPayment memory intent = moneyReceived(tier1Brakes, root, 400_000);
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ISettlement.PaymentAnswered(
            root, root, tier1Brakes.id, digestOf(structHash), rest(600_000), 400_000, true, "", EVIDENCE
        );
        ledger.answerPayment(intent, sign(tier1Brakes, structHash));

        assertHolding(root, rest(600_000), "less by the payment");
    }

    function test_What_is_paid_in_full_is_closed() public {
        pay(coreMotors, root, WHOLE);
        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, WHOLE)));

        assertHolding(root, rest(0), "nothing left");
        assertPhase(root, IReceivables.Phase.Closed, "closed");
        assertReverts(
            callOf(coreMotors, payment(coreMotors, root, 1)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Closed)
        );
    }

    function test_Two_holders_are_paid_each_for_itself() public {
        bytes32 part = transferred(300_000);

        pay(coreMotors, root, 500_000);
        pay(coreMotors, part, 100_000);
        perform(callOf(tier2Steel, moneyReceived(tier2Steel, part, 100_000)));
        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 500_000)));

        assertAmount(root, 200_000, "700,000 - 500,000");
        assertAmount(part, 200_000, "300,000 - 100,000");
        assertHolder(part, tier2Steel.id, "whose it was");
    }

    function test_A_payment_to_a_financier_frees_as_much_of_its_limit() public {
        bytes32 part = financedBy(bankEast, 400_000);
        pay(coreMotors, part, 150_000);
        assertExposure(bankEast, 400_000, "declared is not paid");

        perform(callOf(bankEast, moneyReceived(bankEast, part, 150_000)));

        assertHolding(part, bought(bankEast, 250_000), "less by the payment");
        assertExposure(bankEast, 250_000, "what it still holds");
    }

    /// @custom:fault 70 settled in two, and not twice
    function testFuzz_Any_split_of_the_debt_into_two_payments_closes_it(uint64 first) public {
        first = uint64(1 + first % (WHOLE - 1));
        pay(coreMotors, root, first);
        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, first)));
        assertAmount(root, WHOLE - first, "the rest");

        pay(coreMotors, root, WHOLE - first);
        applyTimeAfterDeadline(root);

        assertPhase(root, IReceivables.Phase.Closed, "closed");
    }

    // Contested

    function test_A_contested_payment_freezes_the_holding_with_both_evidences_on_record() public {
        pay(coreMotors, root, 400_000);
        ISettlement.AnswerPayment memory intent = nothingReceived(tier1Brakes, root, 400_000);
        bytes32 structHash = SettlementTypedData.hash(intent);
        HoldingRecord frozen = newHolding(tier1Brakes.id, WHOLE, 1, false)
            .inStep(IReceivables.Step.PaymentContested, NOBODY, 400_000, 0);

        vm.expectEmit(address(ledger));
        emit ISettlement.PaymentAnswered(
            root,
            root,
            tier1Brakes.id,
            digestOf(structHash),
            frozen,
            400_000,
            false,
            "nothing came in",
            keccak256("camt.053")
        );
        ledger.answerPayment(intent, sign(tier1Brakes, structHash));

        assertHolding(root, frozen, "frozen, and no deadline");
    }

    function test_A_contested_payment_can_be_acknowledged_after_all_and_at_any_time() public {
        pay(coreMotors, root, 400_000);
        contestPayment(tier1Brakes, root, 400_000);
        vm.warp(NOW + 300 days);

        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 400_000)));

        assertHolding(root, rest(600_000), "paid");
    }

    function test_A_contested_payment_can_be_taken_back_at_any_time() public {
        pay(coreMotors, root, 400_000);
        contestPayment(tier1Brakes, root, 400_000);
        vm.warp(NOW + 300 days);

        perform(callOf(coreMotors, stepBack(coreMotors, root, IReceivables.Step.PaymentContested)));

        assertHolding(root, newHolding(tier1Brakes.id, WHOLE, 1, false), "as before, and untouched");
    }

    function test_A_payment_is_contested_once() public {
        pay(coreMotors, root, 400_000);
        contestPayment(tier1Brakes, root, 400_000);

        assertReverts(
            callOf(tier1Brakes, nothingReceived(tier1Brakes, root, 400_000)),
            abi.encodeWithSelector(
                IReceivables.StepMismatch.selector, root, IReceivables.Step.PaymentContested
            )
        );
    }

    // Silence

    function test_A_payment_that_nobody_answers_counts_as_paid() public {
        pay(coreMotors, root, 400_000);

        vm.warp(ACKNOWLEDGED_BY + 1);
        applyTime(root);

        assertHolding(root, rest(600_000), "paid");
    }

    function test_An_answer_counts_until_the_last_second_and_not_after() public {
        pay(coreMotors, root, 400_000);
        vm.warp(ACKNOWLEDGED_BY + 1);
        bytes memory ended = abi.encodeWithSelector(IReceivables.StepEnded.selector, root, ACKNOWLEDGED_BY);
        assertReverts(callOf(tier1Brakes, nothingReceived(tier1Brakes, root, 400_000)), ended);
        assertReverts(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 400_000)), ended);

        vm.warp(ACKNOWLEDGED_BY);
        contestPayment(tier1Brakes, root, 400_000);
    }

    function test_A_declared_payment_can_be_taken_back_before_its_deadline_and_not_after() public {
        pay(coreMotors, root, 400_000);
        vm.warp(ACKNOWLEDGED_BY + 1);
        assertReverts(
            callOf(coreMotors, stepBack(coreMotors, root, IReceivables.Step.PaymentDeclared)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, root, ACKNOWLEDGED_BY)
        );

        vm.warp(ACKNOWLEDGED_BY);
        perform(callOf(coreMotors, stepBack(coreMotors, root, IReceivables.Step.PaymentDeclared)));
        assertHolding(root, newHolding(tier1Brakes.id, WHOLE, 1, false), "as before");
    }

    // Refused

    /// @custom:fault 70 a payer that owes nothing
    function test_Only_who_owes_can_declare_a_payment() public {
        Party[4] memory others = [otherBuyer, tier1Brakes, bankEast, networkOperator];
        for (uint256 i = 0; i < others.length; ++i) {
            assertReverts(
                callOf(others[i], payment(others[i], root, 1)),
                abi.encodeWithSelector(ISettlement.NotThePayer.selector, root, others[i].id)
            );
        }
    }

    /// @custom:fault 70 more paid than is owed
    function test_A_payment_is_at_least_one_unit_and_at_most_the_holding() public {
        uint64[3] memory bad = [0, WHOLE + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(coreMotors, payment(coreMotors, root, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], WHOLE)
            );
        }
    }

    function test_A_bank_reference_is_1_to_64_bytes() public {
        ISettlement.DeclarePayment memory intent = payment(coreMotors, root, 1);
        intent.bankReference = "";
        assertReverts(
            callOf(coreMotors, intent), abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, 0, 64)
        );
        intent.bankReference = string(new bytes(65));
        assertReverts(
            callOf(coreMotors, intent), abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, 65, 64)
        );

        intent.bankReference = string(new bytes(64));
        perform(callOf(coreMotors, intent));
    }

    /// @custom:fault 70 a second payment while one waits
    function test_One_payment_waits_at_a_time() public {
        pay(coreMotors, root, 1);
        assertReverts(
            callOf(coreMotors, payment(coreMotors, root, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.PaymentDeclared)
        );
    }

    function test_An_answer_names_the_amount_that_was_declared() public {
        pay(coreMotors, root, 400_000);
        bytes memory mismatch = abi.encodeWithSelector(IFinancing.AmountMismatch.selector, root, 400_000);

        assertReverts(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 399_999)), mismatch);
        assertReverts(callOf(tier1Brakes, nothingReceived(tier1Brakes, root, 400_001)), mismatch);
    }

    function test_Only_the_holder_answers() public {
        pay(coreMotors, root, 400_000);
        assertReverts(
            callOf(tier2Steel, moneyReceived(tier2Steel, root, 400_000)),
            abi.encodeWithSelector(IReceivables.NotTheHolder.selector, root, tier2Steel.id)
        );
    }

    function test_There_is_nothing_to_answer_where_nothing_was_declared() public {
        assertReverts(
            callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 0)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
    }

    function test_A_contest_says_why_and_an_acknowledgement_says_nothing() public {
        pay(coreMotors, root, 400_000);
        ISettlement.AnswerPayment memory intent = nothingReceived(tier1Brakes, root, 400_000);
        intent.reason = "";
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
        intent.reason = string(new bytes(201));
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 201, 200)
        );
        intent.received = true;
        intent.reason = "thanks";
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 6, 0)
        );
    }

    function test_A_holding_that_does_not_exist_is_not_found() public {
        bytes32 unknown = keccak256("unknown");
        bytes memory notFound = abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, unknown);
        assertReverts(callOf(coreMotors, payment(coreMotors, unknown, 1)), notFound);
        assertReverts(callOf(tier1Brakes, moneyReceived(tier1Brakes, unknown, 1)), notFound);
    }

    function test_Above_the_payers_threshold_two_of_its_keys_declare() public {
        setThreshold(coreMotors, 100_000);
        Party memory second = withKey(coreMotors, Permissions.SETTLE);
        ISettlement.DeclarePayment memory intent = payment(coreMotors, root, 100_001);
        assertReverts(
            callOf(coreMotors, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, coreMotors.id, 100_000)
        );

        bytes memory signatures = signByTwo(coreMotors, second, SettlementTypedData.hash(intent));
        ledger.declarePayment(intent, signatures);
        assertStep(root, IReceivables.Step.PaymentDeclared, "declared by two");
    }

    // Where to pay

    function test_A_participant_says_where_it_wants_to_be_paid() public {
        ISettlement.SetAccount memory intent =
            ISettlement.SetAccount(tier1Brakes.id, "EUR", "DE89370400440532013000", freshNonce(), soon());
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ISettlement.AccountSet(tier1Brakes.id, digestOf(structHash), "EUR", "DE89370400440532013000");
        ledger.setAccount(intent, sign(tier1Brakes, structHash));
    }

    function test_An_account_has_a_currency_and_1_to_64_bytes() public {
        ISettlement.SetAccount memory intent =
            ISettlement.SetAccount(tier1Brakes.id, "euro", "DE89370400440532013000", freshNonce(), soon());
        assertReverts(callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
        intent.currency = "EUR";
        intent.account = "";
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, 0, 64)
        );
        intent.account = string(new bytes(65));
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, 65, 64)
        );
    }

    function applyTimeAfterDeadline(bytes32 holding) private {
        vm.warp(block.timestamp + 72 hours + 1);
        applyTime(holding);
    }
}
