"""The device that shows a code every half minute: taken on, checked, taken off; and codes for the day it is lost."""

import secrets
from dataclasses import dataclass
from datetime import datetime

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.people.roles import Person
from survey.records import Account, CodeDevice, RecoveryCode

ISSUER = "Thước đo"
STEP_SECONDS = 30
CODES = 10
LONGEST_CODE = 40
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LETTERS = 10
_PURPOSE = "code-device"
_EARLIER, _LATER = -1, 1
"""Half minutes that a clock may be wrong."""


@dataclass(frozen=True, slots=True)
class NewDevice:
    """What a device is told once: the secret to type, and the same as an address for a picture."""

    secret: str
    address: str


def has_second_factor(tx: Session, account: int) -> bool:
    """Whether the account has a device that was confirmed."""
    device = tx.get(CodeDevice, account)
    return device is not None and device.confirmed


def offer_device(tx: Session, person: Person, keys: Keys) -> NewDevice:
    """A secret for a new device, kept until it is confirmed; refuses (`device-there`) where one is in use.

    Asked again before it is confirmed, or twice at once, it offers the same secret: no picture is spoiled.
    """
    tx.get_one(Account, person.number, with_for_update=True)
    device = tx.get(CodeDevice, person.number)
    if device is not None and device.confirmed:
        raise Refused("device-there")
    if device is None:
        sealed = keys.seal(_PURPOSE, pyotp.random_base32().encode())
        device = CodeDevice(account=person.number, secret=sealed)
        tx.add(device)
        tx.flush()
    secret = _secret(device, keys)
    return NewDevice(secret, pyotp.TOTP(secret).provisioning_uri(name=person.name, issuer_name=ISSUER))


def confirm_device(tx: Session, person: Person, code: str, now: datetime, keys: Keys) -> tuple[str, ...]:
    """Takes the device on, once it shows the right code; the recovery codes, which are shown this once."""
    device = tx.get(CodeDevice, person.number, with_for_update=True)
    if device is None:
        raise Refused("device-none")
    if device.confirmed:
        raise Refused("device-there")
    _take_code(device, code, now, keys)
    device.confirmed = True
    codes = _fresh_codes(tx, person.number)
    record(tx, person.number, "device_added", {}, now)
    return codes


def renew_codes(tx: Session, person: Person, now: datetime) -> tuple[str, ...]:
    """New recovery codes; those before are worth nothing any more."""
    if not has_second_factor(tx, person.number):
        raise Refused("device-none")
    codes = _fresh_codes(tx, person.number)
    record(tx, person.number, "recovery_codes_made", {}, now)
    return codes


def remove_device(tx: Session, account: int, now: datetime, actor: int | None) -> None:
    """Takes the device and the codes off an account; refuses (`device-none`) where there is none."""
    if not has_second_factor(tx, account):
        raise Refused("device-none")
    tx.execute(delete(CodeDevice).where(CodeDevice.account == account))
    tx.execute(delete(RecoveryCode).where(RecoveryCode.account == account))
    record(tx, actor, "device_removed", {"account": account}, now)


def codes_left(tx: Session, account: int) -> int:
    """Recovery codes that can still be used."""
    return tx.scalar(select(func.count()).where(RecoveryCode.account == account)) or 0


def take_either_code(tx: Session, account: int, code: str, now: datetime, keys: Keys) -> bool:
    """Takes a recovery code or a code of the device, each once; whether it was a recovery code.

    Refuses with `device-none` or `code-wrong`.
    """
    device = tx.get(CodeDevice, account, with_for_update=True)
    if device is None or not device.confirmed:
        raise Refused("device-none")
    by_recovery = _take_recovery_code(tx, account, code)
    if not by_recovery:
        _take_code(device, code, now, keys)
    return by_recovery


def _take_code(device: CodeDevice, code: str, now: datetime, keys: Keys) -> None:
    """Takes a code of the device, of this half minute or its neighbours, each once; refuses with `code-wrong`."""
    generator, step = pyotp.TOTP(_secret(device, keys)), int(now.timestamp()) // STEP_SECONDS
    typed = "".join(code.split())[:LONGEST_CODE]
    for number in range(step + _EARLIER, step + _LATER + 1):
        is_new = device.last_step is None or number > device.last_step
        if is_new and secrets.compare_digest(generator.at(number * STEP_SECONDS).encode(), typed.encode()):
            device.last_step = number
            return
    raise Refused("code-wrong")


def _take_recovery_code(tx: Session, account: int, code: str) -> bool:
    """Uses up a recovery code, however it is written; False where it is none of this account's."""
    used = tx.scalar(
        select(RecoveryCode)
        .where(RecoveryCode.account == account, RecoveryCode.hash == _hash(account, code))
        .with_for_update()
    )
    if used is not None:
        tx.delete(used)
        tx.flush()
    return used is not None


def _secret(device: CodeDevice, keys: Keys) -> str:
    return keys.unseal(_PURPOSE, device.secret).decode()


def _fresh_codes(tx: Session, account: int) -> tuple[str, ...]:
    tx.execute(delete(RecoveryCode).where(RecoveryCode.account == account))
    codes = tuple("".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS)) for _ in range(CODES))
    tx.add_all(RecoveryCode(account=account, hash=_hash(account, code)) for code in codes)
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def _hash(account: int, code: str) -> str:
    """Fifty random bits cannot be guessed from a hash; the account keeps equal codes of two people apart."""
    plain = "".join(letter for letter in code[:LONGEST_CODE].upper() if letter in _ALPHABET)
    return sha256(f"{account}\n{plain}".encode())
