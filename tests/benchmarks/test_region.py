"""A drawn region has the projects asked for, and what they share."""

from benchmarks.region import a_region


def test_region_drawn_twice_is_the_same() -> None:
    assert a_region(3, sites=2, weeks=4) == a_region(3, sites=2, weeks=4)


def test_projects_of_a_region_share_workers_and_halls_but_no_people() -> None:
    region = a_region(1, sites=8, weeks=4)

    first, *others = region.projects
    roles = [worker.roles[0] for worker in region.workers]
    assert (len(region.projects), roles.count("facilitator"), roles.count("interpreter")) == (
        8,
        10,
        3,
    )
    assert [len(set(first.venues) & set(each.venues)) for each in others] == [10] * 7
    assert [set(first.members) & set(each.members) for each in others] == [set()] * 7
    assert {len(each.sessions) for each in region.projects} <= {4, 5, 6}
    assert any(person.interpreter for person in region.people)
