"""Options and fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from quotecheck.rulebook import Rulebook, load_rulebook

settings.register_profile("untimed", deadline=None, derandomize=True)  # neither haste nor chance is a failure
settings.load_profile("untimed")
ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="write what comes out as the expected output; read the difference before you commit it",
    )


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The bundled rules."""
    return load_rulebook()


@pytest.fixture
def expect(request: pytest.FixtureRequest):
    """Compares an output with the file that holds the expected one."""

    def compare(found: str, path: Path) -> None:
        if request.config.getoption("--write-goldens"):
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing; --write-goldens makes it"
        assert found == path.read_text(encoding="utf-8"), f"differs from {path.relative_to(ROOT)}"

    return compare
