"""Papers of the school: the impact assessment pack, the report of an incident, forms in English and Welsh."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.reports.impact import impact, impact_document
from app.reports.incident import incident, incident_document
from app.reports.notices import Tongue, biometric_notice, photo_form, wording
from app.work.paper import pdf_of
from consent.accounts import Role
from consent.errors import Code, ConsentError
from consent.incidents import Incident
from tests.factories import an_account
from tests.path.conftest import FACEBOOK, PASSWORD, School


@pytest.fixture
def led(school: School) -> School:
    school.office.store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    return school


def test_the_pack_is_filled_from_the_settings_and_names_no_pupil(led: School) -> None:
    page = impact_document(impact(led.as_("lead")))
    assert "Switched off. No face template is computed" in page
    assert "Test School" in page
    assert "2 pupil" in page
    assert "Person anna" not in page
    with pytest.raises(ConsentError) as error:
        impact(led.office)
    assert error.value.code is Code.NOT_ALLOWED


def test_the_report_of_an_incident_shows_the_clock_and_obeys_nothing_that_was_typed(led: School) -> None:
    lead = led.as_("lead")
    lead.store.aftercare.put_incident(
        Incident("i1", led.today, lead.account.id, "<b>a name</b> stayed legible", measures="taken down")
    )
    page = incident_document(incident(lead, "i1"))
    assert "&lt;b&gt;a name&lt;/b&gt;" in page
    assert "72 hours end" in page
    assert "not yet" in page


@pytest.mark.parametrize("tongue", list(Tongue))
def test_the_form_has_one_line_for_each_platform_and_a_box_for_each_kind_that_it_knows(
    school: School, tongue: Tongue
) -> None:
    register = school.office.store.register
    register.put_platform(replace(register.platform(FACEBOOK), names_allowed=False, group_only=True))
    page = photo_form(school.office, tongue)
    yes = f"☐ {wording(tongue).yes}"
    assert page.count("<tr>") >= 1 + len(register.platforms())
    assert page.count(yes) == 4 + 2  # on Facebook neither a name nor a photo alone
    assert "{school}" not in page
    assert "Test School" in page


def test_both_languages_say_the_same_number_of_things() -> None:
    english, welsh = wording(Tongue.ENGLISH), wording(Tongue.WELSH)
    for part in ("photo_opening", "rights", "biometric_opening", "biometric_points", "signature"):
        assert len(getattr(english, part)) == len(getattr(welsh, part)), part
    assert english.photo_kinds.keys() == welsh.photo_kinds.keys()


def test_the_notice_in_welsh_is_printed(school: School) -> None:
    assert pdf_of(biometric_notice(school.office, Tongue.WELSH), title="Ysgol").startswith(b"%PDF-")
