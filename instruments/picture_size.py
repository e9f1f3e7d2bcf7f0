"""Width and height of a PNG, JPEG or WebP picture, read from its first bytes."""

from types import MappingProxyType
from typing import Final

Size = tuple[int, int]
PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
_MARK: Final = 0xFF
"""Stands before the kind of each segment of a JPEG, and may stand there more than once."""
_WEBP_HEAD: Final = 30
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Segments of a JPEG that tell its size: starts of frames, not the tables between them."""


def size_of(data: bytes) -> Size | None:
    """Pixels across and down; None for whatever is no picture of these kinds, or a broken one."""
    size = None
    if data.startswith(PNG) and data[12:16] == b"IHDR":
        size = _pair(data[16:24], 4)
    elif data.startswith(JPEG):
        size = _jpeg(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        size = _webp(data)
    return size if size and all(size) else None


def _pair(data: bytes, width: int) -> Size | None:
    """Two numbers of so many bytes each, the greatest byte first."""
    if len(data) != 2 * width:
        return None
    return int.from_bytes(data[:width], "big"), int.from_bytes(data[width:], "big")


def _jpeg(data: bytes) -> Size | None:
    """Walks from segment to segment (ISO/IEC 10918-1, B.1.1) to the first start of a frame."""
    place = 2
    while place + 4 <= len(data) and data[place] == _MARK:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in _FRAMES:
            found = _pair(data[place + 5 : place + 9], 2)
            return (found[1], found[0]) if found else None
        place += 1 if marker == _MARK else 2 + length
    return None


def _webp(data: bytes) -> Size | None:
    """The three forms of a WebP (RFC 9649): lossy, lossless, and extended."""
    if len(data) < _WEBP_HEAD:
        return None
    form = data[12:16]
    return _WEBP[form](data) if form in _WEBP else None


def _lossy(data: bytes) -> Size:
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _lossless(data: bytes) -> Size:
    bits = int.from_bytes(data[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _extended(data: bytes) -> Size:
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1


_WEBP: Final = MappingProxyType({b"VP8 ": _lossy, b"VP8L": _lossless, b"VP8X": _extended})
