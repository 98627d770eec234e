"""Packs: what holds is loaded, what does not is said all at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.cli import main
from musterroll.records import PackError
from musterroll.reference.packs import DUTIES, check_pack, load_packs
from musterroll.reference.packs.loading import FILES
from musterroll.reference.packs.records import ACTOR_KINDS

HEAD = "id: small\ntitle: A small pack\n"


def small(folder: Path, **tables: str) -> Path:
    """Write a pack of a few files; a double underscore in a name stands for the dot."""
    for name, text in {"pack__yaml": HEAD, **tables}.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    """Return the errors of a pack, without its folder."""
    with pytest.raises(PackError) as caught:
        check_pack(folder)
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).split("\n")]


@pytest.mark.parametrize("name", ["world", "libya"])
def test_the_shipped_packs_hold(name: str) -> None:
    """The packs that come with the program have no error."""
    assert check_pack(name).id == name


def test_libya_holds_what_it_promises() -> None:
    """Every row of the sources is there: 49 commitments, 12 of them with an unverified clause, and 117 sites."""
    pack = check_pack("libya")
    assert len(pack.commitments) == 49 and sum(c.unverified for c in pack.commitments) == 12
    assert len(pack.sites) == 117
    clause = next(c for c in pack.commitments if c.id == "ly-ceasefire-2020-foreign-forces")
    assert (clause.since, clause.until) == ("2020-10-23", "2021-01-23")
    assert clause.bound == ("libyan-national-army", "government-of-national-accord")


def test_sponsors_have_their_dates() -> None:
    """Who backs an actor is an id with the years in which it did."""
    sponsors = {s.actor: s for s in load_packs("libya").actors["libyan-national-army"].sponsors}
    assert (sponsors["uae"].since, sponsors["uae"].until) == ("2014", None)
    assert sponsors["russia"].since == "2018"


def test_the_world_has_states_armies_and_monitors() -> None:
    """The world pack has an actor of most kinds, and a state for every seat in the UN."""
    actors = check_pack("world").actors
    assert {a.kind for a in actors} >= set(ACTOR_KINDS) - {"government", "company", "aggregate"}
    assert sum(a.kind == "state" for a in actors) >= 193


def test_every_error_is_shown_together_with_file_and_line(tmp_path: Path) -> None:
    """Errors of all files come in one PackError, each with its file and line."""
    folder = small(
        tmp_path,
        pack__yaml="id: Small Pack\ntitel: x\n",
        actors__csv="id,name,kind,country,basis\nab,A,army,LY,know\nab,B,person,Libya,know\n,C,person,,page\nd,D\n",
        sites__csv="id,name,kind,country,lat,lon\nX1,X,airport,LY,95,abc\n",
        commitments__csv="id,instrument,obligation,duty,bound,since,until\nc1,I,O,none,nobody|all parties,2020-13-01,2019\n",
        words__yaml="cues: [said]\nhedges: maybe\n",
        sponsers__csv="actor\n",
    )
    assert faults(folder) == [
        "pack.yaml:2: unknown key 'titel'",
        "pack.yaml:1: title is missing or not text",
        "pack.yaml:1: id 'Small Pack' is not an id",
        "actors.csv:5: 2 cells where the head line has 5",
        "actors.csv:3: id 'ab' stands in line 2 already",
        f"actors.csv:2: kind 'army' is none of {', '.join(ACTOR_KINDS)}",
        "actors.csv:3: country 'Libya' is not an ISO 3166 code of two letters",
        "actors.csv:4: basis is page and source_url is empty",
        "actors.csv:4: id is empty",
        "commitments.csv:2: since '2020-13-01' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)",
        "words.yaml:1: cues is not a mapping of kinds to lists",
        "words.yaml:2: hedges is not a list of words",
        "sites.csv:2: lat 95 is not between -90 and 90",
        "sites.csv:2: lon 'abc' is no number",
        "commitments.csv:2: bound 'nobody' is no actor of this pack or of those it needs",
        "sponsers.csv: a pack has no such file (it has pack.yaml, actors.csv, sponsors.csv, sites.csv, outlets.csv, "
        "commitments.csv, reservations.csv, words.yaml)",
    ]


def test_what_a_commitment_asks_is_checked(tmp_path: Path) -> None:
    """Duties, whom they are about, where they play, kinds of evidence and reservations: each error has its line."""
    head = "id,instrument,obligation,duty,about,countries,area,bound,since,until,until_is,evidence_against,verifiers\n"
    rows = (
        "c1,I,O,disarm,foreign,LY,,all parties,2020,,,,\n"
        "c2,I,O,no-arrivals|none,somebody,Libya,1 2 3,all parties,2020,2021,never,seen [presence],anybody\n"
        "c3,I,O,cease-fire,,,50 10 20 30,all parties,2020,,,,\n"
    )
    folder = small(
        tmp_path, commitments__csv=head + rows,
        reservations__csv="commitment,who,words,source_url\nc9,x,,\nc1,somebody,no,https://example.org\n",
    )  # fmt: skip
    assert faults(folder) == [
        "reservations.csv:2: commitment 'c9' is not in commitments.csv",
        "reservations.csv:2: source_url is empty",
        "reservations.csv:2: words is empty",
        f"commitments.csv:2: duty 'disarm' is none of {', '.join(DUTIES)}",
        "commitments.csv:3: duty none stands beside another",
        "commitments.csv:3: evidence_against: 'presence' is no kind of evidence for duty no-arrivals | none",
        "commitments.csv:3: countries 'Libya' is not an ISO 3166 code of two letters",
        "commitments.csv:3: area '1 2 3' is not “south west north east” in degrees",
        "commitments.csv:3: until_is 'never' is none of deadline, end",
        "commitments.csv:4: about is empty",
        "commitments.csv:4: countries is empty",
        "commitments.csv:4: area '50 10 20 30' is not “south west north east” in degrees",
        "commitments.csv:2: who (reservations.csv) 'somebody' is no actor of this pack or of those it needs",
        "commitments.csv:3: about 'somebody' is no actor of this pack or of those it needs",
        "commitments.csv:3: verifiers 'anybody' is no actor of this pack or of those it needs",
    ]


def test_every_libyan_commitment_says_what_it_asks() -> None:
    """Each of the 49 has a duty or says in so many words that it has none; the clause on foreign forces has both."""
    commitments = load_packs("libya").commitments
    clause = commitments["ly-ceasefire-2020-foreign-forces"]
    assert (
        clause.duties == ("withdraw-foreign-forces",) and clause.countries == ("LY",) and "unsmil" in clause.verifiers
    )
    assert [one.who for one in clause.reservations] == ["turkey", "russia"]
    assert sum(not one.duties for one in commitments.values()) == 18
    assert all(one.about and one.countries for one in commitments.values() if one.duties)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("actors.csv", b"id,name,kind\na,\xff,person\n", "actors.csv:2: not UTF-8"),
        ("actors.csv", b'id,name,kind\na,"b,person\n', "actors.csv:2: not CSV: unexpected end of data"),
        ("actors.csv", b"id,name\n", "actors.csv:1: no column 'kind'"),
        ("actors.csv", b"id,name,kind,colour\n", "actors.csv:1: unknown column 'colour'"),
        ("pack.yaml", b"id: [\n", "pack.yaml:2: not YAML: expected the node content, but found '<stream end>'"),
        ("pack.yaml", b"- small\n", "pack.yaml:1: not a mapping of keys to values"),
        ("pack.yaml", b"id: a\ntitle: b\nneeds: [nowhere]\n", "pack.yaml:3: needs 'nowhere', which is not there"),
    ],
)
def test_a_broken_file_is_said_in_words(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    """Bytes that are no text, no CSV or no YAML are one error of that file, never a crash."""
    small(tmp_path)
    (tmp_path / name).write_bytes(content)
    assert says in faults(tmp_path)


def test_a_cell_may_hold_a_line_break(tmp_path: Path) -> None:
    """A row after a cell with a line break is still named by the line it starts in."""
    small(tmp_path, actors__csv='id,name,kind,note\na,A,person,"two\nlines"\nb,B,army,\n')
    assert [line.split(": ")[0] for line in faults(tmp_path)] == ["actors.csv:4"]


def test_two_packs_may_need_each_other(tmp_path: Path) -> None:
    """Packs that need each other are both loaded, once."""
    for one, other in (("a", "b"), ("b", "a")):
        folder = tmp_path / one
        folder.mkdir()
        small(folder, pack__yaml=f"id: {one}\ntitle: {one}\nneeds: [{other}]\n")
    assert {pack.id for pack in load_packs(tmp_path / "a").packs} == {"a", "b"}


CELLS = st.lists(st.text(alphabet='ab,"|\n\x00é1-: []{}', max_size=12), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), CELLS)
def test_no_file_crashes_the_loader(tmp_path_factory: pytest.TempPathFactory, name: str, lines: list[str]) -> None:
    """Whatever stands in a file, the pack holds or PackError says why."""
    folder = small(tmp_path_factory.mktemp("pack"), actors__csv="id,name,kind\n")
    (folder / name).write_text("id,name,kind\n" * name.endswith("csv") + "\n".join(lines), encoding="utf-8")
    try:
        check_pack(folder)
    except PackError as error:
        assert all(line.startswith(f"{folder}/") for line in str(error).split("\n"))


def test_pack_check_counts_what_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """A pack that holds is counted, exit code 0."""
    assert main(["pack", "check", "libya"]) == 0
    assert "49 commitments" in capsys.readouterr().out


def test_pack_check_shows_all_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pack that does not hold ends with exit code 3 and every error on standard error."""
    small(tmp_path, actors__csv="id,name,kind\na,,person\nb,B,army\n")
    assert main(["pack", "check", str(tmp_path)]) == 3
    shown = capsys.readouterr().err
    assert "actors.csv:2: name is empty" in shown and "actors.csv:3: kind 'army'" in shown
    assert main(["pack", "check", str(tmp_path / "nowhere")]) == 3
