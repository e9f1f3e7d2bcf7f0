"""The smallest pictures and sounds of each kind, made byte by byte for the tests."""

import struct
import zlib


def png(width: int = 2, height: int = 1, grey: int = 128) -> bytes:
    """A grey picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([grey]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def mp3(frames: int = 4) -> bytes:
    """Silence: frames of MPEG 1 Layer III, 32 kbit/s at 44.1 kHz in one channel, 104 bytes each."""
    return (b"\xff\xfb\x10\xc4" + bytes(100)) * frames


OGG = b"OggS\0\x02" + bytes(22)
M4A = b"\0\0\0\x18ftypM4A \0\0\0\0" + bytes(8)
AAC = b"\xff\xf1\x50\x80\x01\x7f\xfc"
