"""The tables of agencies, outlets, standing phrases and abbreviations."""

import re

import pytest

from musterroll.reference import abbreviations, agencies, agency_named, outlet_at, outlets, standing_phrases


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("the Associated Press", "AP"),
        ("Reuters", "Reuters"),
        ("reuters", "Reuters"),
        ("AA", "Anadolu Agency"),
        ("MAP", "MAP"),
        ("Map", None),
        ("pa", None),
        ("Trend", "Trend"),
        ("a spokesman", None),
        ("", None),
    ],
)
def test_a_credit_names_its_agency(credit: str, name: str | None) -> None:
    """Agencies are known by name and alias; initials only in capitals."""
    agency = agency_named(credit)
    assert (agency.name if agency else None) == name


def test_no_two_agencies_share_a_name() -> None:
    """Every name is one agency's, and leads back to it."""
    names = [agency.name for agency in agencies()]
    assert len(names) == len(set(names))
    for agency in agencies():
        assert agency_named(agency.name) in (agency, None) or agency.name in ("APA", "CNA")


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.aljazeera.com", "Al Jazeera"),
        ("english.alarabiya.net", "Al Arabiya"),
        ("BBC.co.uk.", "BBC News"),
        ("notbbc.co.uk", None),
        ("co.uk", None),
        ("", None),
    ],
)
def test_a_host_leads_to_its_outlet(host: str, name: str | None) -> None:
    """A host or any name under it is its outlet's; another that ends alike is not."""
    outlet = outlet_at(host)
    assert (outlet.name if outlet else None) == name


def test_the_tables_are_clean() -> None:
    """Hosts are bare and in lower case, countries two letters, phrases folded, abbreviations without their stop."""
    for host, outlet in outlets().items():
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) and not host.startswith("www.")
        assert outlet.name == outlet.name.strip() and re.fullmatch(r"[A-Z]{2}", outlet.country)
    for phrase in standing_phrases():
        assert phrase.place in ("whole", "start", "in")
        assert phrase.phrase == phrase.phrase.casefold().strip() and "’" not in phrase.phrase
    assert not any(word.endswith(".") for word in abbreviations())
