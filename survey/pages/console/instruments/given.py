"""A file that a form holds with its media: chosen, typed into the page, or carried along unchanged to the next one."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from flask import request

from instruments.fingerprint import sha256
from survey.errors import Refused
from survey.pages.console.instruments.sent_files import plain_name, sent_files

UNNAMED: Final = "bo-phieu.yaml"
MOST_MEDIA: Final = 12_000_000
"""Bytes of pictures and audio together: carried along as text they fit a form of the largest size."""


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of a file, what its owner calls it, and the pictures and audio that came with it, by name."""

    data: bytes
    name: str
    media: Mapping[str, bytes] = field(default_factory=dict)

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

    @property
    def carried_media(self) -> list[str]:
        """The same of pictures and audio, each behind its name."""
        return [f"{name}:{b64encode(data).decode()}" for name, data in sorted(self.media.items())]

    @property
    def marks(self) -> dict[str, str]:
        """The SHA-256 of each of them."""
        return {name: sha256(data) for name, data in self.media.items()}


def held_file() -> Given | None:
    """What the form holds without the files chosen: text typed goes before a file carried along.

    Taken before these are looked at, so that a page that refuses them still has it.
    """
    name, media = plain_name(request.form.get("name", "")) or UNNAMED, _media_carried()
    typed, carried = request.form.get("text", ""), request.form.get("carried", "")
    if typed.strip():
        return Given(typed.replace("\r\n", "\n").encode(), name, media)
    return Given(_decoded(carried), name, media) if carried else None


def given_file(held: Given | None) -> Given | None:
    """The same with the files chosen, which go before it.

    Pictures and audio come to those carried along; a newer one takes the place of the one of its name.
    """
    chosen, media = sent_files()
    together = (dict(held.media) if held else _media_carried()) | media
    if sum(map(len, together.values())) > MOST_MEDIA:
        raise Refused("upload-too-large", {"most": MOST_MEDIA // 1_000_000})
    if chosen:
        return Given(chosen[1], chosen[0] or UNNAMED, together)
    return replace(held, media=together) if held else None


def needed(given: Given | None) -> Given:
    """The same; refuses (file-needed) where the form held none."""
    if given is None:
        raise Refused("file-needed")
    return given


def _media_carried() -> dict[str, bytes]:
    parted = (one.rpartition(":") for one in request.form.getlist("carried_media"))
    return {plain_name(name): _decoded(data) for name, _colon, data in parted}


def _decoded(carried: str) -> bytes:
    try:
        return b64decode(carried, validate=True)
    # Of what is no ASCII b64decode says ValueError, of the rest its child binascii.Error.
    except ValueError as error:
        raise Refused("stale-form") from error
