"""Slips in surnames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.sources.misspelled import likely_meant


@pytest.mark.parametrize("slip", ["brantd", "brndt", "braandt", "brondt", "brant"])
def test_one_slip_leads_to_the_surname(slip):
    assert likely_meant(slip, ["moor", "brandt"]) == "brandt"


@pytest.mark.parametrize("other", ["brandts", "brandt", "grandt", "brnat", "moor", "b", "brand"])
def test_more_than_a_slip_does_not(other):
    assert likely_meant(other, ["brandt"]) is None


def test_between_two_surnames_nothing_is_likely():
    assert likely_meant("brandl", ["brandt", "brandi"]) is None


def test_short_names_are_no_slips():
    assert likely_meant("moot", ["moor"]) is None


@given(st.text("abcde", min_size=1, max_size=8), st.text("abcde", min_size=1, max_size=8))
def test_being_near_is_mutual(one, other):
    assert (likely_meant(one, [other]) is None) == (likely_meant(other, [one]) is None)
