"""Settings, read once from the environment; every one is documented in docs/settings.md."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.x509 import load_pem_x509_certificates
from dotenv import dotenv_values

SHORTEST_SECRET = 32
LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


class SettingError(Exception):
    """A setting is missing or cannot be used; the text says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation decides from outside."""

    database_url: str
    secret_key: str
    public_url: str
    trusted_proxies: int
    font_directory: Path | None
    trust_roots: Path | None = None
    """A directory of PEM files: whose certificates are trusted on signed decisions."""

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine reaches the site."""
        return urlsplit(self.public_url).hostname in LOOPBACK


def read_settings(environment: Mapping[str, str] | None = None, home: Path | None = None) -> Settings:
    """The settings of `THUOCDO_*` variables, a `.env` beside the checkout counting where a variable is unset.

    Raises SettingError with one sentence.
    """
    home = home or Path.cwd()
    given = {**_dotenv(home), **(os.environ if environment is None else environment)}
    public_url = given.get("THUOCDO_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
    return Settings(
        database_url=given.get("THUOCDO_DATABASE_URL") or f"sqlite:///{home / 'var' / 'thuocdo.db'}",
        secret_key=_secret(given.get("THUOCDO_SECRET_KEY"), public_url, home),
        public_url=public_url,
        trusted_proxies=_count("THUOCDO_TRUSTED_PROXIES", given),
        font_directory=Path(fonts) if (fonts := given.get("THUOCDO_FONTS")) else None,
        trust_roots=_trust_roots(given.get("THUOCDO_TRUST_ROOTS")),
    )


def _trust_roots(given: str | None) -> Path | None:
    """A directory with at least one certificate: a mistyped one would trust nobody, or everybody."""
    if not given:
        return None
    files = sorted(Path(given).glob("*.pem"))
    if not files:
        raise SettingError(f"THUOCDO_TRUST_ROOTS names {given}, where no .pem file is: give the directory of them.")
    for file in files:
        try:
            load_pem_x509_certificates(file.read_bytes())
        except (ValueError, OSError) as error:
            raise SettingError(f"{file} holds no certificate that can be read: take it away or mend it.") from error
    return Path(given)


def _dotenv(home: Path) -> dict[str, str]:
    return {name: value for name, value in dotenv_values(home / ".env").items() if value is not None}


def _secret(given: str | None, public_url: str, home: Path) -> str:
    if not given:
        return _local_secret(public_url, home)
    if urlsplit(public_url).hostname not in LOOPBACK and len(given) < SHORTEST_SECRET:
        raise SettingError(
            f"THUOCDO_SECRET_KEY has {len(given)} characters, and {public_url} is open to others:"
            f" set a random value of {SHORTEST_SECRET} or more."
        )
    return given


def _local_secret(public_url: str, home: Path) -> str:
    """The key made for this machine alone; an address others can reach needs one of its own."""
    if urlsplit(public_url).hostname not in LOOPBACK:
        raise SettingError(
            f"THUOCDO_SECRET_KEY is not set, and {public_url} is open to others: set a long random value."
        )
    path = home / "var" / "secret-key"
    if not path.exists():
        _make_secret(path)
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < SHORTEST_SECRET:
        raise SettingError(f"{path} is cut short: put back the key of this installation, or delete it on a new one.")
    return secret


def _make_secret(path: Path) -> None:
    """Written whole under another name first: a process that dies leaves no half of a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as draft:
        draft.write(secrets.token_hex(32))
        draft.flush()
        os.fsync(draft.fileno())
        with suppress(FileExistsError):
            os.link(draft.name, path)


def _count(name: str, given: Mapping[str, str]) -> int:
    text = given.get(name, "0")
    if not (text.isascii() and text.isdigit()):
        raise SettingError(f"{name} is {text!r}; it must be a whole number, such as 1.")
    return int(text)
