"""The reference of all keys, made from what the model says of each and from an example file that can be used."""

import io
import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from pydantic import BaseModel
from ruamel.yaml import YAML

from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.schema import json_schema

EXAMPLE: Final = "example.yaml"
OTHERWISE: Final = "example_otherwise.yaml"
"""A second instrument, for keys that cannot stand beside their alternative in the first."""
ORDER: Final = (
    *("Instrument", "Role", "Loop", "Scale", "Option", "Section", "Item", "Picture"),
    *("Index", "Node", "Indicator", "Base", "GoalpostsFrom", "Block", "Tier", "Target"),
    *("FormOfPublication", "Minimum", "Missing"),
)
"""The parts of an instrument from the whole to the smallest."""
_CONDITION: Final = "when"
_LONGEST: Final = 110
_WIDE: Final = 10_000


def example_file(name: str = EXAMPLE) -> bytes:
    """One of two instruments without a mistake that use every key between them."""
    return (files("instruments") / name).read_bytes()


def reference() -> str:
    """Markdown with a table for each part: key, meaning, and the first example of it in the example file."""
    schema = json_schema()
    definitions: Any = schema["$defs"]
    parts: dict[str, Any] = {"Instrument": schema, **definitions}
    shown = _examples()
    return "\n".join(_section(name, parts[name], shown) for name in ORDER)


def _section(name: str, part: dict[str, Any], shown: dict[tuple[str, str], str]) -> str:
    required = set(part.get("required", ()))
    rows = [
        f"| `{key}`{' *' if key in required else ''} | {about['description']} | {_code(shown.get((name, key)))} |"
        for key, about in part["properties"].items()
    ]
    return "\n".join(
        (f"### {name}\n", f"{part['description']}\n", "| key | meaning | example |", "| --- | --- | --- |", *rows, "")
    )


def _code(example: str | None) -> str:
    if example is None:
        return ""
    return f"`{example.replace('|', chr(92) + '|')}`"


def _examples() -> dict[tuple[str, str], str]:
    """The first example of each part and key, as it would stand in a file."""
    found: dict[tuple[str, str], str] = {}
    for part in chain(*(_parts(_example(name)) for name in (EXAMPLE, OTHERWISE))):
        values = part.model_dump(mode="json", exclude_unset=True)
        for key, value in values.items():
            found.setdefault((type(part).__name__, key), _line(key, value))
    return found


def _example(name: str) -> Instrument:
    instrument = read_instrument(example_file(name), name).instrument
    if instrument is None:
        raise ValueError(f"{name} is no instrument")
    return instrument


def _parts(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _parts(one)


def _line(key: str, value: object) -> str:
    line = f"{key}: {_written(key, _plain(value))}"
    if len(line) <= _LONGEST:
        return line
    return f"{key}: […]" if isinstance(value, list) else f"{key}: {{…}}"


def _written(key: str, value: object) -> str:
    """A value on one line of YAML; a condition as JSON, whose quotes its operators need."""
    if key == _CONDITION:
        return json.dumps(value, ensure_ascii=False)
    writer = YAML(typ="safe")
    writer.default_flow_style = True
    writer.allow_unicode = True
    writer.width = _WIDE
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment] # its annotation knows None alone
    stream = io.StringIO()
    writer.dump({key: value}, stream)
    return stream.getvalue().strip().removeprefix("{").removesuffix("}").partition(": ")[2]


def _plain(value: object) -> object:
    """Whole numbers without a decimal point, as people write them."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value
