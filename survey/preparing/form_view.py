"""The form as templates see it: an instrument in one language, with the units of a wave to choose from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from instruments.model import Instrument, Item, Option, Role, Section
from instruments.units import register_blocks
from survey.records import RegisterRow

UNIT = "{unit}"
"""Stands in the texts of a section about a unit for its name."""
UnitsByRole = Mapping[str, tuple[tuple[str, str], ...]]
"""For each role the units that can hold it, for each item of kind `unit` those that can be chosen, each with its block,
in Vietnamese order of names."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to tick; the number is shown where several items share the scale."""

    value: str
    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its address, what it shows in words, and its size in pixels, so that nothing jumps when it comes."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one block to choose from."""

    label: str
    units: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One item."""

    code: str
    kind: str
    text: str
    plain: str | None
    choices: tuple[Choice, ...]
    reasons: tuple[Choice, ...]
    role: str | None
    when: str | None
    is_required: bool
    has_scale: bool
    max_length: int
    minimum: float | None
    maximum: float | None
    ends: tuple[str, str] | None
    """What the first and the last button of a rating mean."""
    forms: tuple[str, ...]
    picture: Shown | None = None
    sound: str | None = None
    """The address of the question read aloud."""
    groups: tuple[Group, ...] = ()
    """Units to choose from."""


@dataclass(frozen=True, slots=True)
class Picker:
    """The question for the unit that holds a role, or for the units that hold it in turn."""

    role: str
    question: str
    hint: str | None
    groups: tuple[Group, ...]
    at_most: int | None
    """Most units rated in turn; None where one unit holds the role."""

    def name_of(self, code: str) -> str | None:
        """The name of a unit offered here."""
        return next((name for group in self.groups for unit, name in group.units if unit == code), None)


@dataclass(frozen=True, slots=True)
class Part:
    """One section."""

    code: str
    title: str
    intro: str | None
    when: str | None
    pickers: tuple[Picker, ...]
    questions: tuple[Question, ...]
    loop: str | None
    """The role of the units that this section is shown for, once each; None: it is shown once."""
    is_shuffled: bool
    is_opening: bool = False
    """Comes before everything else, so that nothing on the form has told the answer."""

    @property
    def only_tells(self) -> bool:
        """Whether it is for some people alone, so that without script nobody else should read it here.

        Nothing but notes, or questions that one form of a split ballot asks.
        """
        told = all(one.kind == "note" for one in self.questions) if self.when else False
        split = not self.loop and all(one.forms for one in self.questions)
        return not self.pickers and (told or split)


def parts_of(
    instrument: Instrument,
    units: UnitsByRole,
    register: Mapping[str, RegisterRow],
    language: str,
    reasons: Mapping[str, str],
) -> tuple[Part, ...]:
    """The sections in a language; what concerns a role no unit of the wave holds is left out.

    `reasons` names the reasons not to answer.
    """
    view = _View(instrument, units, register, language, reasons)
    return tuple(part for part in map(view.part, instrument.sections) if part.pickers or part.questions)


def units_of_items(instrument: Instrument, register: Mapping[str, RegisterRow]) -> UnitsByRole:
    """The units that each item of kind `unit` offers: those of the register, whether the wave rates them or not."""
    return {
        item.code: tuple((code, row.block) for code, row in register.items() if row.block in item.blocks)
        for item in instrument.items()
        if item.kind == "unit"
    }


def about_unit(part: Part, name: str) -> Part:
    """A section with the name of the unit it is about in all its texts."""
    questions = tuple(
        replace(one, text=one.text.replace(UNIT, name), plain=one.plain and one.plain.replace(UNIT, name))
        for one in part.questions
    )
    intro = part.intro and part.intro.replace(UNIT, name)
    return replace(part, title=part.title.replace(UNIT, name), intro=intro, questions=questions)


def on_form(part: Part, form: str | None) -> Part:
    """A section with the questions alone that a form of a split ballot asks; without a form with all of them."""
    questions = (one for one in part.questions if form is None or not one.forms or form in one.forms)
    return replace(part, questions=tuple(questions))


@dataclass(frozen=True, slots=True)
class _View:
    instrument: Instrument
    units: UnitsByRole
    register: Mapping[str, RegisterRow]
    language: str
    reasons: Mapping[str, str]

    def part(self, section: Section) -> Part:
        return Part(
            code=section.code,
            title=self._in(section.title),
            intro=self._in(section.intro) if section.intro else None,
            when=_json(section.when),
            pickers=tuple(self._picker(self.instrument.role(role)) for role in section.roles if self.units.get(role)),
            questions=tuple(map(self._question, filter(self._is_asked, self.instrument.items_in(section)))),
            loop=next((item.role for item in section.items if item.role in self.instrument.looped), None),
            is_shuffled=section.shuffled,
            is_opening=section.opening,
        )

    def _is_asked(self, item: Item) -> bool:
        needed = item.code if item.kind == "unit" else item.role
        return needed is None or bool(self.units.get(needed))

    def _question(self, item: Item) -> Question:
        return Question(
            code=item.code,
            kind=item.kind,
            text=self._in(item.text),
            plain=self._in(item.plain) if item.plain else None,
            choices=self._choices(item),
            reasons=tuple(Choice(f"none:{reason}", self.reasons[reason], None) for reason in item.none),
            role=item.role,
            when=_json(item.when),
            is_required=item.required,
            has_scale=bool(item.scale),
            max_length=item.max_length,
            minimum=item.minimum,
            maximum=item.maximum,
            ends=(self._in(item.low), self._in(item.high)) if item.low and item.high else None,
            forms=item.forms,
            groups=tuple(self._groups(item.code, item.blocks)) if item.kind == "unit" else (),
        )

    def _choices(self, item: Item) -> tuple[Choice, ...]:
        if item.kind == "rating":
            numbers = range(int(item.minimum or 0), int(item.maximum or 0) + 1)
            return tuple(Choice(str(number), str(number), None) for number in numbers)
        return tuple(self._choice(one, has_scale=bool(item.scale)) for one in self.instrument.options_of(item))

    def _choice(self, option: Option, *, has_scale: bool) -> Choice:
        return Choice(str(option.code), self._in(option.label), option.code if has_scale else None)

    def _picker(self, role: Role) -> Picker:
        return Picker(
            role=role.code,
            question=self._in(role.question),
            hint=self._in(role.hint) if role.hint else None,
            groups=tuple(self._groups(role.code, role.blocks)),
            at_most=role.loop.at_most if role.loop else None,
        )

    def _groups(self, asked: str, blocks: Sequence[str]) -> Iterator[Group]:
        """The units offered for a role or an item; a block is called as in the index, else as in the register."""
        index = self.instrument.index
        labels = {code: self._in(names) for code, names in register_blocks().items()}
        labels |= {block.code: self._in(block.label) for block in index.blocks} if index else {}
        for block in blocks:
            codes = [unit for unit, its_block in self.units[asked] if its_block == block]
            if codes:
                yield Group(labels.get(block, block), tuple((code, self._name(code)) for code in codes))

    def _name(self, code: str) -> str:
        return self.register[code].name(self.language)

    def _in(self, text: Mapping[str, str]) -> str:
        return text.get(self.language) or next(iter(text.values()))


def _json(condition: Mapping[str, object] | None) -> str | None:
    return None if condition is None else json.dumps(condition, ensure_ascii=False, separators=(",", ":"))
