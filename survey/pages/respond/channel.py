"""How the answers of a request come: invited where it carries a code, open where it carries none."""

from sqlalchemy.orm import Session

from survey.collecting.redeem import find, in_wave
from survey.collecting.submit import Channel
from survey.pages.house import house
from survey.pages.respond.cookie import carried_code
from survey.records import Wave


def channel_of(tx: Session, wave: Wave) -> Channel:
    """The channel of this request; a code for other waves alone does not close an open one."""
    code = carried_code()
    if code is None:
        return Channel()
    invitation = find(tx, house().keys, code)
    if wave.open_access and in_wave(tx, wave, invitation) is None:
        return Channel()
    return Channel(access="invited", invitation=invitation)
