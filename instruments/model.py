"""The vocabulary of an instrument: what is asked, of whom, and how the index is counted from it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import Field

from instruments.index import Index
from instruments.part import Code, Language, Part, Text

InstrumentCode = Annotated[str, Field(pattern=r"^[a-z0-9-]{3,40}$")]
Reason = Literal["not_applicable", "unknown", "refused"]
"""A reason not to answer: entered as 97, 98 and 99 on paper; never part of a denominator."""
WORDS: Final = "__other"
"""Ending of the code of the words asked for behind an option; no code in a file has a double underscore."""
_LONGEST_WORDS: Final = 200
_SPECIFY: Final[Mapping[str, str]] = MappingProxyType(
    {"vi": "{label}: xin Ông/Bà ghi rõ", "en": "{label}: please specify"}
)


class Option(Part):
    """One answer that can be chosen."""

    code: int = Field(ge=1, le=96, description="The number stored, and printed on paper.")
    label: Text = Field(description="What people read.")
    words: bool = Field(
        default=False, description="Whoever ticks it may say in words what is meant; one option of an item at most."
    )


class Scale(Part):
    """A list of answers shared by several items; its order is the order shown."""

    code: Code = Field(description="Letters, digits and single underscores, such as q9_24.")
    label: Text = Field(description="What people read.")
    options: tuple[Option, ...] = Field(min_length=2, description="The answers, from the first shown to the last.")
    favourable_from: int | None = Field(
        default=None, description="From this code upward an answer counts as satisfied (`top2_share`: 4 of 5)."
    )


class Loop(Part):
    """A role that several units hold, each rated in turn; where more are named, some are drawn by chance."""

    at_most: int = Field(ge=1, le=10, description="Most units that one response rates.")


class Role(Part):
    """What a unit is to a response: the receiving point, the deciding office, the place of residence."""

    code: Code = Field(description="Letters, digits and single underscores, such as q9_24.")
    label: Text = Field(description="What people read.")
    question: Text = Field(description="How the form asks for the unit that holds this role.")
    hint: Text | None = Field(default=None, description="A line of help under the question.")
    blocks: tuple[str, ...] = Field(min_length=1, description="Units of these blocks can hold the role.")
    loop: Loop | None = Field(default=None, description="Several units can hold the role, each rated in turn.")


class Picture(Part):
    """A picture that is part of a question."""

    file: str = Field(description="Name of a file in the folder `NAME.media` beside the instrument file `NAME.yaml`.")
    alt: Text = Field(description="What the picture shows, for people who do not see it.")


class Item(Part):
    """One question."""

    code: Code = Field(description="Letters, digits and single underscores, such as q9_24.")
    number: str | None = Field(default=None, description="The number people see, such as 9.24.")
    kind: Literal["single", "multiple", "number", "text", "rating", "date", "unit", "note"] = Field(
        description="One answer of a list, several of a list, a number, words, a number on a row of buttons, a day, "
        "a unit of the register, or a note that asks nothing."
    )
    text: Text = Field(description="The official sentence.")
    plain: Text | None = Field(default=None, description="An explanation shown below the sentence.")
    picture: Picture | None = Field(default=None, description="A picture shown under the sentence.")
    spoken: Text | None = Field(
        default=None, description="The question read aloud: names of files in the same folder, one for each language."
    )
    scale: Code | None = Field(default=None, description="The shared list of answers of a single-choice item.")
    options: tuple[Option, ...] = Field(default=(), description="Answers of its own, where no scale is shared.")
    blocks: tuple[str, ...] = Field(
        default=(), description="Blocks of the register that a `unit` is chosen from; naming it there rates nobody."
    )
    none: tuple[Reason, ...] = Field(default=(), description="Reasons not to answer that the form offers.")
    required: bool = Field(
        default=False,
        description="The form asks once more before it lets the item pass; a blank is still accepted.",
    )
    sensitive: bool = Field(default=False, description="Sensitive in law, such as the ethnic group; never `required`.")
    role: Code | None = Field(default=None, description="The role of the unit this item rates; none: no unit.")
    authority: Literal["xa", "so", "nganh_doc", "trung_uong"] | None = Field(
        default=None, description="The level of government that the matter is in the hands of."
    )
    when: dict[str, object] | None = Field(default=None, description="JSON Logic: asked only where it is true.")
    minimum: float | None = Field(default=None, description="Smallest number accepted.")
    maximum: float | None = Field(default=None, description="Largest number accepted.")
    low: Text | None = Field(default=None, description="What the lowest button of a `rating` means.")
    high: Text | None = Field(default=None, description="What the highest button of a `rating` means.")
    forms: tuple[Code, ...] = Field(default=(), description="Forms of a split ballot that ask it; none: every form.")
    max_length: int = Field(default=1000, ge=1, le=5000, description="Longest text, in characters.")
    source: str | None = Field(default=None, description="Where the question comes from.")

    def words(self) -> "Item | None":
        """The text asked for behind the option that wants words: a question of its own, on the route of its tick."""
        option = next((one for one in self.options if one.words), None)
        if option is None:
            return None
        answer = {"var": self.code}
        # Not validated: its code is one that no file may write.
        return Item.model_construct(
            code=f"{self.code}{WORDS}",
            kind="text",
            text={
                language: _SPECIFY.get(language, "{label}").format(label=it) for language, it in option.label.items()
            },
            when={"in": [option.code, answer]} if self.kind == "multiple" else {"==": [answer, option.code]},
            max_length=_LONGEST_WORDS,
            sensitive=self.sensitive,
            role=self.role,
            forms=self.forms,
            source=self.source,
        )


class Section(Part):
    """Items shown together; with script one section fills the screen."""

    code: Code = Field(description="Letters, digits and single underscores, such as q9_24.")
    title: Text = Field(description="Heading above its items.")
    intro: Text | None = Field(default=None, description="A sentence above the items, such as the question they share.")
    roles: tuple[Code, ...] = Field(default=(), description="Units asked for at the head of this section.")
    items: tuple[Item, ...] = Field(default=(), description="The questions, in the order asked.")
    shuffled: bool = Field(default=False, description="The items come in an order of chance, which is recorded.")
    opening: bool = Field(default=False, description="Comes before everything else of a survey it is put into.")
    when: dict[str, object] | None = Field(default=None, description="JSON Logic: shown only where it is true.")


class Instrument(Part):
    """A questionnaire and the index computed from it, as one document."""

    code: InstrumentCode = Field(description="The same in every version, such as sipas-giao-dich.")
    version: str = Field(
        min_length=1, max_length=20, pattern=r"^[^\x00-\x1f\x7f/\\]+$", description='In quotes, such as "2026.1".'
    )
    title: Text = Field(description="As printed on the form and in reports.")
    short_title: Text = Field(description="As shown in lists.")
    intro: Text = Field(description="What the survey is for, on its first screen.")
    wording: Literal["adapted", "official"] = Field(
        description="Shipped wording is adapted until an office enters its own."
    )
    source: Text = Field(description="What the instrument follows.")
    languages: tuple[Language, ...] = Field(
        min_length=1, description="Languages of the form; every text has the first, other gaps are warned of."
    )
    minutes: int = Field(ge=1, le=60, description="How long answering takes, as told to the respondent.")
    unit_of_analysis: Literal["transaction", "person"] = Field(
        description="What the frame lists: `transaction` (files) or `person`."
    )
    forms: tuple[Code, ...] = Field(
        default=(), description="Forms of a split ballot; each response gets one by chance, which is recorded."
    )
    roles: tuple[Role, ...] = Field(default=(), description="What units are to a response.")
    scales: tuple[Scale, ...] = Field(default=(), description="Lists of answers shared by several items.")
    sections: tuple[Section, ...] = Field(min_length=1, description="The questionnaire, in the order asked.")
    index: Index | None = Field(default=None, description="What is counted; a questionnaire may have no index.")

    def items(self) -> tuple[Item, ...]:
        """All items in the order of the form, each followed by the words that one of its options asks for."""
        return self._listed

    def written(self) -> tuple[Item, ...]:
        """The items as the file has them, without the words that their options ask for."""
        return tuple(item for section in self.sections for item in section.items)

    def items_in(self, section: Section) -> tuple[Item, ...]:
        """The items of a section as `items` has them."""
        return self._by_section[section.code]

    def item(self, code: str) -> Item:
        """The item of that code; KeyError where there is none."""
        return self._items[code]

    def role(self, code: str) -> Role:
        """The role of that code; KeyError where there is none."""
        return {role.code: role for role in self.roles}[code]

    @cached_property
    def looped(self) -> frozenset[str]:
        """Codes of the roles that several units of one response hold."""
        return frozenset(role.code for role in self.roles if role.loop)

    def scale(self, code: str) -> Scale:
        """The scale of that code; KeyError where there is none."""
        return self._scales[code]

    def options_of(self, item: Item) -> tuple[Option, ...]:
        """The answers an item offers: those of its scale, or its own."""
        return self.scale(item.scale).options if item.scale else item.options

    # Looked up for every item of every answer, hence kept.
    @cached_property
    def _listed(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in _with_words(section))

    @cached_property
    def _by_section(self) -> dict[str, tuple[Item, ...]]:
        return {section.code: tuple(_with_words(section)) for section in self.sections}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.code: item for item in self._listed}

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        return {scale.code: scale for scale in self.scales}


def _with_words(section: Section) -> Iterator[Item]:
    for item in section.items:
        yield item
        words = item.words()
        if words is not None:
            yield words
