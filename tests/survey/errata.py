"""Versions of the small questionnaire for the tests of correcting an open wave."""

from survey.database import Database
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.erratum import correct_wave
from survey.preparing.issue import issue_instrument
from tests.survey.questionnaire import NOW, Opened, asking, wave_in

MISSPELT, SPELT = "Cán bộ lịch sự", "Cán bộ lich sự"
"""The sentence of the first version, and the same spelt otherwise: which of them is right does not matter here."""


def version(number: int, *changes: tuple[str, str]) -> bytes:
    """The file of a version whose first sentence is spelt anew, with further changes."""
    return asking(('version: "1"', f'version: "{number}"'), (MISSPELT, SPELT), *changes)


def corrected(database: Database, wave: Opened, file: bytes) -> str:
    """The fingerprint of the version that a wave asks from now on."""
    with database.writing() as tx:
        office = organisation_of(tx, "so-noi-vu")
        newer = issue_instrument(tx, file, "phieu-nho.yaml", office, NOW)
        correct_wave(tx, wave_in(tx, wave), newer, By(NOW))
        return newer.fingerprint
