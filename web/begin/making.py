"""The programme that a draft makes, with the page and field that each part of it comes from."""

from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from scheduler.files.checks.references import POSTCODE_DISTRICT
from scheduler.files.document import Document, Spot
from scheduler.files.findings import Path
from scheduler.programme import Programme
from web.begin.asked import BY_NAME, PARTS
from web.begin.brought import brought_paths, is_as_brought, without_what_was_changed
from web.begin.choosing import chosen_from
from web.begin.draft import Draft, Item, Typed
from web.begin.places import code_for, first, place_of_hall, places_of
from web.begin.questions import MOST_SESSIONS, Form
from web.begin.reading import again, read
from web.wording import say

GROUP: Final = ("projects", 0)
MAINLANDS: Final = {"northern-ireland": "Ireland"}
MAINLAND: Final = "Great Britain"
STAFF: Final = {"facilitators": "facilitator", "childcare": "childcare", "drivers": "driver"}
"""What a worker does of whom a session needs so many, by the question that asks how many."""


def document_of(draft: Draft) -> tuple[Document, dict[str, str]]:
    """Return what a draft tells, and what it cannot mean, by page and field."""
    making = _Making(draft)
    making.make()
    return Document(making.tree, lambda: making.spots), making.wrong


@dataclass
class _Making:
    """A document being made of a draft."""

    draft: Draft
    tree: dict[str, Any] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    def make(self) -> None:
        self.spots[()] = Spot("check")
        for name in ("name", "dates", "where"):
            self._page((), BY_NAME[name], name, of=self._itself)
        self._group()
        self._people()
        self._halls()
        self._workers()
        self._places()
        self._journeys()

    @cached_property
    def _chosen(self) -> Programme:
        """What can be chosen from."""
        return chosen_from(self.draft)

    @property
    def _itself(self) -> Item:
        """What was said of the programme itself."""
        return Item(key="", typed=self.draft.told)

    def _page(self, within: Path, form: Form, page: str, *, of: Item) -> dict[str, Any]:
        """Put in what was said on a page, and return it by field."""
        told, faults = read(form, again(of.typed), self._chosen)
        self.wrong |= {f"{page}#{name}": says for name, says in faults.items()}
        new = (f for f in form.fields if f.name in told and not is_as_brought(of, f.name))
        for each in new:
            for path, part in each.makes(told[each.name]).items():
                self._put((*within, *path), part, f"{page}#{each.name}")
        return told

    def _put(self, path: Path, value: Any, where: str) -> None:  # noqa: ANN401 - as JSON has it
        here: Any = self.tree
        for part in path[:-1]:
            here = here[part] if isinstance(part, int) else here.setdefault(part, {})
        here[path[-1]] = value
        self.spots[path] = Spot(where)

    def _list(self, name: str, items: list[dict[str, Any]]) -> None:
        """Begin a list: of what is empty a file would hold nothing."""
        if items:
            self.tree[name] = items

    def _group(self) -> None:
        members = [f"person-{person.key}" for person in self.draft.people]
        self.tree["projects"] = [{"code": "group"}]
        self.spots |= {GROUP: Spot("sessions#group"), (*GROUP, "members"): Spot("people")}
        if members:
            self.tree["projects"][0]["members"] = members
        near = first(self.draft.told, "near") or first(self.draft.told, "council")
        if near:
            self._put((*GROUP, "near"), code_for(near), "where#near")
        told = self._page(GROUP, BY_NAME["sessions"], "sessions", of=self._itself)
        for name in ("least_days", "most_days"):
            if name in told:
                path = (*GROUP, "constraints", "spacing", name)
                self._put(path, told[name], f"sessions#{name}")
        self._sessions(told)
        self._page(GROUP, BY_NAME["money"], "money", of=self._itself)

    def _sessions(self, told: dict[str, Any]) -> None:
        many = min(told.get("many", 1), MOST_SESSIONS)
        self._put((*GROUP, "sessions"), [{} for _ in range(many)], "sessions#many")
        titles = [line for line in first_lines(self.draft.told, "titles") if line]
        if len(titles) > many:
            self.wrong["which#titles"] = say("begin.no_titles", many=many)
        for number in range(many):
            here = (*GROUP, "sessions", number)
            self.spots[here] = Spot("sessions#length")
            if "length" in told:
                self._put((*here, "length_minutes"), told["length"], "sessions#length")
            if titles[number : number + 1]:
                self._put((*here, "title"), titles[number], "which#titles")
            if str(number + 1) in self.draft.told.get("optional", []):
                self._put((*here, "required"), False, "which#optional")  # noqa: FBT003 - a value
            self._staff((*here, "workers"), {n: told[n] for n in STAFF if told.get(n)})

    def _staff(self, path: Path, wanted: dict[str, int]) -> None:
        """Put in how many workers of each kind a session itself needs."""
        if wanted:
            needed = [{"role": STAFF[name], "count": many} for name, many in wanted.items()]
            self._put(path, needed, f"sessions#{next(iter(wanted))}")
        for n, name in enumerate(wanted):
            self.spots[*path, n] = Spot(f"sessions#{name}")

    def _people(self) -> None:
        self._list("people", [{"code": f"person-{each.key}"} for each in self.draft.people])
        for number, person in enumerate(self.draft.people):
            self._item("people", number, person)
            home = first(person.typed, "home")
            if home:
                where = f"people/{person.key}/who#home"
                self._put(("people", number, "home"), code_for(home), where)

    def _workers(self) -> None:
        self._list("workers", [{"code": f"worker-{each.key}"} for each in self.draft.workers])
        for number, worker in enumerate(self.draft.workers):
            self._item("workers", number, worker)

    def _halls(self) -> None:
        codes = codes_of(self.draft)
        made = [without_what_was_changed(hall) for hall in self.draft.halls]
        self._list("venues", [{**deepcopy(m), "code": c} for m, c in zip(made, codes, strict=True)])
        for number, hall in enumerate(self.draft.halls):
            self._brought("venues", number, hall)
            self._item("halls", number, hall, under="venues")
            place = place_of_hall(hall)
            if place:
                where = f"halls/{hall.key}/hall#place"
                self._put(("venues", number, "place"), code_for(place), where)

    def _brought(self, name: str, number: int, hall: Item) -> None:
        """Say where the form asks what a file told."""
        for asked, paths in brought_paths():
            for path in paths:
                self.spots[name, number, *path] = Spot(f"halls/{hall.key}/hall#{asked}")

    def _journeys(self) -> None:
        """Put in how people get there, but for what no longer fits: that is told as wrong."""
        (form,) = PARTS["journeys"]
        codes = dict(zip((h.key for h in self.draft.halls), codes_of(self.draft), strict=True))
        every = self.draft.journeys
        wrong = {each.key: read(form, again(each.typed), self._chosen)[1] for each in every}
        for key, faults in wrong.items():
            self.wrong |= {f"journeys/{key}/journey#{name}": says for name, says in faults.items()}
        sound = [each for each in every if not wrong[each.key]]
        self._list("journeys", [{"venue": codes[first(each.typed, "to")]} for each in sound])
        for number, each in enumerate(sound):
            self._item("journeys", number, each)
            self.spots["journeys", number, "venue"] = Spot(f"journeys/{each.key}/journey#to")

    def _item(self, name: str, number: int, item: Item, *, under: str = "") -> None:
        within = (under or name, number)
        begins = f"{name}/{item.key}/{PARTS[name][0].name}"
        self.spots[within] = Spot(f"{begins}#{PARTS[name][0].fields[0].name}")
        for form in PARTS[name]:
            self._page(within, form, f"{name}/{item.key}/{form.name}", of=item)

    def _places(self) -> None:
        named = places_of(self.draft)
        self._list("places", [{"code": code, "name": name} for code, name in named.items()])
        (form,) = PARTS["places"]
        for number, (code, name) in enumerate(named.items()):
            within, page = ("places", number), f"places/{code}/place"
            self.spots[within] = Spot(f"{page}#position")
            if POSTCODE_DISTRICT.fullmatch(name):
                self._put((*within, "postcode_district"), name, f"{page}#position")
            council = first(self.draft.told, "council")
            if council and code == self.tree["projects"][0].get("near"):
                self._put((*within, "council"), council, "where#council")
            place = Item(key=code, typed=self.draft.places.get(code, {}))
            told = self._page(within, form, page, of=place)
            ground = self._ground(told)
            if ground:
                self._put((*within, "landmass"), ground, f"{page}#ground")

    def _ground(self, told: dict[str, Any]) -> str:
        """Return the island or mainland a place stands on; empty where nobody said."""
        if told.get("ground") == "mainland":
            return MAINLANDS.get(first(self.draft.told, "nation"), MAINLAND)
        return str(told.get("island", "")) if told.get("ground") == "island" else ""


def first_lines(typed: Typed, name: str) -> list[str]:
    """Return the lines that stand in a field."""
    return [line.strip() for line in "".join(typed.get(name, [])[:1]).splitlines()]


def codes_of(draft: Draft) -> tuple[str, ...]:
    """Return a code for each hall: what its file says, else one made from its name.

    Nothing else goes by it: no place, and no hall that comes before it or has it from a file.
    """
    taken = {code.casefold() for code in places_of(draft)}
    found: dict[str, str] = {}
    for hall in sorted(draft.halls, key=lambda each: "code" not in each.brought):
        wanted = str(hall.brought.get("code") or code_for(first(hall.typed, "hall")))
        found[hall.key] = _free(wanted, taken)
        taken.add(found[hall.key].casefold())
    return tuple(found[hall.key] for hall in draft.halls)


def _free(code: str, taken: set[str]) -> str:
    others = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (code, *others) if each.casefold() not in taken)
