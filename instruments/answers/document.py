"""One answer document checked against its instrument, its digest, and the units it rates."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from instruments.answers.texts import ANSWER_TEXTS
from instruments.answers.values import VALUE_FAULTS, Fault, Offered, reason_fault
from instruments.conditions import Asked, on_route, route
from instruments.fingerprint import canonical, sha256
from instruments.model import WORDS, Instrument, Item, Role

_PARTS = ("units", "answers", "loops", "choice", "form")
_LOOP_PARTS = ("loops", "choice")
_CHOICE_PARTS = ("eligible", "drawn")
_MOST_ERRORS = 50
_LONGEST_SHOWN = 60
_LARGEST_SHOWN = 1e15

UnitsByRole = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class AnswerError:
    """Why a document is refused: the place in it, a stable code, and a sentence for people in each language."""

    place: str
    code: str
    message: dict[str, str]


@dataclass(frozen=True, slots=True)
class RatedUnit:
    """A unit that a response rates, with the roles it holds, sorted."""

    unit: str
    roles: tuple[str, ...]


def check_document(instrument: Instrument, document: object, units: UnitsByRole) -> tuple[AnswerError, ...]:
    """Everything that forbids storing a document; empty when it may be stored. Nothing raises, whatever the document.

    `units` names for each role the unit codes of the wave, and for each item of kind `unit` those that can be chosen;
    a role without any is not asked in this wave. A blank answer
    to a `required` item is accepted: the form asks again, the server keeps what a person chose to say. At most 50
    errors are given.
    """
    if not isinstance(document, Mapping):
        return (_error("document", "document-shape"),)
    errors = _all_errors(instrument, document, units)
    return tuple(islice(errors, _MOST_ERRORS))


def digest(document: object) -> str:
    """SHA-256 of the canonical document; empty (equal to no digest stored) where it is nested beyond all sense."""
    try:
        return sha256(canonical(document))
    except (ValueError, TypeError, RecursionError):
        return ""


def rated_units(instrument: Instrument, document: Mapping[str, object]) -> tuple[RatedUnit, ...]:
    """The units that a checked document rates, in the order of their codes; one unit may hold several roles."""
    chosen, loops = part_of(document, "units"), part_of(document, "loops")
    known = [(role.code, str(chosen[role.code])) for role in instrument.roles if chosen.get(role.code) is not None]
    known += [(role, str(unit)) for role in sorted(instrument.looped) for unit in part_of(loops, role)]
    return tuple(
        RatedUnit(unit, tuple(sorted(role for role, holder in known if holder == unit)))
        for unit in sorted({holder for _role, holder in known})
    )


def answers_about(document: Mapping[str, object], role: str, unit: str) -> Mapping[str, object]:
    """The answers that a document gives about a unit of a looped role."""
    return part_of(part_of(part_of(document, "loops"), role), unit)


def form_in(document: Mapping[str, object]) -> str | None:
    """The form of a split ballot that a document says it answers."""
    form = document.get("form")
    return form if isinstance(form, str) else None


def _all_errors(instrument: Instrument, document: Mapping[str, object], units: UnitsByRole) -> Iterator[AnswerError]:
    yield from _part_errors(instrument, document)
    yield from _unit_errors(instrument, document, units)
    yield from _answer_errors(instrument, document, units)
    if instrument.looped:
        yield from _loop_errors(instrument, document, units)


def _part_errors(instrument: Instrument, document: Mapping[str, object]) -> Iterator[AnswerError]:
    for name, part in document.items():
        if name not in _PARTS:
            yield _error(f"document.{_short(name)}", "part-unknown", name=name, known=", ".join(_PARTS))
        elif name == "form":
            yield from _form_errors(instrument, part)
        elif part is not None and not isinstance(part, Mapping):
            yield _error(name, "part-shape", name=name)
        elif part and name in _LOOP_PARTS and not instrument.looped:
            yield _error(name, "part-not-used", name=name)
        elif name in _LOOP_PARTS:
            yield from _shapeless(name, part_of(document, name))
    if instrument.forms and document.get("form") is None:
        yield _error("form", "form-unknown", name="", known=", ".join(instrument.forms))


def _shapeless(name: str, part: Mapping[str, object]) -> Iterator[AnswerError]:
    for role, inner in part.items():
        if not isinstance(inner, Mapping):
            yield _error(f"{name}.{_short(role)}", "part-shape", name=f"{name}.{role}")


def _form_errors(instrument: Instrument, form: object) -> Iterator[AnswerError]:
    if form is not None and form not in instrument.forms:
        yield _error("form", "form-unknown", name=form, known=", ".join(instrument.forms) or "–")


def _unit_errors(instrument: Instrument, document: Mapping[str, object], units: UnitsByRole) -> Iterator[AnswerError]:
    chosen = part_of(document, "units")
    asked = _roles_asked(instrument, document)
    known = {role.code for role in instrument.roles if not role.loop}
    for name in sorted(map(str, chosen.keys() - known)):
        yield _error(f"units.{_short(name)}", "role-unknown", name=name)
    for role in instrument.roles:
        if role.loop:
            continue
        code = _unit_fault(chosen.get(role.code), units.get(role.code, ()), is_asked=role.code in asked)
        if code:
            yield _role_error(role, code, chosen.get(role.code))


def _roles_asked(instrument: Instrument, document: Mapping[str, object]) -> frozenset[str]:
    answers, asked = part_of(document, "answers"), Asked(form_in(document))
    return frozenset(code for section, _items in route(instrument, answers, asked) for code in section.roles)


def _unit_fault(unit: object, allowed: Collection[str], *, is_asked: bool) -> str | None:
    if unit is None:
        return "unit-missing" if is_asked and allowed else None
    if not is_asked:
        return "role-off-route"
    return None if isinstance(unit, str) and unit in allowed else "unit-not-allowed"


def _role_error(role: Role, code: str, unit: object, place: str | None = None) -> AnswerError:
    return AnswerError(
        place or f"units.{role.code}",
        code,
        {
            language: text.format(role=_in(role.label, language), value=_short(unit))
            for language, text in ANSWER_TEXTS[code].items()
        },
    )


def _answer_errors(instrument: Instrument, document: Mapping[str, object], units: UnitsByRole) -> Iterator[AnswerError]:
    answers = part_of(document, "answers")
    chosen = part_of(document, "units")
    asked = on_route(instrument, answers, Asked(form_in(document)))
    items = {item.code: item for item in instrument.items() if item.role not in instrument.looped}
    for name in sorted(map(str, answers.keys() - items.keys())):
        yield _error(f"answers.{_short(name)}", "item-unknown", name=name)
    for code in (code for code in items if code in answers):
        item, value = items[code], answers[code]
        has_unit = item.role is None or chosen.get(item.role) is not None
        offered = _offered(instrument, item, units)
        fault = _fault(item, offered, value, is_asked=code in asked, has_unit=has_unit)
        if fault:
            yield _item_error(instrument, item, fault, f"answers.{code}")


def _loop_errors(instrument: Instrument, document: Mapping[str, object], units: UnitsByRole) -> Iterator[AnswerError]:
    loops, choice = part_of(document, "loops"), part_of(document, "choice")
    for name in sorted(map(str, (loops.keys() | choice.keys()) - instrument.looped)):
        yield _error(f"loops.{_short(name)}", "role-unknown", name=name)
    asked = _roles_asked(instrument, document)
    for role in (role for role in instrument.roles if role.loop):
        place = f"loops.{role.code}"
        rated = part_of(loops, role.code)
        if rated and role.code not in asked:
            yield _role_error(role, "role-off-route", None, place)
        if role.loop and len(rated) > role.loop.at_most:
            yield _error(place, "loop-many", name=role.code, found=len(rated), most=role.loop.at_most)
        yield from _choice_errors(role, part_of(choice, role.code), rated, units.get(role.code, ()))
        for unit, answers in rated.items():
            if unit in units.get(role.code, ()):
                yield from _about_unit(instrument, document, role, (unit, answers))
            else:
                yield _role_error(role, "unit-not-allowed", unit, place)


def _choice_errors(
    role: Role, choice: Mapping[str, object], rated: Mapping[str, object], allowed: Collection[str]
) -> Iterator[AnswerError]:
    """Eligible units are units of the wave, and every rated one is among those drawn."""
    place = f"choice.{role.code}"
    for name in sorted(map(str, choice.keys() - set(_CHOICE_PARTS))):
        yield _error(place, "choice-shape", name=name)
    for name in _CHOICE_PARTS:
        listed = choice.get(name)
        if listed is None:
            continue
        if not isinstance(listed, list) or any(not isinstance(unit, str) or unit not in allowed for unit in listed):
            yield _error(place, "choice-shape", name=name)
        elif not set(rated) <= set(listed):
            yield _error(place, "choice-other", name=name)


def _about_unit(
    instrument: Instrument, document: Mapping[str, object], role: Role, about: tuple[str, object]
) -> Iterator[AnswerError]:
    unit, answers = about
    place = f"loops.{role.code}.{unit}"
    if not isinstance(answers, Mapping):
        yield _error(place, "part-shape", name=unit)
        return
    items = {item.code: item for item in instrument.items() if item.role == role.code}
    for name in sorted(map(str, answers.keys() - items.keys())):
        yield _error(f"{place}.{_short(name)}", "item-unknown", name=name)
    asked = asked_about(instrument, document, role.code, answers)
    for code in (code for code in items if code in answers):
        offered = _offered(instrument, items[code], {})
        fault = _fault(items[code], offered, answers[code], is_asked=code in asked, has_unit=True)
        if fault:
            yield _item_error(instrument, items[code], fault, f"{place}.{code}")


def asked_about(
    instrument: Instrument, document: Mapping[str, object], role: str, answers: Mapping[str, object]
) -> frozenset[str]:
    """Codes of the items asked about a unit of a looped role, after the answers given about it."""
    whole = {**part_of(document, "answers"), **answers}
    return on_route(instrument, whole, Asked(form_in(document), role))


def _offered(instrument: Instrument, item: Item, units: UnitsByRole) -> Offered:
    if item.kind == "unit":
        return tuple(units.get(item.code, ()))
    return tuple(option.code for option in instrument.options_of(item))


def _fault(item: Item, offered: Offered, value: object, *, is_asked: bool, has_unit: bool) -> Fault | None:
    if value is None:
        return None
    if not is_asked:
        return Fault("words-unticked" if item.code.endswith(WORDS) else "off-route")
    if not has_unit:
        return Fault("unit-not-named")
    if isinstance(value, Mapping):
        return reason_fault(item, value)
    return VALUE_FAULTS[item.kind](item, offered, value)


def _item_error(instrument: Instrument, item: Item, fault: Fault, place: str) -> AnswerError:
    values = {name: _short(value) for name, value in fault.values.items()}
    role = instrument.role(item.role).label if item.role else {}
    asked = instrument.item(item.code.removesuffix(WORDS))
    option = next((one.label for one in asked.options if one.words), {})
    message = {
        language: text.format(
            item=asked.number or _in(asked.text, language),
            role=_in(role, language),
            option=_in(option, language),
            **values,
        )
        for language, text in ANSWER_TEXTS[fault.code].items()
    }
    return AnswerError(place, fault.code, message)


def _error(place: str, code: str, /, **values: object) -> AnswerError:
    shown = {name: _short(value) for name, value in values.items()}
    return AnswerError(place, code, {language: text.format(**shown) for language, text in ANSWER_TEXTS[code].items()})


def part_of(document: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A part of a document or of a part; empty where it is no mapping."""
    part = document.get(name)
    return part if isinstance(part, Mapping) else {}


def _in(text: Mapping[str, str], language: str) -> str:
    return text.get(language) or next(iter(text.values()), "")


def _short(value: object) -> str:
    """A scalar as a person may read it back; a list, a mapping or an endless number is not repeated."""
    if not isinstance(value, str):
        return str(value) if isinstance(value, int | float) and abs(value) < _LARGEST_SHOWN else "…"
    text = "".join(mark for mark in value[:_LONGEST_SHOWN] if mark.isprintable())
    return f"{text}…" if len(value) > _LONGEST_SHOWN else text
