"""Simulated answers follow the route: who is not asked for a unit names none."""

from datetime import date

import pytest

from instruments.answers import check_document
from instruments.catalogue import shipped
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register
from scoring.simulation import Case, answer_documents, truth_of

HOME, DESK, OFFICE = "noi_cu_tru", "noi_tiep_nhan", "co_quan_giai_quyet"
UNITS = ("06652", "06673")
HEAD_OFFICE = "Q7"


@pytest.fixture(scope="module")
def residents() -> Instrument:
    """The shipped survey of residents, in which not everybody has dealt with a procedure."""
    found = read_instrument(shipped("sipas-dan-cu"), "sipas-dan-cu").instrument
    assert found is not None
    return found


def test_who_had_no_procedure_names_no_desk_and_no_office(residents: Instrument) -> None:
    """The door of the house would refuse a unit that was not asked for; content I is still rated."""
    cases = [Case({HOME: UNITS[place % 2], DESK: UNITS[0], OFFICE: UNITS[1]}) for place in range(200)]
    documents = list(answer_documents(residents, cases, truth_of(residents, UNITS, 1), 1))
    allowed = dict.fromkeys((HOME, DESK, OFFICE), UNITS)
    assert [error for document in documents for error in check_document(residents, document, allowed)] == []
    named = {tuple(sorted(document["units"])) for document in documents if isinstance(document["units"], dict)}
    assert named == {(HOME,), (OFFICE, HOME, DESK)}


def test_a_household_that_is_asked_about_no_office_rates_none() -> None:
    """The survey of departments ends early for households: no choice, no loop."""
    departments = read_instrument(shipped("ddci-so-nganh"), "ddci-so-nganh").instrument
    assert departments is not None
    cases = [Case({}, {"don_vi": UNITS}, f"{place:032x}") for place in range(100)]
    documents = list(answer_documents(departments, cases, truth_of(departments, UNITS, 1), 1))
    places = [unit.code for unit in register(date.max).values() if unit.block in departments.item(HEAD_OFFICE).blocks]
    allowed = {"don_vi": UNITS, HEAD_OFFICE: places}
    assert [error for one in documents for error in check_document(departments, one, allowed)] == []
    assert {bool(document["loops"]) for document in documents} == {True, False}
