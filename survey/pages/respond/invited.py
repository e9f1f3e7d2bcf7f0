"""What the invitation of a visitor says about the form."""

from sqlalchemy.orm import Session

from survey.collecting.redeem import in_wave
from survey.pages.respond.channel import channel_of
from survey.records import Wave


def invited_units(tx: Session, wave: Wave) -> dict[str, tuple[str, ...]]:
    """The field of the form for the unit of the invitation; empty where there is none."""
    labels = in_wave(tx, wave, channel_of(tx, wave).invitation)
    return {f"unit.{labels.role}": (labels.unit,)} if labels and labels.role and labels.unit else {}
