"""Rights: what a role may do, in which organisation, to which unit."""

from uuid import uuid4

import pytest

from survey.errors import Refused
from survey.people.roles import ACTS, Grant, Person, demand, may

OURS, THEIRS = uuid4(), uuid4()


def _holding(role: str, unit: str | None = None) -> Person:
    return Person(1, "lan", (Grant(role, OURS, unit),))


def test_a_method_officer_closes_waves_of_the_own_organisation_alone() -> None:
    """The same act on another organisation's wave is not allowed."""
    assert may(_holding("method_officer"), "close_wave", OURS)
    assert not may(_holding("method_officer"), "close_wave", THEIRS)


def test_who_approves_does_not_prepare_and_who_prepares_does_not_approve() -> None:
    """The two halves of four eyes lie in two roles."""
    assert not may(_holding("approver"), "prepare_publication", OURS)
    assert not may(_holding("method_officer"), "approve_publication", OURS)


def test_a_unit_viewer_sees_the_own_unit_and_no_other() -> None:
    """Neither another unit, nor something that concerns all units."""
    viewer = _holding("unit_viewer", "06652")
    assert may(viewer, "see_unit_result", OURS, "06652")
    assert not may(viewer, "see_unit_result", OURS, "06658")
    assert not may(viewer, "see_unit_result", OURS)


@pytest.mark.parametrize("role", ["field_manager", "interviewer", "device", "analyst", "auditor", "no-such-role"])
def test_a_role_of_a_later_release_may_do_nothing_yet(role: str) -> None:
    """It is known, and opens no door."""
    everything = {act for acts in ACTS.values() for act in acts}
    assert not any(may(_holding(role), act, OURS) for act in everything)


def test_demanding_names_the_role_that_allows_the_act() -> None:
    """Decisions record in which role somebody took them."""
    assert demand(_holding("approver"), "approve_publication", OURS) == "approver"
    with pytest.raises(Refused, match="may not do that"):
        demand(_holding("approver"), "close_wave", OURS)
