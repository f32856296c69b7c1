"""What was said, as lists and the last page show it: every answer, and what is not known yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scheduler.programme import Programme
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from web.begin.asked import BY_NAME, PARTS, QUESTIONS
from web.begin.checking import Wrong, programme_of, wrong_with
from web.begin.choosing import called, chosen_from, hall_called
from web.begin.counted_on import not_counted_on
from web.begin.draft import Draft, Item, ListName, Typed
from web.begin.places import first, places_of
from web.begin.questions import Field, Form
from web.begin.reading import again, read
from web.wording import say


@dataclass(frozen=True)
class Answer:
    """One question and what was said."""

    asked: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """One page as it was answered."""

    page: str
    """The end of its address."""
    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Row:
    """One of a list."""

    key: str
    name: str
    parts: tuple[Told, ...]
    unknown: tuple[str, ...]
    """Questions to which nobody knows the answer yet."""

    @property
    def unknown_says(self) -> str:
        """How many answers are not known yet; empty where all are."""
        many = len(self.unknown)
        return say("begin.unknown", answers=counted(many, "answer")) if many else ""


@dataclass(frozen=True)
class Said:
    """Everything that was said, as the last page shows it."""

    pages: tuple[Told, ...]
    lists: tuple[tuple[str, tuple[Row, ...]], ...]
    wrong: tuple[tuple[Wrong, str], ...]
    """What is wrong, each in a sentence with whom or what it is about."""
    warnings: tuple[str, ...]
    """Why a plan could not count on some people."""

    @property
    def all_known(self) -> bool:
        """Say whether something was told of, and nothing about it is unknown."""
        rows = [row for _, rows in self.lists for row in rows]
        return bool(rows) and not any(row.unknown for row in rows)


def rows_of(draft: Draft, name: str) -> tuple[Row, ...]:
    """Return one list; places are those that people and halls are in."""
    chosen = chosen_from(draft)
    if name == "places":
        named = places_of(draft)
        items = ((code, of, draft.places.get(code, {})) for code, of in named.items())
        return tuple(_row(name, *each, chosen=chosen) for each in items)
    items = ((i.key, name_of(draft, i, name), i.typed) for i in items_of(draft, name))
    return tuple(_row(name, *each, chosen=chosen) for each in items)


def items_of(draft: Draft, name: str) -> tuple[Item, ...]:
    """Return one of the lists of a draft by its name in addresses."""
    found: tuple[Item, ...] = getattr(draft, name)
    return found


def name_of(draft: Draft, item: Item, name: str | ListName) -> str:
    """Return what somebody or something of a list is called."""
    if name == "journeys":
        return _journey(draft, item)
    if name == "halls":
        return hall_called(draft, item)
    return called(item) if name == "people" else first(item.typed, "worker")


def _journey(draft: Draft, item: Item) -> str:
    """Return whose journey it is, where to, and by what; what was chosen may be gone."""
    chosen = chosen_from(draft)
    of = ((name, QUESTIONS[name].ask.options(chosen)) for name in ("goes", "to", "by"))
    gone = say("begin.gone")
    goes, to, by = (dict(options).get(first(item.typed, name), gone) for name, options in of)
    return say("begin.journey", goes=goes, to=to, by=by.lower())


def said_of(draft: Draft) -> Said:
    """Return everything that was said."""
    lists = tuple((name, rows_of(draft, name)) for name in PARTS)
    names = {f"{name}/{row.key}": row.name for name, rows in lists for row in rows}
    wrong = tuple((each, _sentence(each, names)) for each in wrong_with(draft))
    chosen = chosen_from(draft)
    pages = tuple(_told(BY_NAME[name], name, draft.told, chosen=chosen) for name in BY_NAME)
    warnings = () if wrong else tuple(not_counted_on(programme_of(draft)))
    if draft.taken:
        lost = say("programme.taken_since", said=" ".join(draft.taken))
        warnings = (lost, *warnings)
    return Said(pages, lists, wrong, warnings)


def _sentence(wrong: Wrong, names: Mapping[str, str]) -> str:
    """Return what is wrong with whom or what it is about, and what was asked."""
    asked = QUESTIONS.get(wrong.field)
    says = asked.said_wrong(wrong.says) if asked else wrong.says
    about = names.get("/".join(wrong.page.split("/")[:2]), "")
    return say("begin.about", about=about, says=says) if about else says


def _row(name: str, key: str, about: str, typed: Typed, *, chosen: Programme) -> Row:
    forms = PARTS[name]
    parts = tuple(_told(f, f"{name}/{key}/{f.name}", typed, chosen=chosen) for f in forms)
    return Row(key, about, parts, tuple(_not_known(forms, typed, chosen)))


def _told(form: Form, page: str, typed: Typed, *, chosen: Programme) -> Told:
    told, _ = read(form, again(typed), chosen)
    return Told(page, form.title, tuple(_answers(form, told, chosen)))


def _answers(form: Form, told: dict[str, Any], chosen: Programme) -> Iterator[Answer]:
    for field in form.fields:
        says = tuple(_says(field, told[field.name], chosen)) if field.name in told else ()
        if not says and field.is_open(told) and field.ask.kind == "one":
            says = (say("answers.unknown"),)
        if says:
            yield Answer(field.label, says)


def _says(field: Field, value: Any, chosen: Programme) -> Iterator[str]:  # noqa: ANN401 - by its kind
    options: dict[str, str] = dict(field.ask.options(chosen))
    if field.ask.kind == "day":
        yield spoken_day(value)
    elif isinstance(value, tuple):
        yield from (options.get(each) or each for each in value)
    else:
        yield options.get(value) or str(value)


def _not_known(forms: tuple[Form, ...], typed: Typed, chosen: Programme) -> Iterator[str]:
    """Give the questions to which nobody said the answer."""
    for form in forms:
        told, _ = read(form, again(typed), chosen)
        yield from (f.label for f in form.fields if f.is_open(told) and f.name not in told)
