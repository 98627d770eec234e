"""Feeds: valid by their formats, complete, and honest about what was corrected."""

import json
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from musterroll import ledger
from musterroll.desk.out.entries import Entry, clean
from musterroll.desk.out.feed_forms import Channel, as_atom, as_json_feed, as_rss
from musterroll.ledger import FindingFilter
from tests.desk.out.conftest import Corrected, body

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/feeds/findings", "/feeds/corrections", "/feeds/opinions", "/feeds/force/wagner-group/feed")
THEN = datetime(2021, 3, 27, tzinfo=UTC)
CHANNEL = Channel("A title", "What it is", "https://roll.example/f.atom", "https://roll.example/", "An editor", "en")
HOSTILE = "<script>alert(1)</script> & ]]> \x00\x0b\ud800 “q”"


@pytest.mark.parametrize("feed", FEEDS)
def test_atom_has_what_its_rfc_requires(client: Client, feed: str) -> None:
    """A feed and each of its entries have an id, a title, an updated and an author (RFC 4287, 4.1.1 and 4.1.2)."""
    root = ElementTree.fromstring(body(client, f"{feed}.atom"))
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert any(link.get("rel") == "alternate" for link in element.findall(f"{ATOM}link"))
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"alternate", "self"}
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("feed", FEEDS)
def test_rss_has_what_its_specification_requires(client: Client, feed: str) -> None:
    """A channel has title, link and description, each item a title or description and a permanent guid."""
    root = ElementTree.fromstring(body(client, f"{feed}.rss"))
    assert root.tag == "rss" and root.get("version") == "2.0"
    (channel,) = root.findall("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "lastBuildDate"))
    for item in channel.findall("item"):
        assert item.findtext("title") and item.findtext("description")
        assert item.findtext("guid") == item.findtext("link")


@pytest.mark.parametrize("feed", FEEDS)
def test_json_feed_has_the_shape_of_its_version(client: Client, feed: str) -> None:
    """A JSON feed has version, title and items; each item an id, a text and moments with an offset."""
    made = json.loads(body(client, f"{feed}.json"))
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert made["title"] and made["feed_url"].endswith(f"{feed}.json") and made["authors"][0]["name"]
    for item in made["items"]:
        assert item["id"] == item["url"] and item["content_text"] and isinstance(item["tags"], list)
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert datetime.fromisoformat(item["date_modified"]) >= datetime.fromisoformat(item["date_published"])


def test_what_was_corrected_stays_is_marked_and_comes_to_the_top(client: Client, corrected: Corrected) -> None:
    """Every finding that a judgement took away or changed is in the feed, above the others, with a word in its title."""
    items = json.loads(body(client, "/feeds/findings.json"))["items"]
    status = {item["id"].split("/")[-2]: item["_musterroll"]["status"] for item in items}
    assert corrected.gone and corrected.changed
    assert {status[number] for number in corrected.gone} == {"retracted"}
    assert {status[number] for number in corrected.changed} == {"corrected"}
    marked = [item["_musterroll"]["status"] != "standing" for item in items]
    assert marked == sorted(marked, reverse=True)
    assert all(item["title"].startswith("Correction") for item, mark in zip(items, marked, strict=True) if mark)
    published = {item["id"]: item["date_published"] for item in items}
    assert all(item["date_modified"] > published[item["id"]] for item in items[: sum(marked)])


def test_an_entry_keeps_its_id_when_it_is_corrected(client: Client, corrected: Corrected) -> None:
    """The ids of entries are the permanent addresses of their findings, retracted or not, in every language."""
    for feed in ("/feeds/findings.json", "/ar/feeds/findings.json"):
        ids = {item["id"] for item in json.loads(body(client, feed))["items"]}
        assert {f"http://testserver/findings/{number}/" for number in corrected.gone} <= ids


def test_a_force_has_a_feed_of_its_own_findings(client: Client) -> None:
    """The feed of a force holds its findings and no others, and so does that of a place."""
    for kind, number in (("force", "wagner-group"), ("place", "geonames:2215636")):
        found = ledger.findings(FindingFilter(**{kind: number}), limit=50)
        items = json.loads(body(client, f"/feeds/{kind}/{number}/feed.json"))["items"]
        assert {item["id"].split("/")[-2] for item in items} == {one.id for one in found}


def test_a_feed_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    """Who shows the ETag of the last answer gets 304 without a body, also of a feed without entries."""
    for feed in FEEDS:
        tag = client.get(f"{feed}.atom").headers["ETag"]
        again = client.get(f"{feed}.atom", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ["/feeds/nothing.atom", "/feeds/findings.pdf", "/feeds/report/x/feed.atom"])
def test_what_is_no_feed_is_not_found(client: Client, address: str) -> None:
    """A feed of an unknown name, form or kind gives 404."""
    assert client.get(address).status_code == 404


def test_hostile_words_stay_words() -> None:
    """Markup, control characters and half characters in an entry neither break a feed nor act in a reader."""
    entry = Entry("https://roll.example/1", clean(HOSTILE), clean(HOSTILE), THEN, THEN, "standing", ("a<b",))
    atom = ElementTree.fromstring(as_atom(CHANNEL, [entry]))
    summary = atom.find(f"{ATOM}entry/{ATOM}summary")
    assert summary is not None and "<script" not in (summary.text or "") and "&lt;script" in (summary.text or "")
    item = ElementTree.fromstring(as_rss(CHANNEL, [entry])).find("channel/item")
    assert item is not None and "<script" not in (item.findtext("description") or "")
    assert json.loads(as_json_feed(CHANNEL, [entry]))["items"][0]["title"].startswith("<script>")


def test_an_empty_feed_is_as_old_as_can_be() -> None:
    """A feed without entries says 1970 and not now, so that it is the same each time."""
    assert as_atom(CHANNEL, []) == as_atom(CHANNEL, [])
    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in as_atom(CHANNEL, [])


def test_the_page_of_feeds_links_every_feed(client: Client) -> None:
    """The page lists the feeds of the desk in three forms, and those of every force of the packs with a finding."""
    shown = body(client, "/feeds/")
    forces = [line.id for line in ledger.actors() if line.findings and not line.id.startswith("said:")]
    for form in ("atom", "rss", "json"):
        assert all(f'href="/feeds/{name}.{form}"' in shown for name in ("findings", "corrections", "opinions"))
        assert all(f'href="/feeds/force/{number}/feed.{form}"' in shown for number in forces)
