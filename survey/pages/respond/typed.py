"""Fields of the form without script: what was typed, and the answer document it makes."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from werkzeug.datastructures import MultiDict

from instruments.answers import answers_about, asked_about
from instruments.answers.document import part_of
from instruments.choosing import drawn, form_of
from instruments.conditions import Asked, route
from instruments.model import Instrument
from survey.collecting.chance import ALIKE
from survey.errors import Refused
from survey.preparing.page_bytes import NONE, Form, Typed

_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def typed_in(fields: MultiDict[str, str]) -> Typed:
    """What a posted form holds, with its line ends as everywhere."""
    values = {name: tuple(value.replace("\r\n", "\n") for value in fields.getlist(name)) for name in fields}
    return Typed(values, was_asked_again=bool(fields.get("asked")))


def all_answers(instrument: Instrument, typed: Typed) -> dict[str, object]:
    """Every answer typed about no unit of a looped role, on the route or off."""
    given = {
        item.code: _answer(item.kind, typed.values.get(f"a.{item.code}", ()))
        for item in instrument.items()
        if item.role not in instrument.looped
    }
    return {code: value for code, value in given.items() if value is not None}


def all_about(instrument: Instrument, typed: Typed, role: str, unit: str) -> dict[str, object]:
    """Every answer typed about a unit of a looped role, on the route or off."""
    given = {
        item.code: _answer(item.kind, typed.values.get(f"l.{role}.{unit}.{item.code}", ()))
        for item in instrument.items()
        if item.role == role
    }
    return {code: value for code, value in given.items() if value is not None}


def form_drawn(instrument: Instrument, typed: Typed) -> str | None:
    """The form of a split ballot that the identifier gives; Refused (stale-form) where there is none."""
    return form_of(_digits(typed), instrument.forms) if instrument.forms else None


def units_drawn(instrument: Instrument, typed: Typed, role: str) -> tuple[str, ...]:
    """Of the units ticked for a looped role those to be asked about, in the order drawn."""
    loop = instrument.role(role).loop
    sizes = dict.fromkeys(typed.ticked(role), ALIKE)
    return tuple(drawn(_digits(typed), sizes, loop.at_most)) if loop and sizes else ()


def document_of(instrument: Instrument, typed: Typed) -> dict[str, object]:
    """The answer document: form, units and answers that the route asks for, and nothing else."""
    answers, ballot = all_answers(instrument, typed), form_drawn(instrument, typed)
    asked = route(instrument, answers, Asked(ballot))
    roles = [role for section, _items in asked for role in section.roles]
    codes = [item.code for _section, items in asked for item in items]
    units = {role: typed.value(f"unit.{role}") for role in roles if role not in instrument.looped}
    document: dict[str, object] = {
        "units": {role: unit for role, unit in units.items() if unit},
        "answers": {code: answers[code] for code in codes if code in answers},
        **({"form": ballot} if ballot else {}),
    }
    looped = [role for role in roles if role in instrument.looped]
    return document | (_loops(instrument, typed, document, looped) if looped else {})


def typed_of(document: Mapping[str, object], **others: str) -> Typed:
    """The fields that would make a document: the way back from the review page to the form."""
    units, answers, choice = (part_of(document, name) for name in ("units", "answers", "choice"))
    values: dict[str, tuple[str, ...]] = {f"unit.{name}": (str(unit),) for name, unit in units.items()}
    values |= {f"unit.{name}": ticks_of(part_of(choice, name).get("eligible", [])) for name in choice}
    values |= {f"a.{code}": ticks_of(value) for code, value in answers.items()}
    loops = part_of(document, "loops")
    for role, unit in [(name, unit) for name in loops for unit in part_of(loops, name)]:
        said = answers_about(document, role, unit)
        values |= {f"l.{role}.{unit}.{code}": ticks_of(value) for code, value in said.items()}
    return Typed(values | {name: (value,) for name, value in others.items()}, was_asked_again=True)


def leaves_out(instrument: Instrument, typed: Typed, document: Mapping[str, object]) -> bool:
    """Whether something typed is not in a document, because the route or the draw leaves it out."""
    kept = typed_of(document).values
    given = {f"a.{code}" for code in all_answers(instrument, typed)}
    about = {name for name, values in typed.values.items() if name.startswith("l.") and any(map(str.strip, values))}
    return not given | about <= set(kept)


def with_errors(typed: Typed, errors: Sequence[tuple[str, str]], *, was_asked_again: bool) -> Typed:
    """The same fields with what is to be looked at again."""
    return replace(typed, errors=tuple(errors), was_asked_again=was_asked_again)


def anchors_of(refused: Refused, form: Form) -> tuple[tuple[str, str], ...]:
    """The places of a refusal as anchors of the form and sentences."""
    return tuple((_anchor(place), _sentence(form, place, sentence)) for place, sentence in refused.places)


def hidden_document(document: Mapping[str, object]) -> str:
    """The document as the hidden field of the review page holds it."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def ticks_of(value: object) -> tuple[str, ...]:
    """The values of the fields that make an answer."""
    if isinstance(value, Mapping):
        return (f"{NONE}{value.get('none')}",)
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _loops(
    instrument: Instrument, typed: Typed, document: Mapping[str, object], roles: Sequence[str]
) -> dict[str, object]:
    """The choice of units, and what is said about each; a unit nothing was said about is not rated."""
    units = {role: units_drawn(instrument, typed, role) for role in roles}
    said = {
        role: {unit: _asked_of(instrument, typed, document, (role, unit)) for unit in units[role]} for role in roles
    }
    rated = {role: {unit: answers for unit, answers in about.items() if answers} for role, about in said.items()}
    choice = {role: {"eligible": list(typed.ticked(role)), "drawn": list(units[role])} for role in roles}
    return {"choice": choice, "loops": {role: about for role, about in rated.items() if about}}


def _asked_of(
    instrument: Instrument, typed: Typed, document: Mapping[str, object], about: tuple[str, str]
) -> dict[str, object]:
    answers = all_about(instrument, typed, *about)
    asked = asked_about(instrument, document, about[0], answers)
    return {code: value for code, value in answers.items() if code in asked}


def _digits(typed: Typed) -> str:
    try:
        return UUID(typed.value("identifier")).hex
    except ValueError:
        raise Refused("stale-form") from None


def _answer(kind: str, given: Sequence[str]) -> object:
    reason = next((value for value in given if value.startswith(NONE)), None)
    if reason:
        return {"none": reason.removeprefix(NONE)}
    if kind == "multiple":
        return sorted(_code(value) for value in given) if all(map(str.isdecimal, given)) and given else None
    return _SINGLE[kind](given[0].strip()) if given and given[0].strip() else None


def _code(value: str) -> int | str:
    return int(value) if value.isdecimal() and value.isascii() and len(value) <= 3 else value  # noqa: PLR2004 - codes have two digits


def _number(value: str) -> float | str:
    return float(value.replace(",", ".")) if _NUMBER.fullmatch(value) else value


def _date(value: str) -> str:
    """Browsers without a field for dates leave 15/9/2026 as it was typed."""
    found = _DAY.fullmatch(value)
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else value


def _nothing(_value: str) -> None:
    return None


_SINGLE: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"single": _code, "number": _number, "rating": _code, "date": _date, "text": str, "unit": str, "note": _nothing}
)


def _anchor(place: str) -> str:
    kind, _, name = place.partition(".")
    if kind == "choice" or (kind == "loops" and "." not in name):
        return f"u-{name}"
    return {"answers": f"q-{name}", "units": f"u-{name}", "loops": f"q-{name}"}.get(kind, "consent")


def _sentence(form: Form, place: str, sentence: Mapping[str, str]) -> str:
    """The sentence in the form's language, with the name of the unit that it speaks of."""
    spoken = sentence[form.spoken]
    kind, *about = place.split(".")
    return spoken.replace("{unit}", form.name_of(about[0], about[1])) if kind == "loops" and len(about) > 1 else spoken
