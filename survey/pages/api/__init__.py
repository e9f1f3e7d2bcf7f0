"""The door for programs: answers by PUT, the same again and again without harm."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, request

from survey.collecting.submit import submit
from survey.pages.guard import public, same_origin
from survey.pages.house import house
from survey.pages.respond.body import read_submission, small_enough
from survey.pages.respond.channel import channel_of
from survey.pages.respond.cookie import take_code
from survey.preparing.wave import wave_by_code

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
STATUS = {"stored": 201, "already": 200}


@blueprint.put("/waves/<wave>/responses/<uuid:identifier>")
@public
@small_enough
@same_origin
def put_response(wave: str, identifier: UUID) -> Response:
    """Stores a response under the identifier made on the device: 201 when stored, 200 when stored before."""
    submission = read_submission(identifier, request.get_data())
    with house().database.writing() as tx:
        there = wave_by_code(tx, wave)
        outcome = submit(tx, there, submission, channel_of(tx, there), house().now)
    response = jsonify(status=outcome.status, response=str(identifier))
    response.status_code = STATUS[outcome.status]
    return take_code(response)
