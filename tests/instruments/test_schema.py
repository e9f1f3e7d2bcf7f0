"""The JSON Schema and the documentation say the same as the model."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from instruments.reading import read_instrument
from instruments.reference import EXAMPLE, OTHERWISE, example_file, reference
from instruments.schema import json_schema

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "instruments.md"


def parts() -> dict[str, dict[str, Any]]:
    schema: dict[str, Any] = json_schema()
    return {"Instrument": schema, **schema["$defs"]}


def test_the_schema_names_its_dialect_and_lets_nothing_unknown_pass() -> None:
    """An editor warns of a misspelt key."""
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(part["additionalProperties"] is False for part in parts().values())


def test_every_key_is_described() -> None:
    """Whoever hovers over a key reads what it does."""
    undescribed = [
        f"{name}.{key}"
        for name, part in parts().items()
        for key, value in part["properties"].items()
        if not value.get("description")
    ]
    assert undescribed == []


def test_the_reference_in_the_documentation_is_that_of_the_model() -> None:
    """Each key stands there with the description of the model and an example; `instrument reference` prints it."""
    assert reference() in DOCUMENTATION.read_text(encoding="utf-8")


def test_the_files_of_examples_have_no_mistake_and_use_every_key() -> None:
    """What stands beside a key in the documentation can be copied as it is."""
    for name in (EXAMPLE, OTHERWISE):
        assert read_instrument(example_file(name), name).mistakes == ()
    shown = reference()
    assert [key for part in parts().values() for key in part["properties"] if f"`{key}: " not in shown] == []


def test_the_example_in_the_documentation_is_sound() -> None:
    """What a newcomer copies is read without a word."""
    from_page = re.search(r"```yaml\n(code: .*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)
    assert from_page
    reading = read_instrument(from_page.group(1).encode(), "docs/instruments.md")
    assert [one.sentence() for one in reading.mistakes] == []


def test_the_vectors_are_packaged() -> None:
    """The browser's tests read the same file."""
    assert (files("instruments") / "vectors" / "conditions.json").is_file()
