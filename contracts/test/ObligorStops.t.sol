// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Roles} from "../src/types/Roles.sol";
import {SettlementFixture} from "./support/SettlementFixture.sol";
import {SettlementTypedData} from "./support/SettlementTypedData.sol";

/// @notice An obligor that is in default gets no credit until the operator has looked at it.
contract ObligorStopsTest is SettlementFixture {
    function setUp() public override {
        super.setUp();
        letDefault(financedBy(bankEast, 400_000));
    }

    function test_An_obligor_in_default_gets_no_new_receivables_until_the_operator_lifts_the_stop() public {
        vm.assertTrue(ledger.isStopped(coreMotors.id), "stopped");
        // The receivable of the fixture is due, so that a new one needs a later date.
        IInvoices.SubmitInvoice memory claim_ = submission("INV-2");
        claim_.dueDate = uint32(block.timestamp / 1 days) + 60;
        bytes32 invoice = submit(claim_);
        bytes memory confirming = callOf(coreMotors, confirmation(invoice, 1));
        assertReverts(
            confirming, abi.encodeWithSelector(ISettlement.ObligorIsStopped.selector, coreMotors.id)
        );

        ISettlement.LiftStop memory intent = lifting(networkOperator);
        bytes32 structHash = SettlementTypedData.hash(intent);
        vm.expectEmit(address(ledger));
        emit ISettlement.StopLifted(
            coreMotors.id, networkOperator.id, digestOf(structHash), "has paid what it owed"
        );
        ledger.liftStop(intent, sign(networkOperator, structHash));

        vm.assertTrue(!ledger.isStopped(coreMotors.id), "lifted");
        perform(confirming);
    }

    function test_A_further_default_stops_the_obligor_again() public {
        perform(callOf(networkOperator, lifting(networkOperator)));
        IReceivables.ApplyDeadline memory intent = timePassed(bankWest, root);

        vm.expectEmit(address(ledger));
        emit ISettlement.ObligorStopped(
            coreMotors.id, root, root, digestOf(SettlementTypedData.hash(intent))
        );
        perform(callOf(bankWest, intent));

        vm.assertTrue(ledger.isStopped(coreMotors.id), "stopped again");
    }

    function test_Only_an_operator_lifts_a_stop_and_says_why() public {
        assertReverts(
            callOf(coreMotors, lifting(coreMotors)),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, coreMotors.id, Roles.OPERATOR)
        );
        ISettlement.LiftStop memory intent = lifting(networkOperator);
        intent.reason = "";
        assertReverts(
            callOf(networkOperator, intent),
            abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
    }

    function test_There_is_no_stop_to_lift_where_there_is_none() public {
        perform(callOf(networkOperator, lifting(networkOperator)));
        assertReverts(
            callOf(networkOperator, lifting(networkOperator)),
            abi.encodeWithSelector(ISettlement.NotStopped.selector, coreMotors.id)
        );
    }
}
