"""The register says which offices there are on a day, and what the province is called."""

from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from instruments import units
from instruments.tables import read_table
from instruments.units import province, province_rows, register, register_rows

OUTSIDE_THE_25 = {
    "dien-luc",
    "nuoc-sach",
    "van-phong-dang-ky-dat-dai",
    "phong-dang-ky-kinh-doanh",
    "canh-sat-pccc",
    "quan-ly-thi-truong",
}


def test_there_are_54_communes_of_three_kinds() -> None:
    """30 phường, 22 xã and 2 đặc khu since 1 July 2025."""
    kinds = Counter(unit.kind for unit in register(date(2026, 11, 1)).values())
    assert (kinds["ward"], kinds["commune"], kinds["special_zone"]) == (30, 22, 2)


def test_there_are_25_agencies_in_three_blocks() -> None:
    """15 departments, 8 central agencies, 2 unranked; utilities and child offices stand outside."""
    agencies = [unit for unit in register(date(2026, 11, 1)).values() if unit.kind == "agency"]
    blocks = Counter(unit.block for unit in agencies if unit.code not in OUTSIDE_THE_25)
    assert blocks == {"so-ban-nganh": 15, "nganh-doc": 8, "khong-xep-hang": 2}
    assert len(agencies) == 25 + len(OUTSIDE_THE_25)


def test_communes_stand_in_the_block_of_their_kind() -> None:
    """Wards with wards, communes and special zones together."""
    blocks = {(unit.kind, unit.block) for unit in register_rows() if unit.kind != "agency"}
    assert blocks == {("ward", "phuong"), ("commune", "xa-dac-khu"), ("special_zone", "xa-dac-khu")}


def test_no_commune_of_today_existed_before_its_first_day() -> None:
    """On 30 June 2025 the register knows agencies only."""
    assert {unit.kind for unit in register(date(2025, 6, 30)).values()} == {"agency"}


def test_an_office_keeps_its_code_and_changes_its_name() -> None:
    """A report of 2025 says tỉnh, one of October 2026 says thành phố."""
    assert register(date(2026, 8, 31))["thanh-tra"].name_vi == "Thanh tra tỉnh"
    assert register(date(2026, 9, 1))["thanh-tra"].name("vi") == "Thanh tra thành phố"
    assert register(date(2026, 9, 1))["thanh-tra"].name("en") == "City Inspectorate"


def test_a_row_that_ended_is_not_in_force() -> None:
    """Between the end of one row and the start of the next a unit does not exist."""
    ended = [unit for unit in register_rows() if unit.valid_to is not None]
    assert {unit.valid_to for unit in ended} == {date(2026, 8, 31)}
    assert all(unit.code in register(date(2026, 9, 1)) for unit in ended)


def test_every_parent_is_a_unit() -> None:
    """A child office hangs below an office of the register."""
    today = register(date(2026, 11, 1))
    assert {unit.parent for unit in today.values() if unit.parent} <= set(today)


def test_codes_keep_their_zero() -> None:
    """Unit codes are text."""
    assert register(date(2026, 11, 1))["06652"].short_name == "Hà Tu"
    assert register(date(2026, 11, 1))["06652"].name("en") == "Ha Tu Ward"


def test_a_commune_is_sorted_by_its_bare_name_and_an_agency_by_its_full_one() -> None:
    """Hạ Long under H, Bảo hiểm xã hội under B."""
    today = register(date(2026, 11, 1))
    ordered = sorted((today[code] for code in ("06688", "06652", "bao-hiem-xa-hoi")), key=lambda unit: unit.sort_key)
    assert [unit.code for unit in ordered] == ["bao-hiem-xa-hoi", "06688", "06652"]


def test_the_province_has_the_name_of_its_day() -> None:
    """A centrally run city from 1 September 2026."""
    assert province(date(2026, 8, 31)).name("vi") == "tỉnh Quảng Ninh"
    assert province(date(2026, 9, 1)).name("vi") == "thành phố Quảng Ninh"
    assert province(date(2026, 9, 1)).name("en") == "Quang Ninh City"
    assert province(date(2026, 9, 1)).committee("vi") == "Ủy ban nhân dân thành phố Quảng Ninh"
    assert province(date(2026, 9, 1)).committee("en") == "People's Committee of Quang Ninh City"


def test_before_the_first_row_the_first_holds() -> None:
    """A wave of 2019 still has a province."""
    assert province(date(2019, 1, 1)) == province_rows()[0]


def test_the_succession_file_has_its_columns() -> None:
    """Mergers are rows of old and new codes; none is shipped yet."""
    data = (files("instruments") / "registers" / "succession.csv").read_bytes()
    assert read_table(data, "succession.csv", ("old_code", "new_code", "date", "adults", "files")).mistakes == ()


def test_a_broken_register_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register with a wrong column stops with a sentence, not with a wrong unit."""
    monkeypatch.setattr(units, "read_table", lambda *_arguments: read_table(b"cod\n1\n", "agencies.csv", ["code"], ()))
    with pytest.raises(ValueError, match=r"agencies.csv, line 1: there is no column “cod”; call it “code”"):
        register_rows.__wrapped__()
