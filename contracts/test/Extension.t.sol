// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";

/// @dev What the ledger says beside `ILedger`.
interface IHasExtension {
    error ExtensionMismatch(address extension);

    function extension() external view returns (address);
}

/// @notice The ledger runs the code of its extension over its own storage.
contract ExtensionTest is LedgerFixture {
    function test_A_ledger_names_its_extension_and_its_register() public view {
        address extension = IHasExtension(address(ledger)).extension();
        vm.assertTrue(extension.code.length > 0, "there is code");
        vm.assertTrue(address(ledger.participants()) == address(participants), "the register");
    }

    function test_A_ledger_takes_no_extension_that_asks_another_register() public {
        IParticipants other = IParticipants(vm.deployCode("Participants.sol:Participants", abi.encode(OPERATOR)));
        address extension = vm.deployCode("LedgerExtension.sol:LedgerExtension", abi.encode(other));
        bytes memory arguments = abi.encode(participants, extension, openRules());

        bytes memory code = bytes.concat(vm.getCode("Ledger.sol:Ledger"), arguments);
        vm.expectRevert(abi.encodeWithSelector(IHasExtension.ExtensionMismatch.selector, extension));
        this.create(code);
    }

    function test_What_neither_of_the_two_knows_is_refused() public {
        assertReverts(hex"12345678", "");
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
