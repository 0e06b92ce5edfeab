"""Who may change what of the school's rules, and which changes lift a protection and need two people."""

from __future__ import annotations

from dataclasses import fields

from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.platforms import Platform, UniformRule
from consent.policy import NeverPublishRule, Policy

ADMINS_FIELDS = frozenset(
    {
        "school",
        "school_names",
        "text",
        "version",
        "next_review",
        "owner",
        "crests",
        "uniform_colours",
        "delete_own_originals",
        "words_refused",
        "words_advised",
        "words_allowed",
    }
)
"""The admin's: policy text and version, how the school looks and writes, and devices (product.md, "Who uses it")."""
LEADS_FIELDS = frozenset(
    {
        "impact_assessment",
        "impact_assessed_on",
        "never_publish",
        "auto_confirm_distance",
        "group_size",
        "retention_days",
        "notice_days",
        "leavers_days",
        "approval_days",
        "smallest_face",
        "face_pictures",
    }
)
"""The data protection lead's: whether faces are compared, what becomes of people in need of protection, how
long things are kept."""


def changed_fields(before: Policy, after: Policy) -> frozenset[str]:
    """The names of what differs."""
    names = (field.name for field in fields(Policy))
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def acts_needed(before: Policy, after: Policy) -> frozenset[Act]:
    """What someone must be allowed to do to make this change."""
    changed = changed_fields(before, after)
    needed = set()
    if changed & ADMINS_FIELDS:
        needed.add(Act.ADMINISTER)
    if changed & LEADS_FIELDS:
        needed.add(Act.KEEP_REGISTER)
    return frozenset(needed)


def to_agree(before: Policy, after: Policy) -> frozenset[Act]:
    """For what two people must agree before this change, because it lifts a protection; nothing where it does not."""
    found = {Act.KEEP_REGISTER} if _shows_more(before, after) else set()
    if after.delete_own_originals and after.delete_own_originals != before.delete_own_originals:
        found.add(Act.ADMINISTER)
    return frozenset(found)


def _shows_more(before: Policy, after: Policy) -> bool:
    covered = after.never_publish is NeverPublishRule.COVER
    lifted = covered and before.never_publish is NeverPublishRule.BLOCK
    by_machine = (after.auto_confirm_distance or 0.0) > (before.auto_confirm_distance or 0.0)
    fewer = after.group_size < before.group_size or after.smallest_face < before.smallest_face
    return lifted or by_machine or fewer


_MORE_OF_UNIFORM = (
    UniformRule.BLOCK,
    UniformRule.COVER_BODY,
    UniformRule.COVER_CREST,
    UniformRule.ALLOWED,
)
"""Each shows more than the one before it."""


def to_agree_on_platform(before: Platform, after: Platform) -> frozenset[Act]:
    """The same for a platform's rules: more may be seen there, or fewer people say "go live"."""
    more_uniform = _MORE_OF_UNIFORM.index(after.uniform) > _MORE_OF_UNIFORM.index(before.uniform)
    names = after.names_allowed and not before.names_allowed
    singly = before.group_only and not after.group_only
    fewer = after.approvers_needed < before.approvers_needed
    return frozenset({Act.ADMINISTER}) if more_uniform or names or singly or fewer else frozenset()


def check_version(before: tuple[Policy, ...], after: Policy) -> None:
    """A changed text needs a version that was never there: who confirmed an older one must read it anew.

    `before` are all policies that were ever in force, the present one last. Raises ConsentError: INVALID, DUPLICATE.
    """
    if not after.version.strip():
        raise ConsentError(Code.INVALID, "policy without version")
    if not before:
        return
    present = before[-1]
    if after.version == present.version:
        if after.text != present.text:
            raise ConsentError(Code.INVALID, "a changed text needs a new version")
        return
    if any(one.version == after.version for one in before):
        raise ConsentError(Code.DUPLICATE, "policy version")
