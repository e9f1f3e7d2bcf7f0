"""Surveys put into others, for tests: the brand survey in shipped hosts, and small ones written in the test."""

from collections.abc import Mapping
from typing import NamedTuple

from instruments.catalogue import shipped
from instruments.embedding import Embedded, Pair, Wish, embed
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.source import read_source

BRAND = "thuong-hieu"
HOSTS: Mapping[str, Mapping[str, str]] = {
    "sipas-dan-cu": {"noi_o": "noi_cu_tru"},
    "ddci-dia-phuong": {"noi_o": "dia_phuong"},
    "ddci-so-nganh": {},
}
"""Shipped hosts of the brand survey, and which of their roles stand for its place of residence."""


class Survey(NamedTuple):
    """An instrument and the bytes of its file."""

    instrument: Instrument
    file: bytes


def survey(file: bytes) -> Survey:
    """The survey of a file without mistakes that forbid its use."""
    reading = read_instrument(file, "survey.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    return Survey(reading.instrument, file)


def put_into(
    host: bytes, module: bytes, roles: Mapping[str, str] | None = None, *, half: bool = False, code: str = "whole"
) -> Embedded:
    """One file put into another."""
    pair = Pair(survey(host).instrument, survey(module).instrument, Wish(code, "1", roles or {}, half))
    return embed(pair, read_source(module, "module.yaml"), "whole.yaml")


def with_brand(host: str, *, half: bool = False) -> Survey:
    """A shipped host with the brand survey inside."""
    made = put_into(shipped(host), shipped(BRAND), HOSTS[host], half=half)
    assert made.data is not None, [one.sentence() for one in made.mistakes]
    return survey(made.data)
