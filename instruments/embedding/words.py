"""What the file of both says of itself: its name in lists, its source, and the note under every result."""

from collections.abc import Mapping

from instruments.embedding.pair import Pair
from instruments.index import Index
from instruments.model import Instrument

Words = Mapping[str, str]
_INSIDE: Words = {"vi": "; ghép thêm {name} ({code} {version}): ", "en": "; with {name} ({code} {version}) inside: "}
_BESIDE: Words = {
    "vi": "Phiếu gồm thêm phần {name} ({code} {version}){half}; số đo của phần này đứng riêng, không tính vào chỉ số.",
    "en": "Inside is {name} ({code} {version}){half}; its figures stand beside the index and do not count in it.",
}
_HALF: Words = {"vi": ", hỏi một nửa số phiếu chọn ngẫu nhiên", "en": ", asked of a random half"}


def short_title_of(pair: Pair) -> dict[str, str]:
    """Both names, as lists show them."""
    return {one: f"{_in(pair.host.short_title, one)} + {_in(pair.module.short_title, one)}" for one in _languages(pair)}


def source_of(pair: Pair) -> dict[str, str]:
    """What each of the two follows."""
    host, module = pair.host, pair.module
    return {
        one: _in(host.source, one) + _named(_INSIDE, module, one) + _in(module.source, one) for one in _languages(pair)
    }


def note_of(pair: Pair, host: Index, module: Index) -> dict[str, str]:
    """The note of the host, what was put into it, and the note of the module."""
    return {one: " ".join(filter(None, _sentences(pair, (host, module), one))) for one in _languages(pair)}


def _sentences(pair: Pair, notes: tuple[Index, Index], language: str) -> tuple[str, ...]:
    before, after = (_in(one.note, language) if one.note else "" for one in notes)
    half = _in(_HALF, language) if pair.wish.half else ""
    return before, _named(_BESIDE, pair.module, language, half), after


def _named(words: Words, module: Instrument, language: str, half: str = "") -> str:
    name = _in(module.short_title, language)
    return _in(words, language).format(name=name, code=module.code, version=module.version, half=half)


def _languages(pair: Pair) -> tuple[str, ...]:
    """Those of the host, as far as the words of this file go."""
    return tuple(one for one in pair.host.languages if one in _INSIDE) or pair.host.languages[:1]


def _in(text: Words, language: str) -> str:
    return text.get(language) or next(iter(text.values()))
