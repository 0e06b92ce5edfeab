"""A second person agrees with a password of their own, or nothing is lifted."""

from __future__ import annotations

from dataclasses import replace

from app.school.agree import agree
from consent.accounts import Act, Role
from consent.errors import Code
from tests.factories import an_account
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School


def test_two_leads_agree_and_the_log_names_both(school: School) -> None:
    agreed = agree(school.as_("lead"), "lead2", PASSWORD, act=Act.MARK_NEVER_PUBLISH)
    assert (agreed.act, agreed.by, agreed.at) == (Act.MARK_NEVER_PUBLISH, ("lead", "lead2"), school.now)
    assert school.log()[-1] == ("two.agreed", "lead", "lead2", "mark_never_publish")


def test_promise_9_no_one_agrees_with_themselves_for_another_or_without_the_right(school: School) -> None:
    lead = school.as_("lead")
    school.put(replace(an_account("untrained", Role.LEAD), trained_on=None))
    school.put(replace(an_account("off", Role.LEAD), disabled=True))
    for name, password, code in (
        ("lead", PASSWORD, Code.SAME_PERSON),
        ("LEAD ", PASSWORD, Code.SAME_PERSON),
        ("lead2", "not her password", Code.WRONG_PASSWORD),
        ("nobody", PASSWORD, Code.WRONG_PASSWORD),
        ("office", PASSWORD, Code.NOT_ALLOWED),
        ("head", PASSWORD, Code.NOT_ALLOWED),
        ("untrained", PASSWORD, Code.NOT_TRAINED),
        ("off", PASSWORD, Code.ACCOUNT_DISABLED),
    ):
        refused(code, agree, lead, name, password, act=Act.MARK_NEVER_PUBLISH)
    refused(Code.NOT_ALLOWED, agree, school.as_("head"), "lead", PASSWORD, act=Act.MARK_NEVER_PUBLISH)
    assert "two.agreed" not in [entry[0] for entry in school.log()]


def test_wrong_passwords_of_the_second_are_counted_and_stand_in_the_log(school: School) -> None:
    lead = school.as_("lead")
    for _ in range(5):
        refused(Code.WRONG_PASSWORD, agree, lead, "lead2", "a wrong password", act=Act.KEEP_REGISTER)
    refused(Code.LOCKED_OUT, agree, lead, "lead2", PASSWORD, act=Act.KEEP_REGISTER)
    assert [entry[3] for entry in school.log() if entry[0] == "sign_in_failed"] == [
        *["WRONG_PASSWORD"] * 5,
        "LOCKED_OUT",
    ]
