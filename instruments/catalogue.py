"""The instruments that come with the product, as the bytes of their files."""

from importlib.resources import files

_SUFFIX = ".yaml"


def shipped_codes() -> tuple[str, ...]:
    """Codes of the shipped instruments, in order."""
    library = files("instruments") / "library"
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in library.iterdir() if path.name.endswith(_SUFFIX)))


def shipped(code: str) -> bytes:
    """The file of a shipped instrument; KeyError for a code that is not shipped."""
    if code not in shipped_codes():
        raise KeyError(code)
    return (files("instruments") / "library" / f"{code}{_SUFFIX}").read_bytes()


def starter() -> bytes:
    """A small instrument to start a new one from."""
    return (files("instruments") / "starter.yaml").read_bytes()
