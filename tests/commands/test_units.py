"""The codes of units from the command line: found by block, day and words, and taken by a wave as they come out."""

import csv
from datetime import date

import pytest

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from survey.preparing.units import read_units
from tests.commands.conftest import Thuocdo

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"])


def listed(thuocdo: Thuocdo, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(thuocdo("units", *words).stdout.splitlines()))


def test_a_block_has_its_units_in_the_order_of_names(thuocdo: Thuocdo) -> None:
    """The province has 30 wards; they stand by their bare names."""
    found = listed(thuocdo, "--block", "phuong", "--on", "2026-09-01")
    assert len(found) == 30
    assert {one["block"] for one in found} == {"phuong"}
    assert [one["name"] for one in found][:2] == ["Phường An Sinh", "Phường Bãi Cháy"]


def test_a_unit_is_found_by_words_without_marks(thuocdo: Thuocdo) -> None:
    assert listed(thuocdo, "--on", "2026-09-01", "--search", "cao xanh") == [
        {"unit": "06658", "block": "phuong", "name": "Phường Cao Xanh"}
    ]


def test_a_day_before_the_wards_knows_none(thuocdo: Thuocdo) -> None:
    """They are of July 2025."""
    refused = thuocdo("units", "--block", "phuong", "--on", "2025-06-30", status=1)
    assert refused.stderr == (
        "The register of 2025-06-30 has no such unit: leave --search or --block out to see all of them.\n"
    )


def test_a_wave_takes_the_file_as_it_comes_out(thuocdo: Thuocdo) -> None:
    sipas = read_instrument(shipped("sipas-giao-dich"), "sipas.yaml").instrument
    assert sipas is not None
    file = thuocdo("units", "--block", "phuong", "--on", "2026-09-01").stdout
    assert len(read_units(file.encode(), "units.csv", sipas, date(2026, 9, 1))) == 30
