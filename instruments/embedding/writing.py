"""Writes an instrument as YAML that people read and change: one thing a line, Vietnamese first."""

import io
from collections.abc import Mapping
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from instruments.embedding.pair import Pair
from instruments.fingerprint import fingerprint, printed
from instruments.model import Instrument

_WIDE: Final = 10_000
"""A sentence stays on its line."""
_APART: Final = frozenset({"roles", "scales", "sections", "index"})
"""Keys that an empty line stands before."""
_CONDITION: Final = "when"
_FIRST: Final = "vi"


def written(instrument: Instrument, pair: Pair) -> bytes:
    """The file of an instrument that was made of two, with a comment on top that says so."""
    values = instrument.model_dump(mode="json", exclude_unset=True)
    parts = (
        f"{chr(10) if key in _APART else ''}{_dumped(key, value)}" for key, value in values.items() if _says(value)
    )
    return "".join((*_comment(pair), *parts)).encode()


def _comment(pair: Pair) -> tuple[str, ...]:
    host, module = (
        f"{one.code} {' '.join(one.version.split())} ({printed(fingerprint(one))})" for one in (pair.host, pair.module)
    )
    half = ("", "")
    if pair.wish.half:
        half = (", chỉ hỏi một nửa số phiếu (mẫu a)", ", asked of a random half (form a)")
    return (
        f"# Ghép {module} vào {host}{half[0]}.\n",
        f"# {module} put into {host}{half[1]}: `thuocdo instrument embed`.\n",
    )


def _dumped(key: str, value: object) -> str:
    writer = YAML(typ="rt")
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = _WIDE
    writer.brace_single_entry_mapping_in_flow_sequence = True
    writer.allow_unicode = True
    stream = io.StringIO()
    writer.dump({key: _shown(value, in_line=False)}, stream)
    return stream.getvalue()


def _shown(value: object, *, in_line: bool) -> object:
    """The value as it is written: conditions and lists of plain values on one line, nothing empty."""
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key != _FIRST)
        shown = CommentedMap()
        for key in keys:
            if in_line or _says(value[key]):
                shown[_key(key)] = _shown(value[key], in_line=in_line or key == _CONDITION)
        return _set(shown, in_line=in_line)
    if isinstance(value, list):
        is_plain = not any(isinstance(part, Mapping | list) for part in value)
        return _set(CommentedSeq(_shown(part, in_line=in_line) for part in value), in_line=in_line or is_plain)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _set(shown: CommentedMap | CommentedSeq, *, in_line: bool) -> CommentedMap | CommentedSeq:
    (shown.fa.set_flow_style if in_line else shown.fa.set_block_style)()
    return shown


def _key(key: str) -> str | int:
    """Codes of answers as the numbers they are."""
    return int(key) if key.isdecimal() else key


def _says(value: object) -> bool:
    """Whether a value says anything: what is left out and what is empty mean the same."""
    return value is not None and value not in ([], {})
