"""What comes to mind is asked without script before a line of the rest can be read, and stays as it was said."""

import re
from html import unescape
from uuid import NAMESPACE_URL, uuid5

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from instruments.catalogue import shipped
from survey.database import Database
from survey.keys import Keys
from tests.instruments.embedded import with_brand
from tests.survey.firms import firms_wave
from tests.survey.questionnaire import Opened, consent_in
from tests.survey.respond.reading import carried, hidden, text_of

LINE = "Chính quyền phục vụ"
ASKED = "nhớ tới câu khẩu hiệu hay lời hứa nào"
RESIDENT = "Trong 12 tháng qua, Ông/Bà có làm thủ tục"


def seen(answer: TestResponse) -> str:
    """The words that a browser without script shows: what lies in templates, or is hidden from it by style, is not."""
    page = _outermost(answer.get_data(as_text=True))
    for hidden_part in (r'<section class="step told".*?</section>', r"<fieldset[^>]* data-forms.*?</fieldset>"):
        page = re.sub(hidden_part, " ", page, flags=re.DOTALL) if 'id="form"' in page else page
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


def _outermost(page: str) -> str:
    """The page without its templates, those inside others with them."""
    kept, depth = [], 0
    for piece in re.split(r"(<template[^>]*>|</template>)", page):
        depth += piece.startswith("<template")
        if not depth:
            kept.append(piece)
        depth -= piece == "</template>"
    return "".join(kept)


def brand_wave(database: Database, keys: Keys, file: bytes) -> Opened:
    return firms_wave(database, keys, "dot-thuong-hieu", file, units=(("06652", "phuong"),))


class Person:
    """Sends pages on as a browser without script does."""

    def __init__(self, client: FlaskClient, wave: Opened, consent: str) -> None:
        self.client, self.wave, self.consent = client, wave, consent

    def opens(self) -> TestResponse:
        """The stored first page."""
        return self.client.get(f"/s/{self.wave.code}")

    def posts(self, page: TestResponse, **typed: object) -> TestResponse:
        """The answer to a page with these fields."""
        fields = {name: value for name, value in carried(page).items() if any(value)}
        return self.client.post(f"/s/{self.wave.code}/check", data=fields | typed)

    def agrees(self, **typed: object) -> TestResponse:
        """The answer to the first page with consent."""
        return self.posts(self.opens(), consent=self.consent, **typed)


@pytest.fixture(params=["alone", "sipas-dan-cu"])
def person(request: pytest.FixtureRequest, client: FlaskClient, database: Database, keys: Keys) -> Person:
    """In front of the brand survey, alone and put into another."""
    file = shipped("thuong-hieu") if request.param == "alone" else with_brand(request.param).file
    wave = brand_wave(database, keys, file)
    with database.reading() as tx:
        return Person(client, wave, consent_in(tx))


def test_the_first_page_asks_what_comes_to_mind_and_nothing_else(person: Person) -> None:
    """The line stands in the bytes for the script, in a template that no browser shows."""
    page = person.opens()
    assert LINE in text_of(page)
    assert ASKED in seen(page)
    assert LINE not in seen(page)
    assert page.get_data(as_text=True).count('data-item="B_F1"') == 1


def test_the_rest_follows_and_what_was_said_goes_along(person: Person) -> None:
    """Whoever remembers nothing goes on too; the question itself is not there again."""
    rest = person.agrees(**{"a.B_F1": "Vì người dân"})
    assert rest.status_code == 200
    assert LINE in seen(rest)
    assert ASKED not in seen(rest)
    assert carried(rest)["a.B_F1"] == ["Vì người dân"]
    assert carried(rest)["consent"] == [person.consent]
    assert LINE in seen(person.agrees())


def test_what_is_wrong_on_the_first_page_keeps_people_on_it(person: Person) -> None:
    """Without consent, or with far too many words, the rest is not shown."""
    for again in (person.posts(person.opens()), person.agrees(**{"a.B_F1": "dài " * 100})):
        assert again.status_code == 422
        assert ASKED in seen(again)
        assert LINE not in seen(again)


def test_a_survey_with_half_the_people_asked_has_a_page_for_the_first_question(
    client: FlaskClient, database: Database, keys: Keys
) -> None:
    """The host comes first, then the question alone for those to whom chance gives it, then the line."""
    wave = brand_wave(database, keys, with_brand("sipas-dan-cu", half=True).file)
    with database.reading() as tx:
        person = Person(client, wave, consent_in(tx))
    assert LINE not in seen(person.opens())
    identifiers = [str(uuid5(NAMESPACE_URL, str(number))) for number in range(8)]
    pages = [person.agrees(identifier=one, asked="1", **{"unit.noi_cu_tru": "06652"}) for one in identifiers]
    asked = [page for page in pages if ASKED in seen(page)]
    assert 0 < len(asked) < 8
    for page in asked:
        assert LINE not in seen(page)
        assert LINE in seen(person.posts(page, asked="1"))


def test_from_the_review_the_way_back_begins_with_the_first_page(
    client: FlaskClient, database: Database, keys: Keys
) -> None:
    """All that was said is still there, page by page."""
    wave = brand_wave(database, keys, shipped("thuong-hieu"))
    with database.reading() as tx:
        person = Person(client, wave, consent_in(tx))
    rest = person.agrees(**{"a.B_F1": "Vì người dân"})
    review = person.posts(rest, **{"unit.noi_o": "06652", "a.B_R": "1", "a.B_D": "2", "asked": "1"})
    assert "Phiếu chưa được gửi" in text_of(review)
    form = client.post(f"/s/{wave.code}/check", data=hidden(review) | {"mend": "1"})
    assert "Vì người dân" in form.get_data(as_text=True)
    assert carried(form)["a.B_R"] == ["1"]
    again = person.posts(form, consent=person.consent, **{"a.B_F1": "Vì nước"})
    assert carried(again)["a.B_F1"] == ["Vì nước"]
    assert 'name="a.B_R" value="1" checked' in again.get_data(as_text=True)
    assert RESIDENT in seen(again)
