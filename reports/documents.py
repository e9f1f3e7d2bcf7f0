"""Makes every document of a run: annexes, a scorecard a unit, open data, and the record of how they were made."""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from instruments.fingerprint import sha256
from reports.criteria_list import criteria_of
from reports.facts import Facts, facts_of
from reports.hiding import shaped
from reports.open_criteria import criteria_csv
from reports.open_data import Dialect, csv_of
from reports.open_targets import targets_csv
from reports.paper.fonts import face_of
from reports.paper.sheets import NO_IMPRINT, Imprint, Paper, tables_of
from reports.ranking.annex import annex_of
from reports.scorecard.scorecard import card_of
from scoring.errors import Refusal
from scoring.run import Run

ANNEX = MappingProxyType({"vi": "phu-luc-xep-hang.pdf", "en": "ranking-annex.pdf"})
CARDS = MappingProxyType({"vi": "phieu-diem", "en": "scorecards"})
DATA: MappingProxyType[str, dict[str, Dialect]] = MappingProxyType(
    {"vi": {"bang-xep-hang.csv": "excel", "xep-hang.csv": "rfc4180"}, "en": {"ranking.csv": "rfc4180"}}
)
CRITERIA_DATA: MappingProxyType[str, dict[str, Dialect]] = MappingProxyType(
    {"vi": {"bang-tieu-chi.csv": "excel", "tieu-chi.csv": "rfc4180"}, "en": {"criteria.csv": "rfc4180"}}
)
"""Made where criteria of a unit are printed."""
TARGET_DATA: MappingProxyType[str, dict[str, Dialect]] = MappingProxyType(
    {"vi": {"bang-muc-tieu.csv": "excel", "muc-tieu.csv": "rfc4180"}, "en": {"targets.csv": "rfc4180"}}
)
"""Made where a unit is judged by a target in print."""
REPORT = "report.json"
OWN = "own/"
"""Where scorecards stand that the unit alone may read, because the form of publication leaves their figures out."""
_LIBRARIES = ("thuocdo", "reportlab", "matplotlib", "segno")


def documents(
    run: Run,
    languages: Sequence[str] = ("vi", "en"),
    font_directory: Path | None = None,
    unit: str | None = None,
    imprint: Imprint = NO_IMPRINT,
) -> dict[str, bytes]:
    """Files by name; the same run, fonts and arguments give the same bytes.

    Vietnamese: `phu-luc-xep-hang.pdf` (the annex of the decision), `phieu-diem/<unit>.pdf`, `bang-xep-hang.csv` (for
    Excel) and `xep-hang.csv` (for programs). English: `ranking-annex.pdf`, `scorecards/<unit>.pdf`, `ranking.csv`.
    Where units assessed themselves: `bang-tieu-chi.csv`, `tieu-chi.csv` and `criteria.csv`, a row a unit and criterion.
    Where the index has targets: `bang-muc-tieu.csv`, `muc-tieu.csv` and `targets.csv`, a row a unit and target.
    `report.json` names the face of the letters and the hash of every file.

    Figures that the instrument keeps for the unit's own scorecard stand there alone, and nowhere with `imprint.public`.

    In any form of publication but the full one scorecards stand under `own/`, for the unit alone: they are whole, and
    `report.json` does not name them.

    With `unit` the scorecards are those of that unit alone, and nothing else is made but `report.json`.

    Raises `Refusal` for a unit the wave does not have, a language there are no documents in, or a directory without a
    usable face.
    """
    facts = shaped(facts_of(run), imprint.form)
    _check(facts, languages, unit)
    paper = Paper(font_directory, imprint.site)
    is_whole = imprint.form.kind == "full"
    for_cards = facts if imprint.public and is_whole else facts_of(run, own=True)
    cards = dict(card for language in languages for card in _cards(for_cards, language, unit, paper))
    files = cards if is_whole else {}
    if unit is None:
        for language in languages:
            files[ANNEX[language]] = annex_of(facts, language, decision=imprint.decision, paper=paper)
            files |= dict(_data(facts, language))
    files = dict(sorted(files.items()))
    own = {} if is_whole else {f"{OWN}{name}": data for name, data in cards.items()}
    return files | {REPORT: _report(facts, files, languages, paper)} | own


def _check(facts: Facts, languages: Sequence[str], unit: str | None) -> None:
    unknown = [language for language in languages if language not in ANNEX]
    if unknown:
        raise Refusal(
            vi=f"Không có tài liệu bằng ngôn ngữ “{unknown[0]}”; hãy chọn vi hoặc en.",
            en=f"There are no documents in the language “{unknown[0]}”; choose vi or en.",
        )
    if unit is not None and all(known.code != unit for known in facts.units):
        raise Refusal(
            vi=f"Đợt {facts.wave.code} không có đơn vị “{unit}”; hãy xem mã đơn vị trong tệp units.csv của kết quả.",
            en=f"Wave {facts.wave.code} has no unit “{unit}”; see the codes in units.csv of the run.",
        )


def _cards(facts: Facts, language: str, unit: str | None, paper: Paper) -> Iterator[tuple[str, bytes]]:
    for table in tables_of(facts, language):
        for row in table.rows:
            if unit in (None, row.unit):
                yield f"{CARDS[language]}/{row.unit}.pdf", card_of(facts, table, row.unit, paper)


def _data(facts: Facts, language: str) -> Iterator[tuple[str, bytes]]:
    for name, dialect in DATA[language].items():
        yield name, csv_of(facts, language, dialect)
    has_criteria = any(criteria_of(facts, table) for table in tables_of(facts, language))
    for name, dialect in CRITERIA_DATA[language].items() if has_criteria else ():
        yield name, criteria_csv(facts, language, dialect)
    for name, dialect in TARGET_DATA[language].items() if facts.targets else ():
        yield name, targets_csv(facts, language, dialect)


def _report(facts: Facts, files: dict[str, bytes], languages: Sequence[str], paper: Paper) -> bytes:
    report = {
        "run": facts.fingerprint,
        "wave": facts.wave.code,
        "made": facts.wave.made.isoformat(),
        "simulated": facts.wave.simulated,
        "languages": list(languages),
        "face": face_of(paper.font_directory).described(),
        "site": paper.site,
        "versions": {name: version(name) for name in _LIBRARIES},
        "files": {name: {"bytes": len(data), "sha256": sha256(data)} for name, data in files.items()},
    }
    return json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False).encode() + b"\n"
