"""In what form a result is made public: chosen when it is prepared, by a decision unless every rank is named."""

from dataclasses import dataclass
from typing import cast, get_args

from instruments.publication import PublicationForm
from reports.public_form import FULL_FORM, PublicForm
from scoring.run import Run
from survey.errors import Refused
from survey.publishing.advice import FORMS, FULL
from survey.publishing.approve import LONGEST_NUMBER
from survey.records import Publication

KINDS: tuple[PublicationForm, ...] = get_args(PublicationForm)
_SAYS_AS_MUCH_AS: dict[PublicationForm, str] = {
    "full": FULL,
    "top_k": FULL,
    "bands": "bands",
    "distribution": "distribution",
}
"""The least advice under which a form may be published without a reason: the first ranks are ranks, too."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person who prepares a publication decides: its form, and why more is printed than is advised."""

    form: PublicForm = FULL_FORM
    reason: str | None = None


AS_ADVISED = Chosen()


def usual_form(run: Run) -> PublicForm:
    """The form that the issued instrument names, without a decision as yet; every rank where it names none."""
    index = run.instrument.index
    usual = index.publication if index else None
    return PublicForm(usual.form, usual.first) if usual else FULL_FORM


def form_of(publication: Publication) -> PublicForm:
    """The form a publication was prepared in."""
    return PublicForm(cast("PublicationForm", publication.form), publication.form_first, publication.form_decision)


def keep_form(publication: Publication, form: PublicForm) -> None:
    """Writes the form into the publication."""
    publication.form, publication.form_first, publication.form_decision = form.kind, form.first, form.decision


def check_form(form: PublicForm) -> None:
    """Refuses a form without the decision it rests on, and the first ranks without how many or the other way round."""
    if (form.kind == "top_k") != (form.first is not None) or (form.first is not None and form.first < 1):
        raise Refused("form-first")
    number = (form.decision or "").strip()
    if form.kind != "full" and not 0 < len(number) <= LONGEST_NUMBER:
        raise Refused("form-needs-decision")


def is_beyond(form: PublicForm, advised: str) -> bool:
    """Whether a form prints more than reliability advises."""
    return FORMS.index(_SAYS_AS_MUCH_AS[form.kind]) > FORMS.index(advised)
