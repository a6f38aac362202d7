"""Where the years of a drawing lie."""

from __future__ import annotations

import pytest

from assistant.page.register_axis import axis_of
from assistant.register import Figure, Series, Value

SLOT = 50.0


def drawn(*years: int) -> Series:
    row = Figure("产量", "1", "吨", "", "", "a.txt", "a", "", 0, 2, 0, 0, 0, 2)
    values = tuple(Value(str(year), row, True, False, False) for year in years)
    return Series("产量", "吨", "level", values)


def test_years_are_as_far_apart_as_in_time() -> None:
    axis = axis_of(drawn(2020, 2021, 2021, 2030), SLOT)
    one, two, three = (axis.places[year] * axis.width for year in ("2020", "2021", "2030"))
    assert three - two == pytest.approx(9 * (two - one)) and not axis.breaks
    assert two - one >= 1.5 * SLOT  # two columns beside one


def test_where_that_takes_much_room_years_are_left_out() -> None:
    axis = axis_of(drawn(1954, *[2023] * 4, *[2024] * 4), SLOT)
    assert len(axis.breaks) == 1 and axis.width == 9 * SLOT
    assert axis.places["1954"] * axis.width == SLOT / 2
    assert axis.breaks[0] * axis.width == SLOT
