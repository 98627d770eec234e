"""The names that a notebook uses."""

import pytest

import musterroll
from musterroll.records import MusterrollError

PAGE = """<html lang="en"><head><title>Rebels leave town</title></head><body><article><h1>Rebels leave town</h1>
<p>About 300 rebels withdrew from Goma on Monday, a spokesman for the army said, and the town was quiet at night.</p>
<p>The army said it had sent two battalions to Sake. Residents said that shops had opened again in the morning.</p>
</article></body></html>"""


def test_a_page_gives_claims_in_two_calls() -> None:
    """extract and read give claims whose spans fit the report's text."""
    report = musterroll.extract(PAGE, url="https://paper.example/2024/01/02/rebels")
    claims = musterroll.read(report)
    assert report.title == "Rebels leave town"
    assert any(claim.type == "withdrawal" for claim in claims)
    for claim in claims:
        assert claim.report == report.id
        assert all(part.span.of(report.text) for part in claim.parts)


def test_every_public_name_is_there() -> None:
    """__all__ names what exists, and nothing else is meant to be used."""
    assert all(hasattr(musterroll, name) for name in musterroll.__all__)


@pytest.mark.parametrize("page", ["", "   ", b"\x00\x01\x02", "<html></html>"])
def test_what_is_no_report_raises_one_tree(page: str | bytes) -> None:
    """A bad page raises an error of the one tree, and no other."""
    with pytest.raises(MusterrollError):
        musterroll.extract(page)


def test_reading_the_same_report_twice_gives_the_same_claims() -> None:
    """Claims, their ids and their order do not depend on the run."""
    report = musterroll.extract(PAGE)
    assert musterroll.read(report) == musterroll.read(report)
