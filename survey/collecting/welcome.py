"""Whether a survey welcomes the answers of one visitor now, and if not, why."""

from sqlalchemy.orm import Session

from survey.collecting.redeem import in_wave
from survey.collecting.submit import Channel
from survey.errors import Refused
from survey.preparing.office import contact_of
from survey.records import Wave


def refusal_for(tx: Session, wave: Wave, channel: Channel) -> Refused | None:
    """The refusal that whoever begins now would meet when sending; None where answers are welcome.

    A stopped wave takes what was queued before and offers nothing new.
    """
    if wave.state == "draft":
        return Refused("wave-not-open", {"day": f"{wave.period_from:%d/%m/%Y}"})
    if wave.state not in {"trial", "open"}:
        return Refused("wave-over", {"day": f"{wave.stopped or wave.period_to:%d/%m/%Y}"})
    if channel.access == "open":
        return None if wave.open_access else Refused("invitation-needed")
    labels = in_wave(tx, wave, channel.invitation)
    is_good = labels is not None and labels.state == "unused"
    return None if is_good else Refused("code-used", {"phone": contact_of(tx, wave)})
