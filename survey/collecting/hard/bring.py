"""Brings a file of hard figures in; it counts from the moment somebody else confirms it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from instruments.mistakes import Mistake
from instruments.vietnamese import nfc
from survey import blobs
from survey.clock import day_of
from survey.collecting.hard.reading import Expected, Values, read_hard
from survey.collecting.hard.template import hard_indicators, indicators_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.preparing.hidden_marks import has_hidden_marks
from survey.preparing.issue import instrument_of
from survey.preparing.register import names_on
from survey.preparing.wave import day_of_wave
from survey.records import HardFile, HardValue, Wave, WaveUnit

LONGEST = {"source": 400, "period": 100}
FIELDS = {
    "source": {"vi": "Nguồn số liệu", "en": "source of the figures"},
    "period": {"vi": "Kỳ số liệu", "en": "period of the figures"},
}


@dataclass(frozen=True, slots=True)
class HardData:
    """A file as somebody brings it: its template, its bytes, and where and when its figures are from."""

    template: str
    name: str
    data: bytes
    source: str
    period: str


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The file as kept, and what is worth knowing of it."""

    file: HardFile
    notes: tuple[Mistake, ...]


def bring_in(tx: Session, wave: Wave, given: HardData, now: datetime, person: Person) -> BroughtIn:
    """Keeps a file and its figures, to be confirmed by somebody else; the newest file of a template once more is known.

    Figures come in at any time: those confirmed before the wave is closed stand in snapshot 1, those after it make the
    next one. An earlier file stays as it was and, where confirmed, counts until the new one is confirmed. Refuses a
    template that the instrument does not use, a source or period not given, and a file with mistakes.
    """
    role = demand(person, "import_figures", wave.organisation_id)
    tx.refresh(wave, with_for_update=True)
    words = {field: _words(field, getattr(given, field)) for field in LONGEST}
    read = read_hard(given.data, given.name, expected_of(tx, wave, given.template))
    newest = _newest(tx, wave, given.template)
    blob = blobs.keep(tx, given.data)
    if newest and (newest.blob, newest.source, newest.period) == (blob, words["source"], words["period"]):
        return BroughtIn(newest, read.notes)
    file = HardFile(
        wave=wave.id, template=given.template, number=newest.number + 1 if newest else 1, blob=blob, **words
    )
    file.prepared_by, file.prepared_role, file.prepared = person.number, role, day_of(now)
    _keep(tx, file, read.values)
    facts = {"wave": wave.code, "template": given.template, "number": file.number, "file": blob}
    record(tx, person.number, "hard_data_imported", {**facts, **words}, now)
    return BroughtIn(file, read.notes)


def expected_of(tx: Session, wave: Wave, template: str) -> Expected:
    """What a file of the template is held against; refuses (hard-template-unused) one that fills no indicator."""
    instrument = instrument_of(tx, wave.instrument)
    indicators = indicators_of(instrument, template)
    if not indicators:
        used = sorted({str(one.template) for one in hard_indicators(instrument)})
        raise Refused("hard-template-unused", {"wave": wave.code, "template": template, "used": ", ".join(used) or "–"})
    index = instrument.index
    in_points = frozenset((*index.bonus, *index.penalty)) if index else frozenset[str]()
    return Expected(template, units_of(tx, wave), indicators, in_points)


def units_of(tx: Session, wave: Wave) -> dict[str, str]:
    """The units of a wave by code, in Vietnamese order, with the names of the wave's day."""
    rated = set(tx.scalars(select(WaveUnit.unit).where(WaveUnit.wave == wave.id)))
    return {code: row.name_vi for code, row in names_on(tx, day_of_wave(wave)).items() if code in rated}


def _words(field: str, given: str) -> str:
    words = nfc(given).strip()
    if not 0 < len(words) <= LONGEST[field] or has_hidden_marks(words):
        raise Refused("figures-words", {"field": FIELDS[field], "longest": LONGEST[field]})
    return words


def _newest(tx: Session, wave: Wave, template: str) -> HardFile | None:
    same = (HardFile.wave == wave.id, HardFile.template == template)
    number = select(func.max(HardFile.number)).where(*same).scalar_subquery()
    return tx.scalar(select(HardFile).where(*same, HardFile.number == number))


def _keep(tx: Session, file: HardFile, values: Values) -> None:
    tx.add(file)
    tx.flush()
    rows = [
        {
            "file": file.id,
            "unit": unit,
            "figure": figure,
            "value": entered.value,
            "numerator": entered.numerator,
            "denominator": entered.denominator,
        }
        for (unit, figure), entered in values.items()
    ]
    if rows:  # own points alone are no figures
        tx.execute(insert(HardValue), rows)
