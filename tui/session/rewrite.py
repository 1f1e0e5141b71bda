"""Changes back into the text of a session file: only the blocks whose claims changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tui.errors import BadFile, RashomonError
from tui.model.tag import Session
from tui.session import schema
from tui.session.book import PARTS, Book, Part, written_fields
from tui.session.checked import Wrong
from tui.session.layout import Item, Layout, Section, block, closed, edited, written
from tui.session.merge import same_work
from tui.yamlfile import Value, parse, quoted

HEAD = """\
# A reader's tags on one story. Edit by hand as you like; keep every text in
# double quotes. docs/session-format.md tells what each line means.
"""


class Unfaithful(RashomonError):
    """Something that would not read back as it was meant; it is not written."""


def fresh(session: Session) -> Book:
    """The file of a new session."""
    empty = replace(session, tagset=(), tags=(), decisions=(), ties=(), pins=())
    return update(Book(Layout(), empty), session)


def update(book: Book, session: Session) -> Book:
    """The file with `session` in it; blocks whose claims did not change stay as they are.

    The book itself when nothing is to be changed. Raises Unfaithful.
    """
    if book.layout.sections and same_work(book.session, session):
        return replace(book, session=session)
    new = not book.layout.sections
    layout = _head(session, book.newline) if new else book.layout
    old = dict(book.old)
    for part in PARTS:
        values = part.of(session)
        if new or values != part.of(book.session):
            layout = _with_part(layout, part, list(values), old, book.newline)
    layout = _sealed(_without_place(layout), book.newline)
    return replace(book, layout=layout, session=session, old=old, problems=(), whole=True)


def reread(item: Item, part: Part) -> Any:
    """What the text of an item says by itself; raises BadFile or Wrong."""
    data = parse(item.text, "").data
    if not isinstance(data, list) or len(data) != 1:
        raise Wrong((), f"one entry of {part.key} is wanted here")
    return part.read(data[0])


def _head(session: Session, newline: str) -> Layout:
    """The first lines of a new file."""
    values = {
        "format": str(schema.FORMAT),
        "story": written(session.story),
        "annotator": written(session.annotator),
    }
    leads = {"format": HEAD.replace("\n", newline)}
    # The parts have their lines from the beginning, so that in git the first
    # decision of one person does not touch the last tag of another.
    parts = [Section(p.key, newline, f"{p.key}:{newline}") for p in PARTS if p.sealed]
    return Layout(
        (*(Section(k, leads.get(k, ""), f"{k}: {v}{newline}") for k, v in values.items()), *parts)
    )


def _with_part(
    layout: Layout, part: Part, values: list[Any], old: dict[tuple[str, object], Item], newline: str
) -> Layout:
    section = layout.section(part.key)
    items = section.items if section else ()
    if section is not None and section.blocked and values == _bracketed(section, part):
        return layout
    indent = items[0].indent if items else ""
    wanted = {part.name(v): v for v in values} | _renamed(items, part, values)
    kept = _kept(items, part, wanted, old, newline)
    known = {i.name for i in kept if i.value is not None}
    new = [v for v in values if part.name(v) not in known]
    if not new and len(kept) == len(items) and all(map(_is, kept, items)):
        return layout
    made = [_former(old, part, v, indent) or _made(part, v, indent, newline) for v in new]
    merged = _placed(closed(kept), made, [part.name(v) for v in values])
    if section is None:
        section = Section(part.key, newline, f"{part.key}:{newline}", ours=True)
    elif not section.items:
        text = _header(section.text, part.key, newline)
        section = replace(section, text=text, blocked=False)
    return layout.with_section(replace(section, items=tuple(merged)), schema.TOP)


def _former(
    old: dict[tuple[str, object], Item], part: Part, value: Any, indent: str
) -> Item | None:
    """The block that said `value` before it was taken out, as far as it fits here."""
    found = old.get((part.key, value))
    return found if found is not None and found.indent == indent else None


def taken_out(before: Book, after: Book) -> Iterator[tuple[Part, Item]]:
    """The blocks that are gone and had more to them than this program writes by itself."""
    for part in PARTS:
        was, now = before.layout.section(part.key), after.layout.section(part.key)
        names = {i.name for i in now.items} if now else set()
        for item in was.items if was else ():
            if item.value is None or item.name in names:
                continue
            plain = block(written_fields(part, item.value), fits_bare, item.indent)
            if item.lead or item.text.replace("\r\n", "\n") != plain:
                yield part, item


def brought_back(key: str, lead: str, text: str) -> Item | None:
    """The block that `taken_out` gave, with what it says; None where that cannot be read."""
    part = next((p for p in PARTS if p.key == key), None)
    try:
        item = Item(lead, text)
        value = reread(item, part) if part else None
    except (BadFile, Wrong):
        return None
    return replace(item, name=part.name(value), value=value) if part else None


def _renamed(items: Sequence[Item], part: Part, values: Sequence[Any]) -> dict[str, Any]:
    """Old name → label, for those that changed nothing but their name: their comments stay."""
    if part.key != "tagset":
        return {}
    names, there = {part.name(v) for v in values}, {i.name for i in items}
    new = [v for v in values if part.name(v) not in there]
    found: dict[str, Any] = {}
    for item in items:
        if item.value is None or item.name in names:
            continue
        label = next((v for v in new if v._replace(name=item.name) == item.value), None)
        if label is not None:
            new.remove(label)
            found[item.name] = label
    return found


def _is(a: object, b: object) -> bool:
    return a is b


def _kept(
    items: Sequence[Item],
    part: Part,
    wanted: dict[str, Any],
    old: dict[tuple[str, object], Item],
    newline: str,
) -> list[Item]:
    """The items that stay, rewritten where they changed; the former ones go into `old`."""
    kept: list[Item] = []
    for item in items:
        value = wanted.get(item.name)
        if item.value is None or value is item.value or value == item.value:
            kept.append(item)
            continue
        old[part.key, item.value] = item
        if value is not None:
            kept.append(old.get((part.key, value)) or _rewritten(item, part, value, newline))
    return kept


def _placed(kept: Sequence[Item], made: Sequence[Item], order: Sequence[str]) -> list[Item]:
    """New items put before the first old one that comes after them in `order`."""
    rank = {name: n for n, name in enumerate(order)}
    waiting = sorted(made, key=lambda i: rank[i.name])
    result: list[Item] = []
    at = 0
    for item in kept:
        mine = rank.get(item.name, -1) if item.value is not None else -1
        while at < len(waiting) and rank[waiting[at].name] < mine:
            result.append(waiting[at])
            at += 1
        result.append(item)
    return result + waiting[at:]


def _made(part: Part, value: Any, indent: str, newline: str) -> Item:
    text = block(written_fields(part, value), fits_bare, indent).replace("\n", newline)
    item = Item("", text, name=part.name(value), value=value)
    try:
        return _verified(item, part)
    except (BadFile, Wrong) as error:
        raise Unfaithful(f"{item.name!r} cannot be written: {error}") from error


def _rewritten(item: Item, part: Part, value: Any, newline: str) -> Item:
    """The block of `item` saying `value`: line by line, or whole if that fails."""
    try:
        text = edited(
            item.text, (0,), written_fields(part, value), schema.KEYS[part.key], fits_bare
        )
        if newline == "\r\n":
            text = text.replace("\r\n", "\n").replace("\n", newline)
        return _verified(replace(item, text=text, name=part.name(value), value=value), part)
    except (BadFile, Wrong, Unfaithful):
        return replace(_made(part, value, item.indent, newline), lead=item.lead)


def _verified(item: Item, part: Part) -> Item:
    back = reread(item, part)
    if back != item.value and part.plain(back) != _storable(part.plain(item.value)):
        raise Unfaithful(f"{item.name!r} cannot be written so that it reads back the same")
    return item


def _storable(value: Any) -> Any:
    """Plain data as UTF-8 can hold it: without lone surrogates."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, list):
        return [_storable(v) for v in value]
    return {k: _storable(v) for k, v in value.items()}


def fits_bare(key: str, value: Value) -> bool:
    """Whether a value is numbers, written without quotes."""
    return key in schema.NUMBERS and not (key == "at" and isinstance(value, str))


def _header(text: str, key: str, newline: str) -> str:
    """The line of an empty or bracketed list's key, its comment kept, its value gone."""
    try:
        _, end = parse(text, "").spans[(key,)]
    except BadFile:
        end = len(key) + 1
    comment = text[end:].strip()
    return f"{key}:  {comment}{newline}" if comment.startswith("#") else f"{key}:{newline}"


def _bracketed(section: Section, part: Part) -> list[Any]:
    """What a list in brackets says."""
    data = parse(section.text, "").data
    entries = data.get(part.key) if isinstance(data, dict) else None
    return [part.read(e) for e in entries] if isinstance(entries, list) else []


def _without_place(layout: Layout) -> Layout:
    """Without the place to resume, which older files held; it is in the journal now."""
    section = layout.section("place")
    if section is None:
        return layout
    rest = [s for s in layout.sections if s is not section]
    at = layout.sections.index(section)
    lead = section.lead if "#" in section.lead else ""
    if at == len(rest):
        return Layout(tuple(rest), lead + layout.tail)
    rest[at] = replace(rest[at], lead=lead + rest[at].lead)
    return replace(layout, sections=tuple(rest))


def _sealed(layout: Layout, newline: str) -> Layout:
    """The last section: what there is, by name, so that a loss or a cut is noticed.

    One line an entry instead of a count, and a line for every part, because
    two people's additions must merge.
    """
    lines = [f"sealed:{newline}"]
    for part in PARTS:
        if part.sealed:
            section = layout.section(part.key)
            names = [i.name for i in section.items if i.name] if section else []
            lines += [f"  {part.key}:{newline}", *(f"  - {quoted(n)}{newline}" for n in names)]
    text = "".join(lines)
    old = layout.section("sealed")
    section = replace(old, text=text) if old else Section("sealed", newline, text)
    return layout.with_section(section, schema.TOP)
