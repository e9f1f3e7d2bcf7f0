"""The pages of a wave as stored bytes, the same for everybody: the form in each language, its style and script."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from typing import get_args

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, printed, sha256
from instruments.model import Instrument, Reason
from survey import blobs
from survey.errors import Refused
from survey.preparing.form_media import Shelf, with_media
from survey.preparing.form_view import Part, UnitsByRole, parts_of, units_of_items
from survey.preparing.issue import instrument_of
from survey.preparing.media import media_of
from survey.preparing.office import contact_of, office_of
from survey.preparing.register import names_on
from survey.preparing.script import form_script, form_style
from survey.preparing.versions import versions_of
from survey.records import ConsentText, RegisterRow, Wave, WavePage, WaveUnit
from survey.wording import text

HTML = "text/html; charset=utf-8"
MARK_DIGITS = 8
REASONS = get_args(Reason)
OPENED = "opened"
"""The hidden field of pages behind the one that comes before everything else."""
_OF_THE_FORM = frozenset({"language", "asked", "step", OPENED})
NONE = "none:"
"""Begins the value of a field that gives a reason not to answer."""
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a wave in one language, ready for a template."""

    wave: str
    language: str
    languages: tuple[str, ...]
    title: str
    intro: str
    minutes: int
    office: str
    is_simulated: bool
    is_adapted: bool
    source: str
    consent: str
    consent_mark: str
    fingerprint: str
    parts: tuple[Part, ...]
    forms: tuple[str, ...]
    """Forms of a split ballot, of which each response gets one."""
    corrects: tuple[str, ...]
    """Fingerprints of versions that an erratum took the place of: a draft of theirs goes on in this form."""
    over: str
    """That the survey has ended, where it has: nobody is asked then, but what waits on a device is still sent."""

    @property
    def spoken(self) -> str:
        """The language of the house's own words on this form."""
        return _spoken(self.language)

    @property
    def printed(self) -> str:
        """The fingerprint as people read it."""
        return printed(self.fingerprint)

    def name_of(self, role: str, unit: str) -> str:
        """The name of a unit that can hold a role; its code where the wave has none such."""
        pickers = (picker for part in self.parts for picker in part.pickers if picker.role == role)
        return next((name for picker in pickers if (name := picker.name_of(unit))), unit)

    @property
    def opening(self) -> tuple[Part, ...]:
        """The sections that come before everything else and are asked of everybody: without script a page of theirs."""
        first = takewhile(lambda part: part.is_opening and not part.loop and not part.only_tells, self.parts)
        return tuple(first)

    @property
    def has_turns(self) -> bool:
        """Whether pages follow the first one without script: questions about each unit, or those of one form."""
        return bool(self.forms) or any(part.loop for part in self.parts)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a respondent typed, by field name, and what is to be looked at again."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errors: tuple[tuple[str, str], ...] = ()
    """Pairs of the anchor of a field and a sentence."""
    was_asked_again: bool = False

    def value(self, name: str) -> str:
        """What stands in a field."""
        return next(iter(self.values.get(name, ())), "")

    def written(self, name: str) -> str:
        """What stands in a field beside which a reason not to answer can be ticked."""
        return next((value for value in self.values.get(name, ()) if not value.startswith(NONE)), "")

    def has(self, name: str, value: str) -> bool:
        """Whether a choice is ticked."""
        return value in self.values.get(name, ())

    def ticked(self, role: str) -> tuple[str, ...]:
        """The units ticked for a looped role."""
        return tuple(filter(None, self.values.get(f"unit.{role}", ())))

    def later(self) -> tuple[tuple[str, str], ...]:
        """What was said on pages after the first, to be sent along with it."""
        return self.but(lambda name: name != "identifier" and not name.startswith("l."))

    def but(self, is_own: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
        """Each field and value that does not stand on a page itself, to be sent along with it."""
        return tuple((name, value) for name, values in self.values.items() if not is_own(name) for value in values)

    def error(self, anchor: str) -> str | None:
        """The sentence about a field."""
        return next((sentence for at, sentence in self.errors if at == anchor), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which sections stand on a page of the form without script; with it all of them are one page."""

    asks_consent: bool
    now: tuple[Part, ...]
    later: tuple[Part, ...]
    """Kept for the script alone."""
    along: tuple[tuple[str, str], ...]
    """Fields of other pages that are sent along."""

    @property
    def anchors(self) -> frozenset[str]:
        """Where something on it may be wrong."""
        return frozenset({"consent"}) | {anchor for anchor, _field in _places(self.now)}


def sheet_of(form: Form, typed: Typed) -> Sheet:
    """The page of the form that comes next: what opens it stands alone, before a line of the rest can be read."""
    opening = form.opening
    if not opening:
        return Sheet(asks_consent=True, now=form.parts, later=(), along=typed.later())
    is_open = bool(typed.value(OPENED))
    now, later = (form.parts[len(opening) :], ()) if is_open else (opening, form.parts[len(opening) :])
    own = _OF_THE_FORM | {field for _anchor, field in _places(now)} | (set() if is_open else {"consent"})
    marked = ((OPENED, "1"),) if is_open else ()
    return Sheet(asks_consent=not is_open, now=now, later=later, along=(*marked, *typed.but(own.__contains__)))


def _places(parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    """Anchor and field of whatever is asked once in these sections."""
    for part in parts:
        yield from ((f"u-{one.role}", f"unit.{one.role}") for one in part.pickers)
        yield from ((f"q-{one.code}", f"a.{one.code}") for one in part.questions if not part.loop)


def make_pages(tx: Session, wave: Wave) -> None:
    """Stores the form in each language with its style and script, plain and compressed, and the consent texts shown."""
    has_media = bool(media_of(tx, wave.instrument))
    for language in instrument_of(tx, wave.instrument).languages:
        form = form_of(tx, wave, language)
        tx.merge(ConsentText(mark=form.consent_mark, language=language, text=form.consent))
        _keep(tx, wave, f"form.{language}", HTML, form_page(form, Typed()))
    _keep(tx, wave, "form.css", "text/css; charset=utf-8", form_style(has_media=has_media))
    _keep(tx, wave, "form.js", "text/javascript; charset=utf-8", form_script(has_media=has_media))
    tx.flush()


def form_page(form: Form, typed: Typed) -> str:
    """The form, with what was typed where there is something; the same template makes the stored bytes."""
    return render("form.html", form.language, form=form, typed=typed, sheet=sheet_of(form, typed))


def form_of(tx: Session, wave: Wave, language: str) -> Form:
    """The form of a wave in a language of its instrument."""
    instrument = instrument_of(tx, wave.instrument)
    office = office_of(tx, wave)[_spoken(language)]
    consent = text("form.consent_text", _spoken(language), office=contact_of(tx, wave)[_spoken(language)])
    register = names_on(tx, wave.period_from)
    reasons = {reason: text(f"form.none_{reason}", _spoken(language)) for reason in REASONS}
    shelf = Shelf(media_of(tx, wave.instrument), f"/s/{wave.code}/media")
    parts = parts_of(instrument, _sorted_units(tx, wave, instrument, register), register, language, reasons)
    return Form(
        wave=wave.code,
        language=language,
        languages=instrument.languages,
        title=instrument.title[language],
        intro=instrument.intro[language],
        minutes=instrument.minutes,
        office=office,
        is_simulated=wave.simulated,
        is_adapted=instrument.wording == "adapted",
        source=instrument.source[language],
        consent=consent,
        consent_mark=sha256(canonical({"language": language, "text": consent}))[:MARK_DIGITS],
        fingerprint=wave.instrument,
        parts=with_media(parts, instrument, language, shelf),
        forms=instrument.forms,
        corrects=versions_of(tx, wave)[1:],
        over=_over(wave, _spoken(language)),
    )


def units_by_role(tx: Session, wave: Wave, instrument: Instrument) -> dict[str, frozenset[str]]:
    """Codes of the wave's units that can hold each role, by the blocks they are ranked in."""
    blocks = _blocks(tx, wave)
    return {role.code: frozenset(u for u, block in blocks.items() if block in role.blocks) for role in instrument.roles}


def units_allowed(tx: Session, wave: Wave, instrument: Instrument) -> dict[str, frozenset[str]]:
    """Codes of the units that an answer may name: for each role, and for each item that asks for a unit."""
    offered = _units_of_items(tx, wave, instrument)
    named = {item: frozenset(unit for unit, _block in units) for item, units in offered.items()}
    return {**units_by_role(tx, wave, instrument), **named}


def _over(wave: Wave, language: str) -> str:
    ended = Refused("wave-over", {"day": f"{wave.stopped:%d/%m/%Y}"}) if wave.stopped else None
    return ended.sentence(language) if ended else ""


@cache
def environment(language: str) -> Environment:
    """The templates of a respondent's pages in a language."""
    made = Environment(
        loader=PackageLoader("survey.preparing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["t"] = lambda key, **words: text(key, _spoken(language), **words)
    made.globals["language"] = language
    made.globals["language_names"] = LANGUAGE_NAMES
    return made


def render(name: str, language: str, **values: object) -> str:
    """A page for respondents out of its template."""
    return environment(language).get_template(name).render(values)


def _sorted_units(tx: Session, wave: Wave, instrument: Instrument, register: Mapping[str, RegisterRow]) -> UnitsByRole:
    blocks = _blocks(tx, wave)
    by_role = {
        role.code: tuple((unit, blocks[unit]) for unit in register if blocks.get(unit) in role.blocks)
        for role in instrument.roles
    }
    return {**by_role, **units_of_items(instrument, register)}


def _units_of_items(tx: Session, wave: Wave, instrument: Instrument) -> UnitsByRole:
    """The register of the wave's first day is asked only where an item asks for a unit."""
    if all(item.kind != "unit" for item in instrument.items()):
        return {}
    return units_of_items(instrument, names_on(tx, wave.period_from))


def _blocks(tx: Session, wave: Wave) -> dict[str, str]:
    rows = tx.execute(select(WaveUnit.unit, WaveUnit.block).where(WaveUnit.wave == wave.id))
    return {unit: block for unit, block in rows}  # noqa: C416 - a result offers keys, so dict() would misread it


def _spoken(language: str) -> str:
    """The language of the house's own words: Vietnamese, or English beside any other."""
    return "vi" if language == "vi" else "en"


def _keep(tx: Session, wave: Wave, name: str, media_type: str, page: str) -> None:
    plain = page.encode()
    zipped = gzip.compress(plain, mtime=0)
    tx.merge(
        WavePage(
            wave=wave.id,
            name=name,
            media_type=media_type,
            plain=blobs.keep(tx, plain),
            zipped=blobs.keep(tx, zipped),
        )
    )
