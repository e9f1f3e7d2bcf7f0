"""What the parser of YAML says in English of a line it cannot read, in the words of those who write files."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ruamel.yaml.error import MarkedYAMLError

Words = Mapping[str, str]

_PROBLEMS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "mapping values are not allowed": {
            "vi": "dấu hai chấm ở đây không đúng chỗ; lời có dấu hai chấm phải đặt trong ngoặc kép",
            "en": "a colon stands here in a wrong place; text that holds one must be in quotes",
        },
        "could not find expected ':'": {"vi": "thiếu dấu hai chấm sau tên khóa", "en": "a key lacks its colon"},
        "expected ',' or ']'": {"vi": "dấu [ chưa có dấu ]", "en": "a [ lacks its ]"},
        "expected ',' or '}'": {"vi": "dấu { chưa có dấu }", "en": "a { lacks its }"},
        "cannot start any token": {
            "vi": "có dấu tab, hoặc có dấu phải đặt trong ngoặc kép như @ % `",
            "en": "there is a tab, or a mark that must stand in quotes such as @ % `",
        },
        "expected <block end>": {
            "vi": "số dấu cách đầu dòng không khớp với các dòng trên, hoặc có chữ sau ngoặc kép",
            "en": "the line is not indented as those above it, or text follows a quotation mark",
        },
        "sequence entries are not allowed": {
            "vi": "dấu gạch ngang ở đây không đúng chỗ",
            "en": "a dash stands here in a wrong place",
        },
        "unexpected end of stream": {"vi": "ngoặc kép chưa đóng", "en": "a quotation mark is not closed"},
        "unknown escape character": {
            "vi": "dấu \\ trong ngoặc kép; viết \\\\ nếu muốn có dấu này",
            "en": "there is a \\ inside quotes; write \\\\ where it is meant",
        },
        "undefined alias": {"vi": "dấu * phải đặt trong ngoặc kép", "en": "a * must stand in quotes"},
        "expected alphabetic or numeric": {
            "vi": "dấu * hoặc & phải đặt trong ngoặc kép",
            "en": "a * or & must stand in quotes",
        },
        "expected a single document": {
            "vi": "tệp có nhiều phần cách nhau bằng dấu ---",
            "en": "the file holds several documents parted by ---",
        },
        "special characters are not allowed": {
            "vi": "tệp có ký tự điều khiển",
            "en": "the file holds a control character",
        },
    }
)
"""By a part of the parser's sentence; hands break files so."""
_UNREAD: Final[Words] = MappingProxyType({"vi": "dòng này sai quy tắc", "en": "the line breaks its rules"})


def problem_words(error: Exception) -> Words:
    """The problem in Vietnamese and English; where it is none of the common ones, that the line breaks the rules."""
    said = " ".join(filter(None, (error.problem, error.context))) if isinstance(error, MarkedYAMLError) else str(error)
    return next((words for part, words in _PROBLEMS.items() if part in said), _UNREAD)
