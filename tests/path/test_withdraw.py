"""A consent to face templates ends: at once, with the backups that still hold the template named."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.people.enrol import Looked, enrol
from app.people.withdraw import erase, withdraw
from app.services import Services
from consent.accounts import Role
from consent.errors import Code
from consent.people import PersonId
from consent.permissions import Answer, Giver, Kind
from consent.policy import Policy
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_permission, an_account, tell_parents
from tests.path.conftest import PASSWORD, School
from tests.stores import refused
from vision.faces.quality import Quality

ANNA = PersonId("anna")


@pytest.fixture
def lead(school: School, tmp_path: Path) -> Services:
    """Anna has a template, and a backup was made since."""
    store = school.office.store
    store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    store.register.put_policy(Policy(school="S", impact_assessment="DPIA", impact_assessed_on=TODAY))
    tell_parents(store.register, "anna")
    store.register.record_permission(a_permission("anna", Kind.BIOMETRIC))
    store.register.put_template(StoredTemplate("t1", ANNA, (0.5,) * 128, TODAY))
    services = school.as_("lead")
    store.backup(tmp_path / "backup", by=services.account.id, now=NOW)
    return services


@pytest.mark.parametrize("giver", list(Giver))
def test_promise_13_the_child_or_a_parent_ends_it_and_the_backups_are_named(
    lead: Services, giver: Giver
) -> None:
    carer = "c1" if giver is Giver.CARER else ""
    done = withdraw(lead, ANNA, giver=giver, carer=carer, on=TODAY, form="letter of today")
    assert (done.templates, done.backups) == (1, (NOW,))
    assert lead.store.register.templates() == []
    assert done.recorded is not None
    assert (done.recorded.answer, done.recorded.kind) == (Answer.WITHDRAWN, Kind.BIOMETRIC)
    assert lead.store.audit.entries()[-1].event.detail == "templates=1 backups=1"
    again = withdraw(lead, ANNA, giver=giver, carer=carer, on=TODAY, form="letter of today")
    assert (again.templates, again.backups) == (0, ())


LONG = timedelta(days=4000)


@pytest.mark.parametrize("enrolled_at", [NOW, NOW + LONG])
@pytest.mark.parametrize("backed_up_at", [NOW - LONG, NOW, NOW + LONG])
def test_promise_50_a_backup_holds_a_template_by_the_order_of_the_log_whatever_the_clock_said(
    lead: Services, tmp_path: Path, enrolled_at: datetime, backed_up_at: datetime
) -> None:
    store = lead.store
    store.register.destroy_templates(ANNA)
    store.backup(tmp_path / "before", by=lead.account.id, now=backed_up_at)
    template = tuple(0.1 + number / 200 for number in range(128))
    enrol(replace(lead, clock=lambda: enrolled_at), Looked(ANNA, Quality.GOOD, template))
    store.backup(tmp_path / "after", by=lead.account.id, now=backed_up_at)
    done = withdraw(lead, ANNA, giver=Giver.SELF, on=TODAY, form="letter of today")
    assert done.backups == (backed_up_at,)


def test_promise_38_an_erased_person_leaves_ids_in_a_log_that_verifies(lead: Services) -> None:
    name = "Anna Zanzibar"
    lead.store.register.put_person(replace(lead.store.register.person(ANNA), legal_name=name))
    done = erase(lead, ANNA)
    assert (done.templates, done.backups) == (1, (NOW,))
    lead.store.audit.verify()
    told = repr(lead.store.audit.entries())
    assert "Zanzibar" not in told
    assert "anna" in told
    refused(Code.UNKNOWN_PERSON, erase, lead, ANNA)


def test_neither_is_for_the_office(lead: Services, school: School) -> None:
    refused(Code.NOT_ALLOWED, erase, school.office, ANNA)
    refused(Code.NOT_ALLOWED, withdraw, school.office, ANNA, giver=Giver.SELF, on=TODAY, form="x")
    assert len(lead.store.register.templates()) == 1
