// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {Roles} from "../src/types/Roles.sol";
import {FinancingFixture} from "./support/FinancingFixture.sol";
import {FinancingTypedData} from "./support/FinancingTypedData.sol";

/// @notice How much of an obligor a financier wants, and what counts against it.
contract FinancingExposuresTest is FinancingFixture {
    function test_A_limit_is_on_record_for_financier_obligor_and_currency() public {
        IFinancing.SetExposureLimit memory intent = limit(bankEast, 77);
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));

        bytes memory call = callOf(bankEast, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.ExposureLimitSet(bankEast.id, coreMotors.id, digest, "EUR", 77);
        perform(call);

        assertLimit(bankEast, coreMotors, EUR, 77);
        assertLimit(bankEast, coreMotors, "USD", 0);
        assertLimit(bankEast, otherBuyer, EUR, 0);
        assertLimit(bankWest, coreMotors, EUR, LIMIT);
    }

    function test_Without_a_limit_there_are_no_offers() public {
        Party memory newBank = join("new-bank", Roles.FINANCIER);
        bytes32 part = requested(1000);
        assertReverts(callOf(newBank, offer(newBank, part)), exceeded(newBank, 1000, 0));
    }

    function test_The_limit_can_be_used_to_its_last_unit() public {
        setLimit(bankEast, 1000);
        bytes32 fits = requested(1000);
        bytes32 tooMuch = requested(1001);
        assertReverts(callOf(bankEast, offer(bankEast, tooMuch)), exceeded(bankEast, 1001, 1000));
        accept(fits, offered(bankEast, fits));
        assertExposure(bankEast, 1000, "all of it");
    }

    function test_Of_two_offers_for_the_same_room_only_one_can_be_accepted() public {
        setLimit(bankEast, 1500);
        bytes32 one = requested(1000);
        bytes32 two = requested(1000);
        bytes32 first = offered(bankEast, one);
        bytes32 second = offered(bankEast, two);

        accept(one, first);

        assertReverts(callOf(tier1Brakes, acceptance(two, second)), exceeded(bankEast, 1000, 500));
        assertReverts(callOf(bankEast, offer(bankEast, two)), exceeded(bankEast, 1000, 500));
        assertExposure(bankEast, 1000, "booked once");
        setLimit(bankEast, 2000);
        accept(two, second);
        assertExposure(bankEast, 2000, "room was made");
    }

    function test_A_limit_below_what_is_held_ends_new_offers_and_touches_nothing_else() public {
        financedBy(bankEast, 1000);
        setLimit(bankEast, 400);
        bytes32 part = requested(1);
        assertReverts(callOf(bankEast, offer(bankEast, part)), exceeded(bankEast, 1, 0));
        assertExposure(bankEast, 1000, "held as before");
    }

    function test_A_limit_is_a_financiers_for_a_known_obligor_in_a_currency() public {
        IFinancing.SetExposureLimit memory intent = limit(bankEast, 1);
        intent.financier = tier1Brakes.id;
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, tier1Brakes.id, Roles.FINANCIER)
        );
        intent = limit(bankEast, 1);
        intent.obligor = ParticipantId.wrap(99);
        assertReverts(callOf(bankEast, intent), abi.encodeWithSelector(IIntents.ParticipantNotFound.selector, 99));
        intent = limit(bankEast, 1);
        intent.currency = "eur";
        assertReverts(callOf(bankEast, intent), abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
    }

    function test_Of_a_suspended_obligor_a_financier_can_still_want_less() public {
        suspend(coreMotors);
        setLimit(bankEast, 0);
        assertLimit(bankEast, coreMotors, EUR, 0);
    }

    function test_The_plain_reference_agrees_with_the_second_opinion_of_forge() public {
        IFinancing.SetExposureLimit memory intent = limit(bankEast, 5);
        vm.assertEq(
            FinancingTypedData.hash(intent),
            vm.eip712HashStruct(FinancingTypedData.SET_EXPOSURE_LIMIT, abi.encode(intent)),
            "limit"
        );
    }

    function assertLimit(Party memory by, Party memory obligor, bytes3 currency, uint64 expected) private view {
        (uint64 most,) = ledger.exposure(by.id, obligor.id, currency);
        vm.assertEq(most, expected, "limit");
    }

    function exceeded(Party memory by, uint64 wanted, uint64 free) private view returns (bytes memory) {
        return abi.encodeWithSelector(
            IFinancing.ExposureLimitExceeded.selector, by.id, coreMotors.id, wanted, free
        );
    }
}
