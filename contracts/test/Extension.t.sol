// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {RuleFixture} from "./support/RuleFixture.sol";
import {RuleTypedData} from "./support/RuleTypedData.sol";
import {SettlementTypedData} from "./support/SettlementTypedData.sol";
import {TypedData} from "./support/TypedData.sol";

/// @dev Said at creation only, and so not in `ILedger`.
interface ICreatesWithExtension {
    error ExtensionMismatch(address extension);
}

/// @notice The ledger runs the code of its extension over its own storage.
contract ExtensionTest is RuleFixture {
    /// @dev EIP-170.
    uint256 private constant MOST_CODE = 24_576;

    function test_A_ledger_names_its_extension_and_its_register() public view {
        vm.assertTrue(extension().code.length > 0, "there is code");
        vm.assertTrue(address(ledger.participants()) == address(participants), "the register");
    }

    function test_A_ledger_takes_no_extension_that_asks_another_register() public {
        IParticipants other = registerWith(0);
        address foreign = vm.deployCode("LedgerExtension.sol:LedgerExtension", abi.encode(other));
        bytes memory arguments = abi.encode(participants, foreign, openRules());

        bytes memory code = bytes.concat(vm.getCode("Ledger.sol:Ledger"), arguments);
        vm.expectRevert(abi.encodeWithSelector(ICreatesWithExtension.ExtensionMismatch.selector, foreign));
        this.create(code);
    }

    function test_What_neither_of_the_two_knows_is_refused() public {
        assertReverts(hex"12345678", "");
    }

    function test_Each_contract_fits_into_the_size_that_a_contract_may_have() public view {
        vm.assertLe(address(ledger).code.length, MOST_CODE, "ledger");
        vm.assertLe(extension().code.length, MOST_CODE, "extension");
        vm.assertLe(address(participants).code.length, MOST_CODE, "register");
    }

    /// @custom:fault 54 the contract behind the ledger called by itself
    function test_What_was_signed_for_the_ledger_means_nothing_to_the_extension_alone() public {
        IDualControl.SetThreshold memory intent = thresholdChange(coreMotors, 5);
        bytes memory call = callOf(coreMotors, intent);

        (bool success, bytes memory reason) = extension().call(call);

        vm.assertTrue(!success, "refused");
        vm.assertTrue(bytes4(reason) == IIntents.SignerNotRegistered.selector, "another domain, so another signer");
        perform(call, "still good where it was signed for");
    }

    /// @custom:fault 54 a signature for the contract behind the ledger
    function test_What_is_signed_for_the_extension_alone_changes_nothing_on_the_ledger() public {
        IDualControl.SetThreshold memory intent = thresholdChange(coreMotors, 5);
        bytes32 digest = TypedData.digest(RuleTypedData.hash(intent), block.chainid, extension());
        IDualControl(extension()).setThreshold(intent, signDigest(coreMotors.key, digest));

        vm.assertEq(ledger.threshold(coreMotors.id, "EUR"), 0, "the ledger knows nothing of it");
        vm.assertTrue(!ledger.isNonceUsed(coreMotors.id, intent.nonce), "nor of its nonce");
    }

    function test_The_extension_alone_has_no_holdings_no_batches_and_no_domain() public {
        ISettlement.DeclarePayment memory intent = payment(coreMotors, root, 1);
        bytes32 digest = TypedData.digest(SettlementTypedData.hash(intent), block.chainid, extension());
        bytes memory signature = signDigest(coreMotors.key, digest);
        ISettlement alone = ISettlement(extension());
        vm.expectRevert(abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, root));
        alone.declarePayment(intent, signature);

        bytes[] memory items = batch(callOf(coreMotors, payment(coreMotors, root, 1)));
        (bool success,) = extension().call(abi.encodeCall(IIntents.execute, (items)));
        vm.assertTrue(!success, "no batches");
        (bytes1 fields,,,,,,) = IERC5267(extension()).eip712Domain();
        vm.assertEq(bytes32(fields), 0, "no domain");
    }

    function test_The_extension_takes_part_in_a_batch_as_the_ledger_does() public {
        bytes[] memory items = new bytes[](3);
        items[0] = callOf(coreMotors, payment(coreMotors, root, 1));
        items[1] = callOf(coreMotors, payment(coreMotors, root, 1));
        items[2] = callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 1));

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "declared");
        assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "declared already; its nonce is spent all the same");
        assertOutcome(outcomes[2], IIntents.Outcome.Executed, "acknowledged");
        assertAmount(root, WHOLE - 1, "paid");
    }

    function extension() private view returns (address) {
        return ledger.extension();
    }

    function create(bytes memory code) external returns (address created) {
        assembly ("memory-safe") {
            created := create(0, add(code, 32), mload(code))
            if iszero(created) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }
}
