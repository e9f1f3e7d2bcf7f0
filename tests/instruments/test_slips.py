"""Whatever slips of the keyboard a shipped file gets, they are told as mistakes, all that can be told at once."""

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from instruments.catalogue import shipped, shipped_codes, starter
from instruments.reading import read_instrument

KEYS = ("scale", "role", "code", "item", "items", "nodes", "blocks", "when", "goalposts", "points", "kind", "forms")
SLIPS = st.sampled_from(["dy55", "", 0, -1, None, [], {}, ["dy55"], True, "note"])
EXAMPLE = (files("instruments") / "example.yaml").read_bytes()
SMALL = """\
code: nho
version: "1"
title: {vi: Nhỏ}
short_title: {vi: Nhỏ}
intro: {vi: Nhỏ}
wording: adapted
source: {vi: Nhỏ}
languages: [vi]
minutes: 1
unit_of_analysis: person
roles:
- {code: desk, label: {vi: Bộ phận}, question: {vi: Ở đâu?}, blocks: [phuong]}
sections:
- code: s
  title: {vi: Ông/Bà}
  roles: [desk]
  items:
  - {code: dan_toc, kind: single, text: {vi: Dân tộc?}, sensitive: true, scale: dy55}
  - {code: hai_long, role: desk, kind: rating, text: {vi: Hài lòng?}, minimum: 0, maximum: 10}
index:
  code: I
  label: {vi: Chỉ số}
  official: indicators
  definition_label: {indicators: {vi: Điểm}}
  blocks:
  - {code: phuong, label: {vi: Phường}, roles: [desk]}
  nodes:
  - {code: I, kind: index, label: {vi: Chỉ số}, items: [hai_long]}
  indicators:
  - {code: hai_long, recode: nps}
"""


def told(text: str) -> list[tuple[str, str | None]]:
    """Code and path of the errors of a file."""
    return [
        (one.code, one.path) for one in read_instrument(text.encode(), "x.yaml").mistakes if one.severity == "error"
    ]


def test_a_sensitive_item_whose_scale_is_unknown_is_told_so() -> None:
    """Whether its answers offer a way out cannot be judged, and is not."""
    assert ("scale-unknown", "sections[0].items[0].scale") in told(SMALL)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("recode: nps", "recode: npss", "not-one-of", "index.indicators[0].recode"),
        ("kind: rating", "kind: ratingg", "not-one-of", "sections[0].items[1].kind"),
        ("text: {vi: Hài lòng?}", "txt: {vi: Hài lòng?}", "key-missing", "sections[0].items[1].text"),
        ("minutes: 1", "minutes: one", "not-number", "minutes"),
        ("wording: adapted", "wording: own", "not-one-of", "wording"),
        ("label: {vi: Chỉ số}, items", "label: Chỉ số, items", "not-mapping", "index.nodes[0].label"),
    ],
)
def test_a_needed_key_that_is_wrong_hides_no_other_mistake(old: str, new: str, code: str, path: str) -> None:
    """The unknown scale of another item is told beside it, and nothing that only follows from it."""
    assert old in SMALL
    found = [one for one in told(SMALL.replace(old, new)) if one[0] != "key-unknown"]
    both = [*told(SMALL), (code, path)]
    assert [one for one in found if one not in both] == []
    assert [one[0] for one in found].count("scale-unknown") == 1
    assert code in {one[0] for one in found}


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_is_wrong_everywhere_is_survived(key: str) -> None:
    """Lint of the example, which uses every key, with one of them made unknown wherever it stands."""
    value = YAML(typ="safe").load(EXAMPLE)
    for holder in _holders(value, key):
        holder[key] = ["dy55"] if isinstance(holder[key], list) else "dy55"
    assert told(json.dumps(value))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_slips_at_several_places_of_a_shipped_file_are_survived(data: st.DataObject) -> None:
    """Up to four values anywhere in it are another one, or are gone."""
    value = YAML(typ="safe").load(data.draw(st.sampled_from([EXAMPLE, starter(), *map(shipped, shipped_codes())])))
    for _slip in range(data.draw(st.integers(1, 4))):
        holder, step = data.draw(st.sampled_from(_places(value)))
        if data.draw(st.booleans()):
            holder[step] = data.draw(SLIPS)
        else:
            del holder[step]
    reading = read_instrument(json.dumps(value).encode(), "x.yaml")
    assert reading.instrument is not None or reading.mistakes


def _holders(value: Any, key: str) -> list[Any]:  # noqa: ANN401 - plain values of a file
    return [holder for holder, step in _places(value) if step == key]


def _places(value: Any) -> list[tuple[Any, str | int]]:  # noqa: ANN401 - plain values of a file
    """Every value below, as what holds it and where."""
    steps = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    below = [place for step in steps for place in _places(value[step])]
    return [(value, step) for step in steps] + below
