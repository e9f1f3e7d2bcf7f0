"""Joins the modules of the form's script into one file, so that a slow line fetches once."""

import re
from importlib.resources import files

MODULES = (
    "route",
    "choosing",
    "draft",
    "send",
    "fields",
    "pickers",
    "ticks",
    "panels",
    "errors",
    "nav",
    "begun",
    "sending",
    "clearing",
    "loops",
    "way",
    "blanks",
    "steps",
)
"""In the order in which they lean on each other."""
MEDIA = "media"
_IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(//.*|/\*\*.*\*/)\n", re.MULTILINE)


def form_script(*, has_media: bool) -> str:
    """All modules as one: their imports, comments and the word `export` taken out; their names are distinct.

    What pictures and audio need comes last, and only where there are any.
    """
    return "".join(map(_bare, (*MODULES, *((MEDIA,) if has_media else ()))))


def form_style(*, has_media: bool) -> str:
    """The form's style sheet."""
    return _source("form.css") + (_source(f"{MEDIA}.css") if has_media else "")


def _bare(module: str) -> str:
    text = _source(f"{module}.js")
    for pattern in (_IMPORT, _EXPORT, _COMMENT):
        text = pattern.sub("", text)
    return text


def _source(name: str) -> str:
    return (files("survey") / "static" / "respond" / name).read_text(encoding="utf-8")
