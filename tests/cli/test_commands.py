"""The command line, from outside."""

import argparse
import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from musterroll.cli import ACT_REFUSED, BROKEN, COMMANDS, DONE, INTERRUPTED, SOME_REFUSED, USAGE, build_parser
from musterroll.pipeline.forms import safe_cell


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    command = [
        sys.executable,
        "-c",
        "import sys; from musterroll.cli import main; sys.exit(main())",
        *map(str, arguments),
    ]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_read_writes_one_report_a_line(root: Path) -> None:
    """In a pipe the output is JSON Lines whose spans fit the text, and the summary goes to standard error."""
    done = run("read", root / "samples" / "records.jsonl")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [report["id"] for report in reports] == ["wire-0412", "wire-0413"]
    for report in reports:
        for claim in report["claims"]:
            assert report["text"][slice(*claim["trigger"])].strip()
            assert all(0 <= start < end <= len(report["text"]) for _, start, end in claim["parts"])
    assert done.stderr.splitlines()[0].startswith("2 pages, 2 reports, ")


def test_csv_has_a_row_a_claim(root: Path) -> None:
    """CSV gives as many rows as JSON Lines gives claims."""
    source = root / "samples" / "records.jsonl"
    rows = list(csv.DictReader(io.StringIO(run("read", source, "--format", "csv").stdout)))
    lines = run("read", source, "--format", "jsonl").stdout.splitlines()
    assert len(rows) == sum(len(json.loads(line)["claims"]) for line in lines) > 0


def test_table_shows_title_and_speaker(root: Path) -> None:
    """The table names the report, its outlet and on whose word each claim stands."""
    done = run("read", root / "samples" / "harbour-courier.html", "--format", "table")
    assert "Fighters back from Libya say they were never paid" in done.stdout
    assert "The Harbour Courier (invented)" in done.stdout
    assert "on whose word" in done.stdout


def test_a_bad_page_is_named_and_the_rest_is_read(root: Path, tmp_path: Path) -> None:
    """A PDF between two good pages costs one line on standard error and exit code 1."""
    bad = tmp_path / "x.html"
    bad.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    good = root / "samples" / "northern-ledger.html"
    done = run("extract", good, bad, tmp_path / "missing.html", good)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert f"{bad}: not-text:" in done.stderr
    assert "missing.html: not-found:" in done.stderr


def test_what_is_bad_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    """A 50 MB page, 50,000 nested tags, an empty file, a broken line and a private address: a line each, the rest read."""
    (tmp_path / "a-big.html").write_bytes(b"<html><body><p>" + b"x " * 25_000_000)
    (tmp_path / "b-nested.html").write_text("<div>" * 50_000 + "Rebels left." + "</div>" * 50_000)
    (tmp_path / "c-empty.txt").write_bytes(b"")
    (tmp_path / "d-lines.jsonl").write_text('{"id": "1", "text": "Rebels left Goma on Monday."}\n{"id": \n')
    done = run("extract", tmp_path, "http://127.0.0.1:9/y", "ftp://example.org/x", "--seconds", "30")
    refused = {line.split(": ")[0].rsplit("/", 1)[-1]: line.split(": ")[1] for line in done.stderr.splitlines()[1:]}
    assert refused["a-big.html"] == "too-large"
    assert refused["c-empty.txt"] == "empty-page"
    assert refused["d-lines.jsonl:2"] == "broken-record"
    assert {"private-address", "bad-address"} <= set(refused.values())
    assert '"id": "1"' in done.stdout
    assert done.returncode == 1


def test_an_arabic_page_is_kept_and_not_read(root: Path) -> None:
    """A report in Arabic is written with its text and the reason why it was not read."""
    done = run("read", root / "tests" / "golden" / "extract" / "arabic" / "page.html")
    (report,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (report["language"], report["not_read"], report["claims"]) == ("ar", "not read: ar", [])
    assert "unread-language: not read: ar" in done.stderr
    assert done.returncode == 1


def test_a_report_about_something_else_is_kept_without_its_claims(tmp_path: Path) -> None:
    """What was left out is named and counted, the run is no failure, and --ungated takes it."""
    page = tmp_path / "shop.txt"
    page.write_text("The chain recruits 1,200 people, sends them to the south and pays them from the first day.\n")
    done, ungated = run("read", page), run("read", page, "--ungated")
    (report,), (whole,) = (list(map(json.loads, one.stdout.splitlines())) for one in (done, ungated))
    count = len(whole["claims"])
    assert count and report["claims"] == [] and "not_read" not in report
    assert report["left_out"] == f"not about armed forces: {count} of {count} claims left out"
    assert f", 0 claims, {count} claim{'s' if count > 1 else ''} left out" in done.stderr.splitlines()[0]
    assert f"{page}: no-armed-force: not about armed forces:" in done.stderr
    assert (done.returncode, ungated.returncode) == (0, 0)
    assert "no-armed-force" not in ungated.stderr and "left_out" not in whole


def test_standard_input_is_read() -> None:
    """`-` reads a plain report from standard input."""
    text = b"Rebels seized the town of Goma on Monday, officials said.\n\nThe army sent 300 soldiers to Sake.\n"
    (report,) = (json.loads(line) for line in run("read", "-", stdin=text).stdout.splitlines())
    assert report["claims"]


def test_out_appears_whole_or_not_at_all(root: Path, tmp_path: Path) -> None:
    """--out writes the file under its name at the end; a folder that is not there is a usage error."""
    out = tmp_path / "claims.jsonl"
    assert run("read", root / "samples" / "records.jsonl", "--out", out).returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    assert list(tmp_path.iterdir()) == [out]
    assert run("read", "x.txt", "--out", tmp_path / "no" / "where.jsonl").returncode == 2


@pytest.mark.parametrize("arguments", [(), ("read",), ("read", "x", "--format", "xml"), ("evaluate", "nowhere.jsonl")])
def test_a_command_that_makes_no_sense_exits_2(arguments: tuple[str, ...]) -> None:
    """Usage errors exit 2 with a line on standard error."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()


def test_a_broken_gold_file_names_its_lines(tmp_path: Path) -> None:
    """`evaluate` on a broken gold file names every broken line and exits 3."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": 1}\n\nnot json\n', encoding="utf-8")
    done = run("evaluate", gold)
    assert done.returncode == 3
    assert f"{gold}:1:" in done.stderr
    assert f"{gold}:3:" in done.stderr


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of every command by its name."""
    (choices,) = (action.choices for action in build_parser()._actions if action.dest == "command")
    return dict(choices)  # type: ignore[arg-type]


def test_every_command_has_a_file() -> None:
    """Each command is a file of its name."""
    assert sorted(subcommands()) == sorted(
        command.__name__.rsplit(".", 1)[-1].replace("_", "-") for command in COMMANDS
    )


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_every_command_and_option_is_documented(name: str, root: Path) -> None:
    """Each command and each of its long options stands in the page of the command line."""
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    options = [option for action in subcommands()[name]._actions for option in action.option_strings]
    missing = {option for option in options if option.startswith("--") and not re.search(rf"`{option}\b", page)}
    assert f"musterroll {name}" in page
    assert missing <= {"--help"}


def test_exit_codes_are_documented(root: Path) -> None:
    """The exit codes stand in the help and in the page of formats."""
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8").split("## Exit codes")[1]
    assert "Exit codes" in build_parser().format_help()
    for code in (DONE, SOME_REFUSED, USAGE, BROKEN, ACT_REFUSED, INTERRUPTED):
        assert f"| {code} |" in page


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """A cell that a spreadsheet would run gets a leading apostrophe."""
    assert safe_cell(cell) == f"'{cell}"
