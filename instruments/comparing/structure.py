"""What differs between two versions beyond spelling: a form of one would ask something else, or of somebody else."""

from collections.abc import Iterator, Mapping
from typing import Final

from instruments.comparing.spelling import is_spelling
from instruments.model import Instrument

_SAID: Final = frozenset(
    {"version", "wording", "minutes", "number", "authority", "required", "sensitive", "opening", "cites"}
    | {"goalposts_source"}
)
"""Keys that neither an answer nor a figure rests on."""
_JUDGED: Final = frozenset({("index", "minimum"), ("index", "tiers"), ("index", "ties")})
"""Rules that may change between figures which stay comparable; comparing has a verdict for each."""
_READ: Final = frozenset({"title", "intro", "question", "hint", "low", "high"})
"""Words around an item that are read with it; comparing looks at the words of the item and of its answers."""
_LANGUAGE_LETTERS: Final = 2
Path = tuple[str, ...]


def unlike(before: Instrument, after: Instrument) -> tuple[str, ...]:
    """Places where two versions differ in more than spelling, such as `roles.desk.blocks.0`, sorted."""
    was, now = (dict(_leaves(one.model_dump(mode="json"), ())) for one in (before, after))
    return tuple(sorted(".".join(path) for path in was.keys() | now.keys() if not _alike(path, was, now)))


def _alike(path: Path, was: Mapping[Path, object], now: Mapping[Path, object]) -> bool:
    one, other = was.get(path), now.get(path)
    if _is_read(path[:-1]) and isinstance(one, str) and isinstance(other, str):
        return is_spelling(one, other)
    return one == other


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every plain value with the way to it; parts of a list are known by their code, so that order does not count."""
    if isinstance(value, Mapping):
        is_passed_over = _is_text(value) and not _is_read(path)
        parts = {} if is_passed_over else {str(key): part for key, part in value.items()}
    elif isinstance(value, list):
        parts = {_name(number, part): part for number, part in enumerate(value)}
    else:
        yield path, value
        return
    for name, part in parts.items():
        if not _is_said((*path, name)):
            yield from _leaves(part, (*path, name))


def _is_text(value: Mapping[object, object]) -> bool:
    return all(
        isinstance(words, str) and isinstance(language, str) and len(language) == _LANGUAGE_LETTERS
        for language, words in value.items()
    )


def _is_read(path: Path) -> bool:
    return len(path) > 1 and path[0] in {"roles", "sections"} and path[-1] in _READ


def _name(number: int, part: object) -> str:
    return str(part["code"]) if isinstance(part, Mapping) and "code" in part else str(number)


def _is_said(path: Path) -> bool:
    is_source_of_item = path[-1] == "source" and path[0] == "sections"
    return path[-1] in _SAID or path[:2] in _JUDGED or is_source_of_item
