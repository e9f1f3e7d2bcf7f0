"""Two people stand behind a result: one prepares, another approves."""

import pytest
from sqlalchemy import func, select

from survey.database import Database
from survey.errors import Refused
from survey.publishing.approve import approve
from survey.publishing.form import Chosen
from survey.publishing.prepare import prepare
from survey.records import Approval, Publication, RunRow
from tests.survey.office import DAY, NOW, person
from tests.survey.publishing.conftest import Result


def test_an_approval_names_step_person_and_day(result: Result) -> None:
    """Of what another person prepared."""
    result.prepare()
    result.approve()
    with result.database.reading() as tx:
        given = tx.execute(select(Approval.step, Approval.account, Approval.day)).all()
    assert given == [(1, result.approver.number, DAY)]


def test_whoever_prepared_a_result_cannot_approve_it(result: Result) -> None:
    """Not even somebody who holds both roles."""
    with result.database.writing() as tx:
        both = person(tx, "hai-vai", "approver")
        prepare_role = result.officer.grants
    both = type(both)(both.number, both.name, both.grants + prepare_role)
    result.prepare(both)
    with pytest.raises(Refused, match="Whoever prepared a result cannot approve it"):
        result.approve(both)


def test_an_officer_may_not_approve_and_an_approver_may_not_prepare(result: Result) -> None:
    """Each has the own half."""
    with pytest.raises(Refused, match="may not do that"):
        result.prepare(result.approver)
    result.prepare()
    with pytest.raises(Refused, match="may not do that"):
        result.approve(result.officer)


def test_a_second_approval_is_told_that_it_is_not_needed(result: Result) -> None:
    """The chain of the wave has one step."""
    result.prepare()
    result.approve()
    with pytest.raises(Refused, match="This result is approved already"):
        result.approve()


def test_preparing_the_same_run_again_keeps_its_approval(result: Result) -> None:
    """A double click changes nothing."""
    first = result.prepare()
    result.approve()
    assert result.prepare().id == first.id
    with result.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Approval)) == 1


def test_another_reason_asks_for_approval_again(result: Result) -> None:
    """What was approved is no longer what would be published."""
    result.prepare()
    result.approve()
    result.prepare(reason="Theo yêu cầu của Sở")
    with result.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Approval)) == 0
        assert tx.scalar(select(func.count()).select_from(Publication)) == 1


def test_full_ranks_against_the_advice_need_a_reason(
    database: Database, real_result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal names the advised form; the reason is kept with the publication."""
    monkeypatch.setattr("survey.publishing.prepare.advised_form", lambda _: "bands")
    with pytest.raises(Refused) as refused:
        real_result.prepare()
    assert "is: groups." in refused.value.sentence("en")
    assert "dạng: theo nhóm." in refused.value.sentence("vi")
    with database.writing() as tx:
        run = tx.scalars(select(RunRow)).one()
        publication = prepare(tx, run, NOW, real_result.officer, Chosen(reason="Quyết định của Hội đồng"))
        approve(tx, publication, NOW, real_result.approver)
    assert real_result.publication().reason == "Quyết định của Hội đồng"
