"""Which documents of a publication a page offers, in its language, and what they are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reports.documents import ANNEX, CARDS, CRITERIA_DATA, DATA, REPORT, TARGET_DATA
from survey.wording import text

SIGNED = "quyet-dinh-da-ky.pdf"
"""The decision as it came back signed."""
BYTES_IN_A_KILOBYTE = 1024
_CRITERIA = {"excel": "criteria_excel", "rfc4180": "criteria_rfc4180"}
_TARGETS = {"excel": "targets_excel", "rfc4180": "targets_rfc4180"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file offered on a page."""

    name: str
    label: str
    kilobytes: float

    @property
    def kind(self) -> str:
        """What the file is, as its name ends."""
        return PurePath(self.name).suffix.lstrip(".").upper()


def of_wave(files: Mapping[str, int], language: str) -> tuple[Document, ...]:
    """The annex, the open data and the list of files with their hashes, of those that are there; sizes in bytes."""
    criteria = {name: _CRITERIA[dialect] for name, dialect in CRITERIA_DATA[language].items()}
    targets = {name: _TARGETS[dialect] for name, dialect in TARGET_DATA[language].items()}
    wanted = {ANNEX[language]: "annex", SIGNED: "signed", **DATA[language], **criteria, **targets, REPORT: "report"}
    return tuple(_documents(files, wanted, language))


def of_unit(files: Mapping[str, int], unit: str, language: str) -> tuple[Document, ...]:
    """The scorecard of a unit."""
    return tuple(_documents(files, {f"{CARDS[language]}/{unit}.pdf": "card"}, language))


def _documents(files: Mapping[str, int], wanted: Mapping[str, str], language: str) -> Iterator[Document]:
    for name, kind in wanted.items():
        if name in files:
            yield Document(name, text(f"results.document.{kind}", language), files[name] / BYTES_IN_A_KILOBYTE)
