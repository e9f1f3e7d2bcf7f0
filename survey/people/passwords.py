"""Passwords: long enough, none that is tried first, changed by the person alone."""

from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy.orm import Session
from zxcvbn import zxcvbn

from instruments.vietnamese import folded, nfc
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person
from survey.records import Account

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
HASHER = PasswordHasher()
_HOUSE = ("thuocdo", "quangninh", "halong", "sipas", "ddci", "matkhau", "noivu", "sonoivu", "ubnd")
"""Words of this house, which a stranger tries early."""
_LEAST_SCORE = 2
"""Of 4: more than a hundred million guesses by somebody who knows what people choose."""
_LOOKED_AT = 72
"""Letters that are estimated; what is longer is strong by its length."""


def check_password(name: str, password: str) -> None:
    """Refuses a password of the wrong length, and one that stands on lists of breached ones or is made of such words.

    The lists come with the library, so that nothing leaves the house (zxcvbn: Wheeler 2016, USENIX Security).
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Refused("password-length", {"shortest": SHORTEST_PASSWORD, "longest": LONGEST_PASSWORD})
    plain = folded(nfc(password))
    written = plain, "".join(filter(str.isalnum, plain))
    known = [folded(name), *_HOUSE]
    if min(zxcvbn(one[:_LOOKED_AT], user_inputs=known)["score"] for one in written) < _LEAST_SCORE:
        raise Refused("password-common")


def change_password(tx: Session, person: Person, old: str, new: str, now: datetime) -> None:
    """Sets the person's own password; refuses (`password-old`) without the present one."""
    account = tx.get_one(Account, person.number, with_for_update=True)
    if not fits(account.password, old):
        raise Refused("password-old")
    check_password(account.name, new)
    if fits(account.password, new):
        raise Refused("password-same")
    account.password, account.password_due = HASHER.hash(nfc(new)), False
    record(tx, person.number, "password_changed", {}, now)


def fits(kept: str, password: str) -> bool:
    """Whether a password is the one whose hash is kept."""
    try:
        return HASHER.verify(kept, nfc(password[: LONGEST_PASSWORD + 1]))
    except VerificationError:
        return False
