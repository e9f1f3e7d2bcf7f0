"""Units that answers name are simulated and kept as text."""

from datetime import date

from instruments.answers import check_document
from instruments.coding import BLANK
from instruments.reading import read_instrument
from instruments.units import Unit, register
from scoring.simulation import Case, answer_documents, simulated_tables, truth_of
from scoring.snapshot import pack, read

DAY = date(2026, 11, 20)
NAMES = ("s1", "s2", "s3")
SEAT = """    items:
      - code: seat
        kind: unit
        blocks: [phuong, xa-dac-khu]
        text: {vi: Trụ sở chính ở đâu?, en: Where is the head office?}
"""
COMMUNES = {code for code, one in register(DAY).items() if one.block in {"phuong", "xa-dac-khu"}}


def test_simulated_answers_name_units_that_the_door_takes(firms_file: str) -> None:
    """In the snapshot their codes are text with all zeros, and -1 stands beside a blank."""
    file = firms_file.replace("    items:\n", SEAT, 1).encode()
    asking = read_instrument(file, "firms.yaml").instrument
    assert asking is not None
    cases = [Case({}, {"met": NAMES}, f"{place:032x}") for place in range(100)]
    allowed = {"met": NAMES, "seat": COMMUNES}
    documents = answer_documents(asking, cases, truth_of(asking, NAMES, 1), 1)
    assert [error for document in documents for error in check_document(asking, document, allowed)] == []
    units = [
        (Unit(code, DAY, None, code, code, code, "agency", "offices", None, None, None, None, None), "offices")
        for code in NAMES
    ]
    tables = simulated_tables(asking, units, 1500, 5, DAY)
    named = read(pack(tables, asking, file)).tables.responses
    assert set(named["seat"].dropna()) == COMMUNES
    assert (named["seat"].isna() == (named["seat__none"] == BLANK)).all()
    assert set(named["seat__none"]) == {0, BLANK}
