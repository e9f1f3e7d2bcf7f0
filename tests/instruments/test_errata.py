"""An erratum follows from the comparison alone, and nothing in a file can change without being compared."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from instruments.comparing import compare
from instruments.comparing.spelling import is_spelling
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.reference import EXAMPLE, OTHERWISE, example_file
from instruments.schema import json_schema
from tests.ground.files import as_read

SILENT = {
    *("version", "title", "short_title", "wording", "source", "minutes"),
    *(
        "scales.label",
        "index.label",
        "index.definition_label.indicators",
        "index.definition_label.top2_share",
        "index.blocks.label",
        "index.tiers.label",
    ),
    *("sections.opening", "sections.items.number", "sections.items.required", "sections.items.source"),
    *("index.indicators.goalposts_source", "index.indicators.cites", "index.note", "index.targets.source"),
}
"""Keys that no answer and no figure rests on: they are in no comparison."""
NAMES = {"scales.code", "index.nodes.code"}
"""Named elsewhere in the file: a name alone cannot change."""
Path = tuple[str | int, ...]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version: "1"', 'version: "2"'),
        ("minutes: 2", "minutes: 3"),
        ("wording: adapted", "wording: official"),
        ("vi: Đơn vị đã làm việc", "vi: Đơn vị đã lam việc"),
        ("vi: Cơ sở của Ông/Bà", "vi: Cơ sở của Ông/Bà."),
        ("vi: Số lần đi lại", "vi: Số lân đi lại"),
        ("vi: Không đồng ý", "vi: không đồng ý"),
        ("kind: date", "kind: date\n        required: true"),
    ],
)
def test_words_and_what_is_said_about_them_may_differ(
    firms: Instrument, firms_file: str, before: str, after: str
) -> None:
    """Version, minutes, whose wording it is, names in tables, spelling, whether the form asks once more."""
    assert compare(firms, as_read(firms_file, (before, after))).is_erratum


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("languages: [vi, en]", "languages: [vi]", "instrument"),
        ("loop: {at_most: 2}", "loop: {at_most: 3}", "met"),
        ("forms: [a]\n        text", "text", "ties"),
        ("recode: winsorised_mean, cap: 10", "recode: winsorised_mean, cap: 9", "trips"),
        ("source: hard", "source: appraised", "on_time"),
        ("en: Your firm", "en: Firms like yours", "firm"),
        ("en: Which offices did you deal with?", "en: Which office served you best?", "met"),
        ("en: Surely", "en: Perhaps", "recommend"),
        ("en: Number of trips", "en: Trips", "trips"),
        ("hard_share: 0.4", "hard_share: 0.5", "C2"),
        ("unit: points", "ties: 2", "index"),
        ("forms: [a, b]", "forms: [b, a]", "instrument"),
        ("en: Please tell us your opinion.", "en: Please say that you are content.", "instrument"),
        ("en: Offices dealt with", "en: Offices that decided", "met"),
    ],
)
def test_whatever_answers_or_figures_rest_on_is_named_by_its_place(
    firms: Instrument, firms_file: str, before: str, after: str, place: str
) -> None:
    """Languages, who can be rated, forms, how figures are made, words read with a question."""
    found = compare(firms, as_read(firms_file, (before, after)))
    assert not found.is_erratum
    assert place in {one.place for one in found.changes if not one.is_slip}


def test_every_key_is_compared_or_said_to_be_silent() -> None:
    """Each value of the files that use every key, replaced by another: what nobody notices is on the list above."""
    assert {key for name in (EXAMPLE, OTHERWISE) for key in unnoticed(name)} == SILENT


def unnoticed(name: str) -> set[str]:
    """Keys of an example file that can change without a word."""
    before = read_instrument(example_file(name), name).instrument
    assert before is not None
    document = before.model_dump(mode="json", exclude_none=True)
    return {
        key_of(path)
        for path, _value in leaves(document, ())
        if key_of(path) not in NAMES and not compare(before, replaced(document, path)).changes
    }


def key_of(path: Path) -> str:
    """The key without numbers and languages."""
    return ".".join(str(step) for step in path if isinstance(step, str) and step not in {"vi", "en"})


def leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if parts is None:
        yield path, value
        return
    for name, part in parts:
        yield from leaves(part, (*path, name))


def replaced(document: dict[str, Any], path: Path) -> Instrument:
    """The document with the first other value at a path that the model accepts."""
    *way, last = path
    for value in others(document, path):
        newer = copy.deepcopy(document)
        place: Any = newer
        for step in way:
            place = place[step]
        place[last] = value
        try:
            return Instrument.model_validate(newer)
        except ValidationError:
            continue
    raise AssertionError(path)


def others(document: dict[str, Any], path: Path) -> Iterator[object]:
    """Values of the same key elsewhere, then values no file has, and none."""
    found = dict(leaves(document, ()))
    own = found[path]
    yield from (value for other, value in found.items() if key_of(other) == key_of(path) and value != own)
    if isinstance(own, bool):
        yield not own
    elif isinstance(own, int | float):
        yield from (own + 1, own / 2, -own)
    else:
        yield from (value for value in words(json_schema()) if value != own)
        yield from (f"{own} khác", None)


def words(schema: object) -> Iterator[object]:
    """Every word of a list of words that a key may be."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for part in parts:
        yield from words(part)


@pytest.mark.parametrize(
    ("was", "now"), [("< 5 lần", "> 5 lần"), ("≤ 3 ngày", "≥ 3 ngày"), ("10%", "10"), ("-1", "+1"), ("5-10", "5+10")]
)
def test_a_sign_of_quantity_is_a_word(was: str, now: str) -> None:
    """Under is not over: an answer would mean its opposite."""
    assert not is_spelling(was, now)
    assert is_spelling("Từ 5 – 10 ngày", "Từ 5-10 ngày")
