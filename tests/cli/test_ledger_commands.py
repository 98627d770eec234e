"""The commands on a ledger, on three invented reports."""

import csv
import io
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

ACT = ("--why", "the page was withdrawn", "--by", "Ann (invented)")
LISTS = ("findings", "claims", "actors", "commitments", "log")


def wagner(ask: Ask) -> dict[str, object]:
    """Return the finding on the Wagner Group in Libya."""
    (finding,) = ask("findings", "--force", "wagner-group", "--format", "json").form
    return dict(finding)


def claim_of(ask: Ask, words: str) -> str:
    """Return the id of the first claim whose sentence has words."""
    return str(ask("claims", "--search", words, "--format", "json").form[0]["id"])


def test_a_finding_reads_as_a_line(ask: Ask) -> None:
    """A finding says who is where, the kind of number, how many, when, on how many origins, and its grade."""
    said = ask("findings", "--force", "Wagner Group")
    line, count = said.out.splitlines()
    assert "Wagner Group · presence in Libya · stock · 0–2,000 · Feb 2021 · 2 origins (" in line
    assert line.endswith("3 reports, 1 copy, 2 denials · contested")
    assert count == "1 finding"


def test_every_bound_of_a_finding_opens_to_sentences(ask: Ask) -> None:
    """`finding` shows the sentences behind the bounds, the origins and the denials, and the grade's reasons."""
    finding = wagner(ask)
    said = ask("finding", str(finding["id"])[:6])
    lines = said.out.splitlines()
    assert said.code == 0
    assert "“The Libyan National Army denied that Wagner fighters are in Libya.”" in lines[lines.index("lowest 0") + 1]
    assert "“TRIPOLI — Two thousand Wagner Group" in lines[lines.index("highest 2,000") + 1]
    assert "denied by" in lines
    assert "grade: contested" in lines
    form = ask("finding", str(finding["id"]), "--format", "json").form
    quotes = {claim["id"]: claim["quote"] for claim in form["evidence"]}
    assert {*form["min_claims"], *form["max_claims"], *form["claims"], *form["denials"]} <= quotes.keys()
    assert all(quotes.values())


def test_filters_keep_what_is_asked(ask: Ask) -> None:
    """Filters by type, place, measure, grade, days and words keep the findings asked for and no other."""
    assert [f["type"] for f in ask("findings", "--type", "movement", "--format", "json").form] == ["movement"]
    assert ask("findings", "--grade", "contested", "--format", "json").form == [wagner(ask)]
    assert ask("findings", "--search", "two thousand", "--format", "json").form == [wagner(ask)]
    assert len(ask("findings", "--place", "Libya", "--measure", "flow", "--format", "json").form) == 1
    assert ask("findings", "--until", "2021-02-09", "--format", "json").form == []
    assert len(ask("findings", "--since", "2021-02-12", "--format", "json").form) == 2


def test_claims_carry_their_sentence(ask: Ask) -> None:
    """`claims` lists each claim on a line with its sentence, outlet and day below; filters hold there too."""
    lines = ask("claims", "--source", "sohr").out.splitlines()
    assert lines[0].startswith("Wagner Group · presence in Libya · about 1,200 · ")
    assert lines[1].startswith("  “About 1,200 Wagner Group fighters are in Libya")
    assert "northern-ledger.example, 12 Feb 2021" in lines[1]
    assert len(ask("claims", "--polarity", "negative", "--format", "json").form) == 2


def test_a_report_shows_its_claims(ask: Ask) -> None:
    """`report` shows title, day, status and the claims with their sentences."""
    claim = ask("claims", "--type", "movement", "--format", "json").form[0]
    said = ask("report", claim["report"][:8])
    assert said.out.splitlines()[0] == "Fighters said to stay (invented)"
    assert f"report {claim['report']} · standing" in said.out
    assert "“Turkey sent 300 Syrian fighters to Libya in January, the monitor added.”" in said.out
    form = ask("report", claim["report"], "--format", "json").form
    assert form["status"] == "standing"
    assert len(form["claims"]) == 2
    assert "Two thousand" not in form["text"]


def test_a_chain_is_shown_with_arrows(ask: Ask) -> None:
    """`chain` shows source, relay and outlet with arrows, the origin, and what drifted."""
    claim = next(c for c in ask("claims", "--search", "harbour", "--format", "json").form if c["strength"])
    first = ask("chain", claim["id"]).out.splitlines()[0]
    assert first.startswith("UN Panel of Experts (source) → ")
    assert first.endswith("(outlet)")
    form = ask("chain", claim["id"], "--format", "json").form
    assert {"claim", "links", "origin", "drift"} <= form.keys()
    assert form["claim"] == claim["id"]
    assert "changed on the way" in ask("chain", claim["id"]).out


def test_commitments_count_days_past_the_deadline(ask: Ask) -> None:
    """`commitments` counts the days past on the day asked for; one in full has its evidence, for and against."""
    held = "ly-ceasefire-2020-foreign-forces"
    said = ask("commitments", "--on", "2021-01-24")
    assert "deadline 23 Jan 2021, 1 day past on 24 Jan 2021" in said.out
    form = ask("commitments", held, "--on", "2021-01-22", "--format", "json").form
    assert (form["id"], form["days_past"]) == (held, -1)
    stances = {evidence["stance"] for evidence in form["evidence"]}
    assert stances == {"for", "against"}
    full = ask("commitments", "ly-ceasefire-2020-fo").out
    assert "against" in full
    assert "Two thousand" in full


def test_actors_are_counted(ask: Ask) -> None:
    """`actors` counts the claims and findings that name each; --all adds those that none names."""
    rows = {row["id"]: row for row in ask("actors", "--format", "json").form}
    assert (rows["wagner-group"]["claims"], rows["wagner-group"]["findings"]) == (5, 1)
    assert rows["wagner-group"]["country"] == "RU"
    assert len(ask("actors", "--all", "--format", "json").form) > len(rows)


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_one_json_document_and_csv_with_a_head(command: str, ask: Ask) -> None:
    """Every list is one JSON document and a CSV whose rows are as long as its head."""
    ask("retract", str(wagner(ask)["reports"][0]), *ACT)  # type: ignore[index]
    assert isinstance(ask(command, "--format", "json").form, list | dict)
    rows = list(csv.reader(io.StringIO(ask(command, "--format", "csv").out)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_no_cell_of_a_ledger_is_a_formula(ask: Ask) -> None:
    """A reason that a spreadsheet would run gets an apostrophe in CSV."""
    ask("reject", claim_of(ask, "two thousand"), "--why", "=1+1", "--by", "@Ann")
    (row, *_) = csv.DictReader(io.StringIO(ask("log", "--format", "csv").out))
    assert (row["why"], row["by"]) == ("'=1+1", "'@Ann")


def test_a_retraction_prints_before_and_after_and_is_restored(ask: Ask) -> None:
    """A retraction shows each finding and commitment that changed, before → after; restoring gives all back."""
    before = {command: ask(command, "--format", "json").out for command in ("findings", "commitments", "claims")}
    sohr = ask("claims", "--source", "sohr", "--format", "json").form[0]["report"]
    said = ask("retract", sohr, *ACT)
    assert said.code == 0
    assert said.out.splitlines()[0] == f"Ann (invented) retracted report {sohr}: the page was withdrawn"
    assert re.search(r"  before  Wagner Group .* 2 origins, .*\n  after → Wagner Group .* 1 origin, ", said.out)
    assert re.search(r"  before  Syrian fighters .*\n  after → is no more", said.out)
    assert "holding ly-ceasefire-2020-foreign-forces: evidence" in said.out
    assert "    − against: “About 1,200 Wagner Group fighters are in Libya" in said.out
    assert "· retracted" in ask("report", sohr).out
    assert ask("claims", "--report", sohr, "--format", "json").form == []
    assert len(ask("claims", "--report", sohr, "--status", "all", "--format", "json").form) == 2
    assert ask("restore", sohr, "--why", "it stands", "--by", "Ann (invented)").code == 0
    assert {command: ask(command, "--format", "json").out for command in before} == before
    log = ask("log", sohr[:7], "--format", "json").form
    assert [each["deed"] for each in log["judgements"]] == ["retract", "restore"]
    assert {each["cause"] for each in log["notices"]} == {each["id"] for each in log["judgements"]}


def test_a_correction_moves_the_bound(ask: Ask) -> None:
    """A mended figure moves the finding's bound; the notice names what changed; reopening takes it back."""
    claim, finding = claim_of(ask, "about Wagner"), wagner(ask)
    said = ask("correct", claim, "--set", "min=5000", "--set", "max=5000", *ACT)
    assert "(min = 5000, max = 5000)" in said.out
    assert wagner(ask)["max"] == 5000
    assert wagner(ask)["max_claims"] == [claim]
    notice = ask("log", str(finding["id"]), "--format", "json").form["notices"][0]
    assert [notice["before"][key] for key in ("id", "max", "grade")] == [finding[key] for key in ("id", "max", "grade")]
    assert (notice["after"]["max"], notice["had"]["claims"]) == (5000, len(finding["claims"]))  # type: ignore[arg-type]
    assert ask("reopen", claim, *ACT).code == 0
    assert wagner(ask) == finding


def test_claims_are_confirmed_and_rejected(ask: Ask) -> None:
    """A confirmed claim changes no finding; a rejected one is in none."""
    claim = claim_of(ask, "about Wagner")
    assert "no finding and no holding changed" in ask("confirm", claim, *ACT).out
    ask("reject", claim, *ACT)
    assert claim not in wagner(ask)["claims"]  # type: ignore[operator]
    assert [c["status"] for c in ask("claims", "--status", "rejected", "--format", "json").form] == ["rejected"]


def test_actors_are_merged_and_parted(ask: Ask) -> None:
    """A merge moves findings to the other actor, `actors` says so, and parting gives them back."""
    before = wagner(ask)
    assert ask("merge-actors", "wagner-group", "into", "turkey", *ACT).code == 0
    assert ask("findings", "--force", "wagner-group", "--format", "json").form == []
    merged = {row["id"]: row["merged_into"] for row in ask("actors", "--format", "json").form}
    assert merged["wagner-group"] == "turkey"
    assert ask("part-actors", "wagner-group", *ACT).code == 0
    assert wagner(ask) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("retract", "REPORT", "--why", "x"), "by nobody"),
        (("retract", "REPORT", "--by", "Ann"), "no reason"),
        (("restore", "REPORT", *ACT), "not retracted"),
        (("correct", "CLAIM", "--set", "colour=red", *ACT), "colour"),
        (("correct", "CLAIM", "--set", "force=nobody-known", *ACT), "no actor"),
        (("merge-actors", "turkey", "turkey", *ACT), "into itself"),
        (("part-actors", "turkey", *ACT), "not merged"),
    ],
)
def test_a_refused_act_exits_4_and_changes_nothing(arguments: tuple[str, ...], says: str, ask: Ask) -> None:
    """An act by nobody, without a reason or that cannot be done exits 4 with the reason, and leaves nothing behind."""
    known = {"REPORT": str(wagner(ask)["reports"][0]), "CLAIM": claim_of(ask, "about Wagner")}  # type: ignore[index]
    before = ask("log").out, ask("findings").out
    said = ask(*(known.get(argument, argument) for argument in arguments))
    assert (said.code, said.out) == (4, "")
    assert re.search(f"^musterroll: act-refused: .*{says}", said.err)
    assert (ask("log").out, ask("findings").out) == before


def test_a_second_retraction_is_refused(ask: Ask) -> None:
    """A report is retracted once."""
    report = str(wagner(ask)["reports"][0])  # type: ignore[index]
    assert ask("retract", report, *ACT).code == 0
    again = ask("retract", report, *ACT)
    assert again.code == 4
    assert "retracted already" in again.err


def test_who_acts_may_stand_in_the_environment(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """MUSTERROLL_BY names who acts where --by does not."""
    monkeypatch.setenv("MUSTERROLL_BY", "Bea (invented)")
    ask("confirm", claim_of(ask, "about Wagner"), "--why", "read")
    assert ask("log", "--format", "json").form["judgements"][0]["by"] == "Bea (invented)"


@pytest.mark.parametrize(
    "arguments",
    [
        ("finding", "0000000"),
        ("report", "nowhere"),
        ("chain", "zzzzzz"),
        ("commitments", "no-such"),
        ("log", "nothing"),
    ],
)
def test_what_is_not_there_exits_3(arguments: tuple[str, ...], ask: Ask) -> None:
    """An id that nothing has is an error that says so."""
    said = ask(*arguments)
    assert said.code == 3
    assert "not-in-ledger" in said.err


def test_an_id_cut_short_must_mean_one(ask: Ask) -> None:
    """A head of an id that several have names them all; one under six characters is not taken."""
    said = ask("commitments", "ly-ceasefire-2020")
    assert said.code == 2
    assert "ly-ceasefire-2020-foreign-forces" in said.err
    assert "could be any of these" in said.err
    assert ask("commitments", "ly-ce").code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("findings", "--type", "dance"),
        ("findings", "--since", "soon"),
        ("commitments", "--on", "2021-13-01"),
        ("correct", "x"),
        ("correct", "abcdef", "--set", "max", *ACT),
        ("correct", "abcdef", "--set", "max=1", "--set", "max=2", *ACT),
        ("merge-actors", "turkey", *ACT),
        ("read", "x.txt", "--pack", "libya"),
        ("read", "x.txt", "--into", "y.db", "--format", "csv"),
        ("read", "x.txt", "--into", "y.db", "--workers", "0"),
    ],
)
def test_a_command_on_a_ledger_that_makes_no_sense_exits_2(arguments: tuple[str, ...], ask: Ask) -> None:
    """Usage errors exit 2 with a line on standard error."""
    said = ask(*arguments)
    assert said.code == 2
    assert said.err.strip()


def test_no_ledger_is_said_with_the_command_that_makes_one(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no ledger, or a file that is none, the command exits 3, says so, and makes nothing."""
    absent = ask("findings", "--ledger", "absent.db")
    assert absent.code == 3
    assert "musterroll read SOURCES --into absent.db" in absent.err
    assert not (tmp_path / "absent.db").exists()
    (tmp_path / "note.txt").write_text("no ledger")
    monkeypatch.setenv("MUSTERROLL_LEDGER", "note.txt")
    assert ask("findings").code == 3
    assert (tmp_path / "note.txt").read_text() == "no ledger"


def test_the_same_reports_again_change_nothing(ask: Ask, reports: Path) -> None:
    """Reading the same reports twice leaves every answer as it was."""
    before = [ask(command, "--format", "json").out for command in LISTS]
    done = ask("read", str(reports), "--into", "musterroll.db")
    assert done.code == 0
    assert "3 known already" in done.err
    assert [ask(command, "--format", "json").out for command in LISTS] == before


def test_other_packs_link_anew(ask: Ask, reports: Path) -> None:
    """With other packs the claims that are there are linked by them; with the first ones again all is as it was."""
    before = ask("findings", "--format", "json").out
    ask("read", str(reports), "--into", "musterroll.db", "--pack", "world")
    assert ask("findings", "--format", "json").out != before
    ask("read", str(reports), "--into", "musterroll.db", "--pack", "libya")
    assert ask("findings", "--format", "json").out == before


def test_a_broken_pack_leaves_the_old_one_in_force(ask: Ask, reports: Path, tmp_path: Path) -> None:
    """A pack with errors is named with all of them, and the ledger keeps the packs it has."""
    before = ask("findings", "--format", "json").out
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.yaml").write_text("id: Broken Pack\ntitel: x\n")
    done = ask("read", str(reports), "--into", "musterroll.db", "--pack", str(tmp_path / "broken"))
    assert done.code == 3
    assert "unknown key 'titel'" in done.err
    assert ask("findings", "--format", "json").out == before
