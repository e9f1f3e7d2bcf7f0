"""The source of an instrument: YAML 1.2 as plain values, and the line on which each of them stands."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from instruments.mistakes import Mistake, Place, mistake
from instruments.vietnamese import nfc
from instruments.yaml_problems import problem_words

_LARGEST = 300_000
_MOST_VALUES = 20_000
"""More than ten times the shipped instrument in size and in values, and refused within seconds."""
_DEEPEST = 40
_MOST_BRACKETS = 200
_BRACKET = re.compile(r"[\[\]{}]")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?(e[+-]?[0-9]{1,2})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAG = "tag:yaml.org,2002:"
_PLAIN = {"timestamp": "str", "value": "str"}
"""Kinds of YAML 1.1 that YAML 1.2 reads as text."""
_KINDS = frozenset({"map", "seq", "str", "bool", "null", "int", "float", *_PLAIN})
"""Kinds of values that a file may hold; a tag that names another, such as an object of a program, is refused."""

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The plain value of a file, the line of each path in it, and what could not be read."""

    name: str
    value: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    def place(self, path: Path) -> Place:
        """Where a path stands; a path that is not written stands where its parent does."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Place(self.name, self.lines.get(known), written(path) or None)


class _Stop(Exception):  # noqa: N818 - no error of the program, it ends the walk through a file that cannot be used
    def __init__(self, code: str, line: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


class _Counting(Composer):
    """Stops at too many values while they are parsed: whatever is wrong far behind them is not worth the wait."""

    values = 0

    def compose_node(self, parent: object, index: object) -> object:
        self.values += 1
        if self.values > _MOST_VALUES:
            raise _Stop("yaml-too-many")
        return super().compose_node(parent, index)


def _parser() -> YAML:
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _Counting
    return yaml


def written(path: Path) -> str:
    """A path as people write it: sections[2].items[0].text."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return steps.removeprefix(".")


def read_source(data: bytes, name: str) -> Source:
    """The plain value of YAML bytes; whatever is wrong with them comes back as mistakes, nothing raises."""
    try:
        return _walked(_parser().compose(_text(data)), name)
    except _Stop as stop:
        return Source(name, mistakes=(mistake(stop.code, Place(name, stop.line)),))
    except MarkedYAMLError as error:
        return Source(name, mistakes=(_broken(error, name),))
    except RecursionError:
        return Source(name, mistakes=(mistake("yaml-too-deep", Place(name)),))
    except (YAMLError, ValueError, AttributeError, IndexError, AssertionError) as error:
        # The parser lets some of these through for bytes that are no YAML at all.
        return Source(name, mistakes=(_unreadable(error, Place(name)),))


def _text(data: bytes) -> str:
    if len(data) > _LARGEST:
        raise _Stop("file-too-large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Stop("file-encoding") from error
    if _open_brackets(text) > _MOST_BRACKETS:
        raise _Stop("yaml-too-deep")
    return text


def _open_brackets(text: str) -> int:
    """The most brackets open at once, a rough count: the parser would take minutes over thousands of them."""
    steps = (1 if bracket[0] in "[{" else -1 for bracket in _BRACKET.finditer(text))
    return max(accumulate(steps, lambda open_now, step: max(open_now + step, 0)), default=0)


def _broken(error: MarkedYAMLError, name: str) -> Mistake:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    return _unreadable(error, Place(name, line))


def _unreadable(error: Exception, at: Place) -> Mistake:
    words = problem_words(error)
    return mistake("yaml-broken", at, reason_vi=words["vi"], reason_en=words["en"])


def _walked(node: Node | None, name: str) -> Source:
    walk = _Walk(name)
    value = None if node is None else walk.value(node, ())
    if not isinstance(value, dict):
        return Source(name, mistakes=tuple(walk.mistakes) or (mistake("yaml-empty", Place(name)),))
    return Source(name, value, walk.lines, tuple(walk.mistakes))


class _Walk:
    """One way through the nodes of a file, noting lines and mistakes and counting what aliases unfold."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {}
        self.mistakes: list[Mistake] = []
        self.values = 0

    def value(self, node: Node, path: Path) -> object:
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        self.values += 1
        if self.values > _MOST_VALUES:
            raise _Stop("yaml-too-many", line)
        if len(path) > _DEEPEST:
            raise _Stop("yaml-too-deep", line)
        if str(node.tag).removeprefix(_TAG) not in _KINDS:
            self.mistakes.append(mistake("yaml-tag", Place(self.name, line, written(path) or None), tag=node.tag))
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(part, (*path, number)) for number, part in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self.mistakes.append(mistake("yaml-key", Place(self.name, line, written(path) or None)))
                continue
            key = nfc(key_node.value)
            if key in values:
                self.mistakes.append(mistake("yaml-key-twice", Place(self.name, line, written((*path, key))), key=key))
            self.lines[(*path, key)] = line
            values[key] = self.value(value_node, (*path, key))
        return values

    def _scalar(self, node: Node, path: Path) -> object:
        tag = str(node.tag).removeprefix(_TAG)
        kind = _PLAIN.get(tag, tag)
        text = nfc(node.value)
        if kind == "str":
            return text
        if kind in ("bool", "null") and text.lower() in _WORDS:
            return _WORDS[text.lower()]
        if kind == "int" and _WHOLE.fullmatch(text):
            return int(text)
        if kind == "float" and _DECIMAL.fullmatch(text):
            return float(text)
        place = Place(self.name, node.start_mark.line + 1, written(path))
        self.mistakes.append(mistake("yaml-value", place, value=text))
        return None
