"""One instrument put into another, as a file of both."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, Unpack

import click

from instruments.answering_time import minutes_to_answer
from instruments.embedding import Pair, Wish, embed
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.source import read_source
from survey.commands.instrument_file import instrument_file, readable_instrument
from survey.commands.media_folder import gathered, lay_beside
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, json_option

_LONGEST_CODE, _LONGEST_VERSION = 40, 20


class Wished(TypedDict):
    """The options of `instrument embed` that say what the new file shall be."""

    code: str | None
    version: str | None
    roles: tuple[str, ...]
    half: bool


@click.command("embed")
@click.argument("host")
@click.argument("module")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--code", help="Code of the new instrument; HOST-MODULE where not given.")
@click.option("--version", help="Its version; those of both joined by + where not given.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="MODULE_ROLE=HOST_ROLE",
    help="A role of the module that a role of the host stands for, not asked again; may be given more than once.",
)
@click.option("--half", is_flag=True, help="Ask the module of a random half: a split ballot with the forms a and b.")
@json_option
def embed_module(host: str, module: str, output: Path, *, as_json: bool, **wished: Unpack[Wished]) -> None:
    """Put a module into a host survey: one file of both, their figures side by side.

    What the host asks and counts stays as it is. Sections of the module marked `opening` come before everything, the
    others after the host's scored part. Nothing is written where something does not fit.

    Example: thuocdo instrument embed sipas-dan-cu thuong-hieu --role noi_o=noi_cu_tru --half -o sipas-thuong-hieu.yaml
    """
    if output.exists():
        raise Sentence(f"{output} exists already: name another file with --output, or remove it.")
    pair = _pair(readable_instrument(host), readable_instrument(module), wished)
    made = embed(pair, read_source(*instrument_file(module)), output.name)
    if made.data is None:
        reasons = "".join(f"\n  {one.sentence()}" for one in made.mistakes)
        raise Sentence(f"Nothing was written, {module} does not fit into {host}:{reasons}")
    whole = read_instrument(made.data, output.name).instrument
    media = gathered(whole, (host, module)) if whole else {}
    output.write_bytes(made.data)
    lay_beside(output, media)
    minutes = minutes_to_answer(whole) if whole else None
    record = {"file": output, "code": pair.wish.code, "version": pair.wish.version, "minutes": minutes}
    lines = [
        *(one.sentence() for one in made.mistakes),
        f"{output} is written ({pair.wish.code} {pair.wish.version}): answering takes about {minutes} min.",
    ]
    answer(record, lines, as_json=as_json)


def _pair(host: Instrument, module: Instrument, wished: Wished) -> Pair:
    code = wished["code"] or f"{host.code}-{module.code}"[:_LONGEST_CODE].rstrip("-")
    version = wished["version"] or f"{host.version}+{module.version}"
    if len(version) > _LONGEST_VERSION:
        raise Sentence(f"The version “{version}” is longer than {_LONGEST_VERSION} characters: give --version.")
    return Pair(host, module, Wish(code, version, _roles(wished["roles"]), wished["half"]))


def _roles(given: Iterable[str]) -> dict[str, str]:
    roles: dict[str, str] = {}
    for pair in given:
        role, equals, other = pair.partition("=")
        if not (role and equals and other):
            raise Sentence(f"--role {pair} is no pair: write MODULE_ROLE=HOST_ROLE.")
        if role in roles:
            raise Sentence(f"--role gives “{role}” twice: leave one of them out.")
        roles[role] = other
    return roles
