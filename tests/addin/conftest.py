"""Workbooks that `fordel pulje` has been run on, for all that begins where it ends: made once for all tests of a
process."""

from __future__ import annotations

import pytest

from tests.addin.filejobs.files import distributed, houses, large


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return distributed(large(), tmp_path_factory.mktemp("stor"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return distributed(houses(), tmp_path_factory.mktemp("lille"))
