"""A wave open on the small survey of firms, and answers as a page draws them, for the tests of answering."""

from typing import Any
from uuid import UUID, uuid4

from instruments.choosing import drawn, form_of
from survey.collecting.submit import Submission
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from tests.ground.files import replaced
from tests.ground.instruments import FIRMS
from tests.survey.questionnaire import NOW, Opened, opened

OFFICES = ("so-tai-chinh", "so-tu-phap", "so-xay-dung", "so-y-te", "so-cong-thuong")
ABOUT = {"filed": 1, "trips": 3, "easy": 4}


def firms_file(*changes: tuple[str, str]) -> bytes:
    """The file of the survey of firms with some of its words replaced."""
    return replaced(FIRMS.read_text(encoding="utf-8"), *changes).encode()


def firms_wave(
    database: Database,
    keys: Keys,
    code: str = "dot-doanh-nghiep",
    file: bytes = firms_file(),
    **changes: Any,  # noqa: ANN401 - columns of a plan
) -> Opened:
    """A wave on the survey of firms, with five offices to rate, at most two in one response."""
    with database.writing() as tx:
        load_register(tx)
        version = issue_instrument(tx, file, "firms.yaml", organisation_of(tx, "so-noi-vu"), NOW)
        mark = version.fingerprint
    units = tuple((unit, "offices") for unit in OFFICES)
    return opened(database, keys, code, **{"instrument_fingerprint": mark, "units": units} | changes)


def document(identifier: UUID, eligible: tuple[str, ...] = OFFICES, **parts: object) -> dict[str, object]:
    """What a firm that dealt with these offices says, form and units drawn as its page does."""
    chosen = list(drawn(identifier.hex, dict.fromkeys(eligible, 1.0), 2))
    made = {
        "form": form_of(identifier.hex, ["a", "b"]),
        "units": {},
        "answers": {"kind": 1, "began": "2019-05-01", "recommend": 9},
        "choice": {"met": {"eligible": list(eligible), "drawn": chosen}},
        "loops": {"met": {unit: dict(ABOUT) for unit in chosen}},
    }
    return made | parts


def submission(wave: Opened, consent: str, identifier: UUID | None = None, **parts: object) -> Submission:
    """What a device sends for a firm."""
    mark = identifier or uuid4()
    paradata = {"language": "vi", "seconds": 95, "day": "2026-09-15", "consent": consent, "item_order": 7}
    return Submission(mark, wave.instrument, document(mark, **parts), paradata)  # type: ignore[arg-type] # parts of a document
