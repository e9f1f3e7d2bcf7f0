"""Instruments: the shape of their files, their mistakes, what they ask, and what is issued."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from instruments.answering_time import minutes_to_answer
from instruments.catalogue import starter
from instruments.comparing import Comparison, compare
from instruments.fingerprint import fingerprint, printed
from instruments.mistakes import Mistake, errors
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.reference import reference
from instruments.schema import json_schema
from survey.commands.embedding import embed_module
from survey.commands.instrument_file import instrument_file, readable_instrument
from survey.commands.issuing import issue, list_all
from survey.commands.media_folder import gathered, lay_beside, marks_beside, media_beside
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, columns, json_option

LANGUAGE = click.option("--language", type=click.Choice(["vi", "en"]), default="en", show_default=True)
_VERDICTS = {
    "vi": {"comparable": "so sánh được", "with_care": "so sánh thận trọng", "not_comparable": "không so sánh được"},
    "en": {"comparable": "comparable", "with_care": "with care", "not_comparable": "not comparable"},
}
_ERRATUM = {
    "vi": "Bản sau có thể thay bản trước trong đợt đang mở (đính chính).",
    "en": "The newer version may replace the older one in an open wave, as an erratum.",
}
_TIME = {
    "vi": "Thời gian trả lời: khoảng {estimate} phút; phiếu báo {told} phút.",
    "en": "Time to answer: about {estimate} min; the form says {told} min.",
}
_FORBIDDEN = {
    "vi": "{name} chưa dùng được, số lỗi: {count}. Hãy sửa rồi kiểm tra lại.",
    "en": "Mistakes that forbid the use of {name}: {count}. Mend them and lint again.",
}
_ISSUABLE = {"vi": "{name} ban hành được.", "en": "{name} can be issued."}
_NO_CHANGE = {"vi": "Không có thay đổi nào về điều được hỏi và được tính.", "en": "Nothing asked or counted differs."}


@click.group(cls=Noun)
def instrument() -> None:
    """Questionnaires and the index computed from them.

    A file is named by its path, a shipped or issued instrument by its code.

    Example: thuocdo instrument list
    """


@instrument.command()
def schema() -> None:
    """Print the JSON Schema of an instrument file, for an editor that checks while you type.

    Example: thuocdo instrument schema > instrument.schema.json
    """
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@instrument.command(name="reference")
def reference_page() -> None:
    """Print every key with its meaning and an example, as Markdown.

    Example: thuocdo instrument reference | less
    """
    click.echo(reference(), nl=False)


@instrument.command()
@click.argument("code")
@click.option("--like", help="A file or a shipped or issued instrument to start from; without it, a small example.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The file to write; CODE.yaml where not given.")
def new(code: str, like: str | None, output: str | None) -> None:
    """Begin an instrument: write a file that is whole and without mistakes, to be changed from there.

    Example: thuocdo instrument new cong-xa-2027 --like sipas-giao-dich
    """
    path = Path(output or f"{code}.yaml")
    if path.exists():
        raise Sentence(f"{path} exists already: name another file with --output, or remove it.")
    data, name = instrument_file(like) if like else (starter(), "starter.yaml")
    begun = re.sub(rb"^code: .*$", f"code: {code}".encode(), data, count=1, flags=re.MULTILINE)
    reading = read_instrument(begun, str(path))
    wrong = errors(reading.mistakes)
    if wrong:
        raise Sentence(f"Nothing was written from {name}: {wrong[0].sentence()}")
    path.write_bytes(begun)
    if like and reading.instrument:
        lay_beside(path, gathered(reading.instrument, (like,)))
    click.echo(f"{path} is written: change it, and check it with `thuocdo instrument lint {path}`.")


@instrument.command()
@click.argument("before")
@click.argument("after")
@LANGUAGE
@json_option
def diff(before: str, after: str, language: str, *, as_json: bool) -> None:
    """Say what changed from one instrument to another, and which figures can still be compared.

    Example: thuocdo instrument diff sipas-giao-dich my-survey.yaml --language vi
    """
    old, new = readable_instrument(before), readable_instrument(after)
    found = compare(old, new, (marks_beside(before, old), marks_beside(after, new)))
    answer(_comparison(found, language), _changes(found, language), as_json=as_json)


@instrument.command()
@click.argument("file")
@LANGUAGE
@json_option
def lint(file: str, language: str, *, as_json: bool) -> None:
    """Name every mistake of an instrument file with its line, the reason and the remedy.

    Warnings are of survey practice and do not forbid its use; the last lines tell how long answering takes.

    Example: thuocdo instrument lint my-survey.yaml
    """
    data, name = instrument_file(file)
    reading = read_instrument(data, name, media_beside(file))
    found, wrong = reading.mistakes, errors(reading.mistakes)
    lines = [*(one.sentence(language) for one in found), *_time(reading.instrument, language)]
    answer([_mistake(one) for one in found], lines, as_json=as_json)
    if wrong:
        raise Sentence(_FORBIDDEN[language].format(name=name, count=len(wrong)))
    if not as_json:
        click.echo(_ISSUABLE[language].format(name=name))


@instrument.command()
@click.argument("file")
@json_option
def show(file: str, *, as_json: bool) -> None:
    """Show what an instrument asks, section by section.

    Example: thuocdo instrument show sipas-giao-dich
    """
    shown = readable_instrument(file)
    record = {"fingerprint": fingerprint(shown), **shown.model_dump(mode="json", exclude_none=True)}
    answer(record, _outline(shown), as_json=as_json)


instrument.add_command(embed_module)
instrument.add_command(issue)
instrument.add_command(list_all)


def _time(read: Instrument | None, language: str) -> Iterator[str]:
    if read:
        yield _TIME[language].format(estimate=minutes_to_answer(read), told=read.minutes)


def _mistake(one: Mistake) -> dict[str, object]:
    names = ("code", "severity", "file", "line", "path", "message", "remedy")
    return {name: getattr(one, name) for name in names}


def _changes(found: Comparison, language: str) -> Iterator[str]:
    words = _VERDICTS[language]
    if not found.changes:
        yield _NO_CHANGE[language]
    yield from (f"{one.sentence(language)} [{words[one.verdict]}]" for one in found.changes)
    yield ""
    yield from columns((one.node, words[one.verdict]) for one in found.nodes) if found.nodes else ()
    if found.is_erratum:
        yield _ERRATUM[language]


def _comparison(found: Comparison, language: str) -> dict[str, object]:
    return {
        "is_erratum": found.is_erratum,
        "changes": [{**asdict(one), "verdict": one.verdict, "words": one.sentence(language)} for one in found.changes],
        "nodes": [
            {"node": one.node, "verdict": one.verdict, "because": [change.sentence(language) for change in one.because]}
            for one in found.nodes
        ],
    }


def _outline(shown: Instrument) -> Iterator[str]:
    yield f"{shown.title['vi']} ({shown.code} {shown.version}, {shown.wording} wording)"
    yield f"fingerprint {printed(fingerprint(shown))}"
    for section in shown.sections:
        yield f"\n{section.title['vi']}"
        yield from (f"  {item.number or item.code:>6}  {item.text['vi']}" for item in section.items)
