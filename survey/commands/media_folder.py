"""The folder of pictures and audio beside an instrument file: `my-survey.media` beside `my-survey.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from instruments.fingerprint import sha256
from instruments.media import LARGEST, files_named
from instruments.model import Instrument
from survey.commands.refusing import Sentence

SUFFIX = ".media"
_ENOUGH = max(LARGEST.values()) + 1
"""Of a larger file nothing more is read: it is refused anyway."""


class MediaFolder(Mapping[str, bytes]):
    """The files of a folder by name, read when they are asked for; a folder that is not there holds none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __getitem__(self, name: str) -> bytes:
        """The bytes of a file of the folder itself; KeyError for any other name."""
        file = self.path / name
        if file.parent != self.path or not file.is_file():
            raise KeyError(name)
        with file.open("rb") as opened:
            return opened.read(_ENOUGH)

    def __iter__(self) -> Iterator[str]:
        """The names of its files."""
        there = self.path.iterdir() if self.path.is_dir() else ()
        return iter(sorted(file.name for file in there if file.is_file()))

    def __len__(self) -> int:
        """How many files it holds."""
        return sum(1 for _name in self)


def media_beside(file: str | Path) -> MediaFolder:
    """The folder beside a file; shipped instruments, which are named by a code, have none."""
    return MediaFolder(Path(file).with_suffix(SUFFIX))


def gathered(instrument: Instrument, sources: Iterable[str]) -> dict[str, bytes]:
    """The files that an instrument made from others names, as they lie beside those; refuses two of one name."""
    found: dict[str, bytes] = {}
    for folder in map(media_beside, sources):
        for name in sorted({one.name for one in files_named(instrument)} & set(folder)):
            if found.setdefault(name, folder[name]) != folder[name]:
                raise Sentence(f"Both folders have a file {name}, and they differ: give one of them another name.")
    return found


def lay_beside(file: Path, media: Mapping[str, bytes]) -> None:
    """Writes files into the folder beside an instrument file, which is made where there is anything to lay in it."""
    folder = file.with_suffix(SUFFIX)
    for name, data in media.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def marks_beside(file: str, instrument: Instrument) -> dict[str, str]:
    """The SHA-256 of each file that an instrument names, as far as they lie beside it."""
    folder, names = media_beside(file), {one.name for one in files_named(instrument)}
    return {name: sha256(folder[name]) for name in sorted(names) if name in folder}
