"""A file that a form holds: chosen by the reader, typed into the page, or carried along unchanged to the next page."""

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import PurePosixPath

from flask import request

from survey.errors import Refused

LONGEST_NAME = 100
UNNAMED = "bo-phieu.yaml"


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of a file and what its owner calls it."""

    data: bytes
    name: str

    @property
    def text(self) -> str:
        """What a page shows of it to be edited; nothing of what is no text."""
        try:
            shown = self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return ""
        return "" if "\0" in shown else shown

    @property
    def carried(self) -> str:
        """The bytes as a hidden field holds them: a browser changes the ends of lines of anything else."""
        return b64encode(self.data).decode()


def given_file() -> Given | None:
    """What the form holds: a file chosen goes before text typed, and that before a file carried along."""
    name = _name(request.form.get("name", ""))
    chosen = request.files.get("file")
    if chosen and chosen.filename:
        return Given(chosen.read(), _name(chosen.filename))
    typed = request.form.get("text", "")
    if typed.strip():
        return Given(typed.replace("\r\n", "\n").encode(), name)
    carried = request.form.get("carried", "")
    return Given(_decoded(carried), name) if carried else None


def needed(given: Given | None) -> Given:
    """The same; refuses (file-needed) where the form held none."""
    if given is None:
        raise Refused("file-needed")
    return given


def _name(given: str) -> str:
    """The last part of a name, whatever system it is from; it is shown and never opened."""
    last = PurePosixPath(given.replace("\\", "/")).name
    return "".join(mark for mark in last if mark.isprintable())[:LONGEST_NAME] or UNNAMED


def _decoded(carried: str) -> bytes:
    try:
        return b64decode(carried, validate=True)
    except binascii.Error as error:
        raise Refused("stale-form") from error
