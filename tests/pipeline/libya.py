"""The demo ledger: the sample reports on Libya, read, linked, traced, weighed and held as the command does it."""

import csv
from functools import cached_property
from pathlib import Path

from musterroll import ledger
from musterroll.pipeline import import_sources, rederive, use_packs
from musterroll.records import Chain, Finding, LinkedClaim, Report
from musterroll.reference.packs import Packs, load_packs

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def build(samples: Path, where: Path) -> None:
    """Make the demo ledger and close it."""
    ledger.open_ledger(where, create=True)
    use_packs(load_packs("libya"))
    for _ in import_sources([str(samples)]):
        pass
    rederive()
    ledger.close_ledger()


class Demo:
    """All that the open demo ledger holds, by the file names of its reports."""

    def __init__(self, samples: Path) -> None:
        self.packs: Packs = ledger.packs()
        standing = ledger.standing()
        self.reports: dict[str, Report] = {report.id: report for report in standing.reports}
        self.files = {row["page_url"]: row["file"] for row in rows_of(samples / "INDEX.csv")}
        self.claims: tuple[LinkedClaim, ...] = tuple(standing.claims)
        self.chains: dict[str, Chain] = {chain.claim: chain for chain in ledger.chains(one.id for one in self.claims)}
        self.findings: list[Finding] = list(ledger.every(ledger.findings, ledger.FindingFilter()))
        self.holdings = {holding.id: holding for holding in ledger.holdings()}

    @cached_property
    def finding_of(self) -> dict[str, Finding]:
        """The finding that each claim is in: one that it tells, before one that it denies."""
        denied = {claim: finding for finding in self.findings for claim in finding.denials}
        return denied | {claim: finding for finding in self.findings for claim in finding.claims}

    def file_of(self, claim: str) -> str:
        """Return the file of the report of a claim."""
        return self.files[str(self.reports[self.by_id[claim].claim.report].url)]

    @cached_property
    def by_id(self) -> dict[str, LinkedClaim]:
        """The claims by their ids."""
        return {one.id: one for one in self.claims}

    def claims_in(self, file: str) -> list[LinkedClaim]:
        """Return the claims of the report of a file."""
        return [one for one in self.claims if self.file_of(one.id) == file]

    def words(self, claim: str) -> str:
        """Return the sentence of a claim."""
        linked = self.by_id[claim].claim
        report = self.reports[linked.report]
        return report.sentences[linked.sentence].of(report.text)
