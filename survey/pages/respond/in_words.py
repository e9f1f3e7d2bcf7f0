"""Answers in the words of the form, as the review page shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instruments.answers import answers_about, asked_about, form_in
from instruments.answers.document import part_of
from instruments.conditions import Asked, on_route
from instruments.model import Instrument
from survey.pages.respond.turns import parts_about
from survey.pages.respond.typed import ticks_of
from survey.preparing.form_view import Part, Picker, Question
from survey.preparing.page_bytes import Form

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PartSummary:
    """The answers of one section in words: pairs of question and answer, the answer empty where there is none."""

    title: str
    answers: tuple[tuple[str, str], ...]


def summary_of(form: Form, instrument: Instrument, document: Document) -> tuple[PartSummary, ...]:
    """The document in words, by section; after the sections asked once those about each unit."""
    summaries = (*_once(form, instrument, document), *_about_units(form, instrument, document))
    return tuple(summary for summary in summaries if summary.answers)


def _once(form: Form, instrument: Instrument, document: Document) -> Iterator[PartSummary]:
    answers = part_of(document, "answers")
    asked = on_route(instrument, answers, Asked(form_in(document)))
    for part in form.parts:
        if not part.loop:
            yield PartSummary(part.title, (*_units(part, document), *_lines(part, answers, asked)))


def _about_units(form: Form, instrument: Instrument, document: Document) -> Iterator[PartSummary]:
    for role, choice in part_of(document, "choice").items():
        drawn = choice.get("drawn") if isinstance(choice, Mapping) else None
        for unit in map(str, drawn if isinstance(drawn, list) else ()):
            answers = answers_about(document, role, unit)
            asked = asked_about(instrument, document, role, answers)
            name = form.name_of(role, unit)
            for part in parts_about(form, role, unit, form_in(document)):
                title = part.title if name in part.title else f"{name}: {part.title}"
                yield PartSummary(title, tuple(_lines(part, answers, asked)))


def _units(part: Part, document: Document) -> Iterator[tuple[str, str]]:
    units, choice = part_of(document, "units"), part_of(document, "choice")
    for picker in part.pickers:
        if picker.role in units:
            yield picker.question, _name(picker, units[picker.role])
        elif picker.role in choice:
            ticked = part_of(choice, picker.role).get("eligible")
            yield picker.question, "; ".join(_name(picker, one) for one in (ticked if isinstance(ticked, list) else ()))


def _name(picker: Picker, unit: object) -> str:
    return picker.name_of(str(unit)) or ""


def _lines(part: Part, answers: Document, asked: frozenset[str]) -> Iterator[tuple[str, str]]:
    for question in part.questions:
        if question.code in asked and question.kind != "note":
            yield question.text, _words(question, answers.get(question.code))


def _words(question: Question, value: object) -> str:
    if value is None:
        return ""
    if question.kind == "date" and isinstance(value, str):
        return "/".join(reversed(value.split("-")))
    labels = {choice.value: choice.label for choice in (*question.choices, *question.reasons)}
    labels |= {code: name for group in question.groups for code, name in group.units}
    return "; ".join(labels.get(tick, tick) for tick in ticks_of(value))
