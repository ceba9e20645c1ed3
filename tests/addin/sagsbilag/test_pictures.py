"""Where a picture is, and that the end of a page makes no two of it."""

from __future__ import annotations

from addin.sagsbilag.pictures import Box, Drawn, Outline, Picture, joined, picture


def outlined(*corners: tuple[float, float], cut: tuple[float, float, float, float] | None = None) -> Outline:
    made = Outline()
    for number, corner in enumerate(corners):
        made.add(list(corner), Box(*cut) if cut and not number else None)  # a bar in it is cut in another way
    return made


def part(page: int, bottom: float, top: float, height: float = 200.0) -> Picture:
    """What a page that is seen from 0 to 100 shows of a picture."""
    found = picture(page, outlined((0, bottom), (50, bottom + height), cut=(0, 0, 100, 100)))
    found.where.append(Drawn(page, 0))
    assert found.box.top == min(top, 100)
    return found


def test_what_is_seen_of_it_is_what_it_is_cut_to() -> None:
    found = picture(0, outlined((10, 50), (30, 150), cut=(0, 0, 100, 100)))
    assert found.box == Box(10, 50, 30, 100) and found.size == (20, 100) and found.share == 0.5
    assert picture(0, outlined((10, 50), (30, 150))).share == 1.0
    assert picture(0, Outline()).box == Box(0, 0, 0, 0)


def test_two_ends_of_one_are_one_with_the_marks_of_both() -> None:
    (found,) = joined([part(0, -100, 100), part(1, 0, 100)])
    assert [at.page for at in found.where] == [0, 1] and found.page == 1 and found.share == 1.0


def test_a_sliver_at_the_foot_of_the_page_before_makes_no_other() -> None:
    (found,) = joined([part(3, -199, 1), part(4, -100, 100)])
    assert [at.page for at in found.where] == [3, 4] and found.box == Box(0, 0, 50, 100)


def test_two_are_two() -> None:
    assert len(joined([part(0, 10, 60, 50), part(1, 10, 60, 50)])) == 2  # as large, and both seen whole
    assert len(joined([part(0, -100, 100), part(2, 0, 100)])) == 2  # a page between them
    assert len(joined([part(0, -100, 100), part(0, 0, 100)])) == 2  # on one page
    assert len(joined([part(0, -100, 50, 150), part(1, 0, 100)])) == 2  # another size
