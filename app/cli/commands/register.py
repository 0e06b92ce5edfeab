"""People: the register from the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from app.cli.arguments import Given
from app.cli.photos import Named, named
from app.cli.printing import print_table, tell
from app.cli.roll_words import ACCEPT, MAPPING, SHEET, print_changes, print_json
from app.cli.sentences import QUALITY, sentence
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.disk import write_new
from app.errors import AppError, Trouble
from app.people.changes import Changes
from app.people.enrol import enrol, look_at_reference, named_person
from app.people.inert import csv_bytes
from app.people.mapping import PLAIN, Mapping, read_mapping
from app.people.mappings import keep, kept
from app.people.reading import read_file, read_sheet
from app.people.refusals import MappingRefusedError, SheetRefusedError
from app.people.roll import Accepted, RollRefusedError, look_at, needs, take_over
from app.people.sheet import Sheet
from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.people import Person, PersonId, by_id
from vision.errors import VisionError
from vision.faces.quality import Quality

_YES = "yes"
_COLUMNS = ("id", "name", "kind", "class", "templates", "left on")
_EXPORTED = ("id", "school id", "legal name", "known as", "kind", "class", "year", "templates", "left on")


def people_list(given: Given) -> Status:
    """Everyone on the register, with how many templates are kept; with --out as a new CSV file."""
    out: str | None = given.out
    with signed_in(given) as services:
        services.require(Act.KEEP_REGISTER)
        register = services.store.register
        templates = Counter(template.person for template in register.templates())
        people = sorted(register.people(), key=lambda person: person.shown_name.casefold())
        if out is not None:
            _export(services, Path(out), people, templates)
            return Status.WELL
    print_table("", _COLUMNS, [_listed(person, templates[person.id]) for person in people])
    return Status.WELL


def _listed(person: Person, templates: int) -> tuple[str, ...]:
    left = f"{person.left_on:%d %B %Y}" if person.left_on else ""
    return (person.id, person.shown_name, person.kind.value, person.class_name, str(templates), left)


def _export(services: Services, out: Path, people: Sequence[Person], templates: Counter[PersonId]) -> None:
    """Write the register as CSV with inert cells; the log notes it first, so that no copy is unknown."""
    content = csv_bytes(
        _EXPORTED,
        [
            (
                person.id, person.school_id, person.legal_name, person.known_as, person.kind.value,
                person.class_name, person.year, str(templates[person.id]),
                person.left_on.isoformat() if person.left_on else "",
            )
            for person in people
        ],
    )  # fmt: skip
    event = Event("people_exported", services.account.id, services.clock(), "", f"people={len(people)}")
    services.store.audit.append(event)
    write_new(out, [content], prove=lambda file: file.read() == content)
    tell("the list is not encrypted: keep it only as long as it is needed")


def people_import(given: Given) -> Status:
    """Take the roll from a spreadsheet: all of it or nothing; with --dry-run only say what would change."""
    asked = vars(given)
    try:
        named = asked["mapping"]
        typed = None if named is None else read_mapping(read_file(Path(named)))
        content = read_file(Path(asked["file"]))
        with signed_in(given) as services:
            mapping = typed or kept(services).get(asked["kept"], PLAIN)
            sheet = read_sheet(content, encoding=mapping.encoding, sheet=mapping.sheet)
            if asked["keep"] and not asked["dry_run"]:
                keep(services, asked["kept"], mapping)
            return _import(services, sheet, mapping, asked)
    except SheetRefusedError as refused:
        tell(SHEET[refused.fault])
        raise
    except MappingRefusedError as refused:
        tell(f"{MAPPING[refused.fault]}: {refused.column}" if refused.column else MAPPING[refused.fault])
        raise


def _import(services: Services, sheet: Sheet, mapping: Mapping, asked: dict[str, Any]) -> Status:
    show = _shower(services, as_json=asked["json"])
    if asked["dry_run"]:
        changes = look_at(services, sheet, mapping)
        show(changes)
        _tell_needed(needs(changes))
        return Status.REFUSED if needs(changes) else Status.WELL
    accepted = [Accepted.REFUSED_ROWS] if asked["accept_refused"] else []
    accepted += [Accepted.MANY_LEAVERS] if asked["accept_leavers"] else []
    try:
        show(take_over(services, sheet, mapping, accepted=accepted))
    except RollRefusedError as refused:
        show(refused.changes)
        _tell_needed(refused.needed)
        raise
    return Status.WELL


def _shower(services: Services, *, as_json: bool) -> Callable[[Changes], None]:
    """How changes are printed; the names are those of the register before anything is changed."""
    if as_json:
        return print_json
    names = by_id(services.store.register.people())
    return lambda changes: print_changes(changes, names)


def _tell_needed(needed: Iterable[Accepted]) -> None:
    for one in sorted(needed):
        tell(ACCEPT[one])


def people_enrol(given: Given) -> Status:
    """Make templates from reference pictures, where the biometric consent allows it; each refusal is named.

    A folder for each person, called by the person's id, the school's number or the whole name.
    """
    folder, dry = Path(given.people), bool(given.dry_run)
    if not folder.is_dir():
        raise AppError(Trouble.FOLDER_MISSING)
    rows: list[tuple[str, str, str]] = []
    with signed_in(given) as services:
        for of_one in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
            rows += [
                (of_one.name, photo.name.rsplit("/", 1)[-1], _enrolled(services, of_one.name, photo, dry=dry))
                for photo in named([str(of_one)])
            ]
    print_table("", ("person", "picture", "enrolled" if not dry else "would be enrolled"), rows)
    return Status.WELL if all(said == _YES for _, _, said in rows) else Status.REFUSED


def _enrolled(services: Services, typed: str, photo: Named, *, dry: bool) -> str:
    """Yes, or why not."""
    try:
        looked = look_at_reference(services, named_person(services, typed).id, photo.read())
        if looked.quality is Quality.GOOD and not dry:
            enrol(services, looked)
    except (ConsentError, VisionError) as error:
        if error.code in {Code.NOT_ALLOWED, Code.NOT_TRAINED, Code.POLICY_NOT_READ}:
            raise
        return sentence(error.code)
    return _YES if looked.quality is Quality.GOOD else QUALITY[looked.quality]
