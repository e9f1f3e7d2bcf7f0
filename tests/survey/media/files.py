"""A small questionnaire whose first question has a picture and is read aloud, and a wave open on it."""

from collections.abc import Mapping

from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.records import InstrumentVersion
from tests.instruments.pictures import mp3, png
from tests.survey import questionnaire
from tests.survey.questionnaire import NOW, Opened, asking

PICTURE, VI, EN = png(320, 240), mp3(), mp3(5)
FILES = {"quay.png": PICTURE, "polite.vi.mp3": VI, "polite.en.mp3": EN}
CODE = ("code: phieu-nho", "code: phieu-hinh")
SENTENCE = "text: {vi: Cán bộ lịch sự, en: Officials are polite}"
SHOWN = """picture: {file: quay.png, alt: {vi: Quầy tiếp nhận hồ sơ, en: A counter}}
        spoken: {vi: polite.vi.mp3, en: polite.en.mp3}
        """


def seen_and_heard(*changes: tuple[str, str]) -> bytes:
    """The file of the questionnaire, with further changes."""
    return asking(CODE, (SENTENCE, SHOWN + SENTENCE), *changes)


def issued(database: Database, file: bytes, files: Mapping[str, bytes] | None = None) -> InstrumentVersion:
    """The version issued from a file and what lies beside it."""
    with database.writing() as tx:
        load_register(tx)
        office = organisation_of(tx, "so-noi-vu")
        return issue_instrument(tx, file, "phieu-nho.yaml", office, NOW, media=FILES if files is None else files)


def opened(database: Database, keys: Keys, version: InstrumentVersion, code: str = "dot-thu") -> Opened:
    """A wave on a version, open to everybody."""
    return questionnaire.opened(database, keys, code, instrument_fingerprint=version.fingerprint, simulated=True)
