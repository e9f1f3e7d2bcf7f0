"""Units in turn without script: which pages follow the first one, and what stands on each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from instruments.conditions import Asked, on_route, route
from instruments.model import Instrument
from survey.pages.respond.typed import all_about, all_answers, form_drawn, units_drawn
from survey.preparing.form_view import Part, about_unit, on_form
from survey.preparing.page_bytes import Form, Typed, render
from survey.wording import text

OF_THE_PAGE = frozenset({"step", "asked", "mend", "language"})
LONGEST_STEP = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A page after the first one: what the form of a split ballot asks besides, or all about one unit."""

    role: str
    unit: str
    """Both empty for questions about no unit."""
    parts: tuple[Part, ...]
    mark: str = ""
    """Which of how many units it is about."""
    told: str = ""
    """Before the first of several units: which of those ticked were drawn by chance."""

    @property
    def about(self) -> str:
        """How its fields are named after role and unit."""
        return f"{self.role}.{self.unit}." if self.unit else ""

    @property
    def fields(self) -> frozenset[str]:
        """The names of its fields."""
        start = f"l.{self.about}" if self.about else "a."
        return frozenset(f"{start}{question.code}" for part in self.parts for question in part.questions)


def with_identifier(form: Form, typed: Typed) -> Typed:
    """The fields with an identifier, made on the first page and carried along, where chance decides anything."""
    if not form.has_turns or typed.value("identifier"):
        return typed
    return replace(typed, values={**typed.values, "identifier": (str(uuid4()),)})


def turns_of(form: Form, instrument: Instrument, typed: Typed) -> tuple[Turn, ...]:
    """The pages that follow the first, after what was answered and ticked there."""
    ballot, parts = form_drawn(instrument, typed), _open_parts(form, instrument, typed)
    besides = tuple(_besides(parts, ballot))
    opening = tuple(part for part in besides if part.is_opening)
    others = tuple(part for part in besides if not part.is_opening)
    turns = [Turn("", "", some) for some in (opening, others) if some]
    for role in (picker.role for part in parts for picker in part.pickers if picker.at_most):
        turns += _about_units(form, ballot, role, (typed.ticked(role), units_drawn(instrument, typed, role)))
    return tuple(turns)


def step_of(typed: Typed) -> int:
    """The number of the page that was posted; 0 is the first one."""
    step = typed.value("step")
    return int(step) if step.isascii() and step.isdecimal() and len(step) <= LONGEST_STEP else 0


def blanks(form: Form, instrument: Instrument, typed: Typed, turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Anchors and sentences of what was left blank on the last page posted, unless that was said of it before.

    Required questions count, and a list of units without a tick.
    """
    if typed.was_asked_again:
        return ()
    first = Turn("", "", tuple(_open_parts(form, instrument, typed)))
    turn = turns[-1] if turns else first
    answers, asked = _said(instrument, typed, turn)
    missing = (
        (f"q-{turn.about}{one.code}", text("form.blank_item", form.spoken, item=one.text))
        for part in turn.parts
        for one in part.questions
        if one.is_required and one.code in asked and one.code not in answers and (turns or not one.forms)
    )
    lists = (picker.role for part in first.parts for picker in part.pickers if picker.at_most and not turns)
    unticked = ((f"u-{role}", text("form.none_ticked", form.spoken)) for role in lists if not typed.ticked(role))
    return (*unticked, *missing)


def parts_about(form: Form, role: str, unit: str, ballot: str | None) -> tuple[Part, ...]:
    """The sections about the units of a role as they are for one of them, on one form of a split ballot."""
    parts = (on_form(about_unit(part, form.name_of(role, unit)), ballot) for part in form.parts if part.loop == role)
    return tuple(part for part in parts if part.questions)


def turn_page(form: Form, turns: Sequence[Turn], number: int, typed: Typed) -> str:
    """The page of that number, 1 being the first of the turns, with all fields of other pages sent along."""
    turn = turns[number - 1]
    along = typed.but(lambda name: name in OF_THE_PAGE or name in turn.fields)
    asked = "1" if typed.was_asked_again else ""
    hidden = (("language", form.language), ("step", str(number)), ("asked", asked), *along)
    is_last = number == len(turns)
    return render("turn.html", form.language, form=form, turn=turn, typed=typed, hidden=hidden, is_last=is_last)


def page_of(anchor: str, turns: Sequence[Turn]) -> int:
    """The number of the page where a field stands; 0 is the first one."""
    field = anchor.removeprefix("q-")
    named = {f"l.{field}", f"a.{field}"}
    return next((number for number, turn in enumerate(turns, start=1) if named & turn.fields), 0)


def _about_units(
    form: Form, ballot: str | None, role: str, choice: tuple[Sequence[str], Sequence[str]]
) -> Iterator[Turn]:
    ticked, units = choice
    names = [form.name_of(role, unit) for unit in units]
    for number, (unit, name) in enumerate(zip(units, names, strict=True), start=1):
        mark = f"{_say(form, 'form.unit_of', n=number, all=len(units))}: {name}"
        is_told = number == 1 and len(ticked) > len(units)
        told = _say(form, "form.drawn", n=len(ticked), k=len(units), units="; ".join(names)) if is_told else ""
        yield Turn(role, unit, parts_about(form, role, unit, ballot), mark, told)


def _besides(parts: Sequence[Part], ballot: str | None) -> Iterator[Part]:
    """Questions outside loops that not every form asks: the first page, the same for everybody, leaves them out."""
    for part in parts:
        questions = tuple(one for one in part.questions if ballot in one.forms)
        if questions:
            yield replace(part, questions=questions, pickers=())


def _open_parts(form: Form, instrument: Instrument, typed: Typed) -> list[Part]:
    """The sections about no unit that the answers of the first page open."""
    asked = route(instrument, all_answers(instrument, typed), Asked(form_drawn(instrument, typed)))
    codes = {section.code for section, _items in asked}
    return [part for part in form.parts if part.code in codes and not part.loop]


def _said(instrument: Instrument, typed: Typed, turn: Turn) -> tuple[Mapping[str, object], frozenset[str]]:
    """The answers given on a page, and the codes of the items that are asked after them."""
    answers, ballot = all_answers(instrument, typed), form_drawn(instrument, typed)
    if not turn.unit:
        return answers, on_route(instrument, answers, Asked(ballot))
    about = all_about(instrument, typed, turn.role, turn.unit)
    return about, on_route(instrument, {**answers, **about}, Asked(ballot, turn.role))


def _say(form: Form, key: str, **words: object) -> str:
    """A text whose words stand in braces, because the script fills it in as well."""
    return text(key, form.spoken).format_map(words)
