"""The small instrument that the tests of this room start from, and the shipped one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from instruments.catalogue import shipped
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.files import replaced

EXAMPLE = Path(__file__).parents[2] / "instruments" / "example.yaml"
SMALL = """\
code: cong-xa
version: "1"
title: {vi: Phiếu thử, en: Trial form}
short_title: {vi: Thử, en: Trial}
intro: {vi: Mời Ông/Bà cho ý kiến., en: Please tell us.}
wording: adapted
source: {vi: Phỏng theo, en: Adapted}
languages: [vi, en]
minutes: 1
unit_of_analysis: person
roles:
  - code: desk
    label: {vi: Nơi tiếp nhận, en: Desk}
    question: {vi: Ông/Bà nộp ở đâu?, en: Where?}
    blocks: [wards]
  - code: office
    label: {vi: Nơi giải quyết, en: Office}
    question: {vi: Cơ quan nào giải quyết?, en: Which office?}
    blocks: [wards]
scales:
  - code: sat3
    label: {vi: Hài lòng, en: Satisfaction}
    favourable_from: 3
    options:
      - {code: 1, label: {vi: Không, en: "No"}}
      - {code: 2, label: {vi: Bình thường, en: So-so}}
      - {code: 3, label: {vi: Hài lòng, en: "Yes"}}
sections:
  - code: first
    title: {vi: Phần một, en: Part one}
    roles: [desk, office]
    items:
      - code: polite
        number: "1"
        kind: single
        text: {vi: Cán bộ lịch sự, en: Officials are polite}
        scale: sat3
        none: [unknown]
        role: desk
      - code: swift
        kind: single
        text: {vi: Kết quả đúng hẹn, en: On time}
        scale: sat3
        role: office
      - code: ways
        kind: multiple
        text: {vi: Ông/Bà nộp hồ sơ bằng cách nào?, en: How?}
        options:
          - {code: 1, label: {vi: Trực tiếp, en: In person}}
          - {code: 2, label: {vi: Qua mạng, en: Online}}
          - {code: 3, label: {vi: Bưu điện, en: By post}}
      - code: trips
        kind: number
        text: {vi: Ông/Bà đi mấy lần?, en: How many trips?}
        none: [unknown, refused]
        minimum: 0
        maximum: 30
        when: {in: [1, {var: ways}]}
      - code: remark
        kind: text
        text: {vi: Góp ý cho nơi tiếp nhận, en: Any remark?}
        role: desk
        max_length: 20
index:
  code: ALL
  label: {vi: Chỉ số, en: Index}
  official: top2_share
  definition_label: {top2_share: {vi: Tỷ lệ hài lòng, en: Share satisfied}}
  nodes:
    - {code: ALL, kind: index, label: {vi: Chung, en: All}, items: [polite, swift]}
  blocks:
    - {code: wards, label: {vi: Khối phường, en: Wards}, roles: [desk, office]}
"""


@pytest.fixture(scope="session")
def small_file() -> str:
    """A whole instrument that fits on one screen."""
    return SMALL


@pytest.fixture(scope="session")
def example_file() -> str:
    """The file in which every key stands once; its pictures and sounds are not looked into."""
    return EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def small() -> Instrument:
    """The small instrument as read."""
    instrument = read_instrument(SMALL.encode(), "small.yaml").instrument
    assert instrument is not None
    return instrument


@pytest.fixture(scope="session")
def sipas() -> Instrument:
    """The shipped SIPAS instrument as read."""
    instrument = read_instrument(shipped("sipas-giao-dich"), "sipas-giao-dich.yaml").instrument
    assert instrument is not None
    return instrument


@pytest.fixture(scope="session")
def mistakes_after() -> Callable[..., list[tuple[str, str | None]]]:
    """Reads the small instrument with some of its words replaced; gives code and path of every mistake."""

    def read(*replacements: tuple[str, str]) -> list[tuple[str, str | None]]:
        file = replaced(SMALL, *replacements).encode()
        return [(one.code, one.path) for one in read_instrument(file, "small.yaml").mistakes]

    return read
