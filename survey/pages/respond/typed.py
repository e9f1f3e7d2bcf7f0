"""Fields of the form without script: what was typed, the answer document it makes, and how to say it in words."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from instruments.conditions import route
from instruments.model import Instrument
from survey.errors import Refused
from survey.preparing.form_view import Part, Question
from survey.preparing.page_bytes import Form, Typed
from survey.wording import text

NONE = "none:"
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


@dataclass(frozen=True, slots=True)
class PartSummary:
    """The answers of one section in words: pairs of question and answer, the answer empty where there is none."""

    title: str
    answers: tuple[tuple[str, str], ...]


def typed_in(fields: MultiDict[str, str]) -> Typed:
    """What a posted form holds, with its line ends as everywhere."""
    values = {name: tuple(value.replace("\r\n", "\n") for value in fields.getlist(name)) for name in fields}
    return Typed(values, was_asked_again=bool(fields.get("asked")))


def all_answers(instrument: Instrument, typed: Typed) -> dict[str, object]:
    """Every answer typed, on the route or off."""
    given = {item.code: _answer(item.kind, typed.values.get(f"a.{item.code}", ())) for item in instrument.items()}
    return {code: value for code, value in given.items() if value is not None}


def document_of(instrument: Instrument, typed: Typed) -> dict[str, object]:
    """The answer document: units and answers that the route asks for, and nothing else."""
    answers = all_answers(instrument, typed)
    asked = route(instrument, answers)
    roles = [role for section, _items in asked for role in section.roles]
    codes = [item.code for _section, items in asked for item in items]
    return {
        "units": {role: unit for role in roles if (unit := typed.value(f"unit.{role}"))},
        "answers": {code: answers[code] for code in codes if code in answers},
    }


def typed_of(document: Mapping[str, object], consent: str) -> Typed:
    """The fields that would make a document: the way back from the review page to the form."""
    units, answers = _part(document, "units"), _part(document, "answers")
    values: dict[str, tuple[str, ...]] = {f"unit.{role}": (str(unit),) for role, unit in units.items()}
    values |= {f"a.{code}": _ticks(value) for code, value in answers.items()}
    return Typed(values | {"consent": (consent,)}, was_asked_again=True)


def blanks(form: Form, instrument: Instrument, typed: Typed) -> tuple[tuple[str, str], ...]:
    """Anchors and sentences of required questions left blank, unless they were asked for once already."""
    if typed.was_asked_again:
        return ()
    answers = all_answers(instrument, typed)
    asked = {item.code for _section, items in route(instrument, answers) for item in items}
    return tuple(
        (f"q-{one.code}", text("form.blank_item", _spoken(form.language), item=one.text))
        for part in form.parts
        for one in part.questions
        if one.is_required and one.code in asked and one.code not in answers
    )


def with_errors(typed: Typed, errors: Sequence[tuple[str, str]], *, was_asked_again: bool) -> Typed:
    """The same fields with what is to be looked at again."""
    return replace(typed, errors=tuple(errors), was_asked_again=was_asked_again)


def anchors_of(refused: Refused, language: str) -> tuple[tuple[str, str], ...]:
    """The places of a refusal as anchors of the form and sentences."""
    return tuple((_anchor(place), sentence[_spoken(language)]) for place, sentence in refused.places)


def summary_of(form: Form, document: Mapping[str, object], asked: frozenset[str]) -> tuple[PartSummary, ...]:
    """The document in words, by section."""
    summaries = (PartSummary(part.title, tuple(_lines(part, document, asked))) for part in form.parts)
    return tuple(summary for summary in summaries if summary.answers)


def hidden_document(document: Mapping[str, object]) -> str:
    """The document as the hidden field of the review page holds it."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _lines(part: Part, document: Mapping[str, object], asked: frozenset[str]) -> Iterator[tuple[str, str]]:
    units, answers = _part(document, "units"), _part(document, "answers")
    for picker in part.pickers:
        if picker.role in units:
            yield picker.question, picker.name_of(str(units[picker.role])) or ""
    for question in part.questions:
        if question.code in asked:
            yield question.text, _words(question, answers.get(question.code))


def _words(question: Question, value: object) -> str:
    labels = {choice.value: choice.label for choice in (*question.choices, *question.reasons)}
    return "; ".join(labels.get(tick, tick) for tick in _ticks(value)) if value is not None else ""


def _ticks(value: object) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return (f"{NONE}{value.get('none')}",)
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


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


_SINGLE: Mapping[str, Callable[[str], object]] = {"single": _code, "number": _number, "text": str}


def _part(document: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = document.get(name)
    return part if isinstance(part, Mapping) else {}


def _anchor(place: str) -> str:
    kind, _, name = place.partition(".")
    return {"answers": f"q-{name}", "units": f"u-{name}"}.get(kind, "consent")


def _spoken(language: str) -> str:
    return "vi" if language == "vi" else "en"
