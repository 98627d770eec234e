"""Entries written as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from musterroll.desk.marks import hold_form
from musterroll.desk.out.entries import Entry

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Channel:
    """A feed as a whole: `address` is its own, `page` the page of the same things, `author` who publishes it."""

    title: str
    description: str
    address: str
    page: str
    author: str
    language: str


class Steady:
    """A feed without entries is as old as can be, and not new each time it is asked for."""

    items: list[dict[str, Any]]

    def latest_post_date(self) -> datetime:
        """Return when the newest entry changed."""
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=EPOCH)


class Atom(Steady, Atom1Feed):
    """Atom as Django writes it, with a relation to the page of each entry."""


class Rss(Steady, Rss201rev2Feed):
    """RSS as Django writes it; it has no word for "updated", so that Atom's is lent to it."""

    def rss_attributes(self) -> dict[str, str]:
        """Return the root's attributes."""
        return {**super().rss_attributes(), "xmlns:dcterms": "http://purl.org/dc/terms/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Write an entry's elements, and when it was changed."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("dcterms:modified", item["updateddate"].isoformat())


def as_atom(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as Atom."""
    return written(Atom, channel, entries)


def as_rss(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as RSS 2.0."""
    return written(Rss, channel, entries)


def written(kind: type[SyndicationFeed], channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as XML; a summary is taken for HTML by those who read it, so that it is escaped for that."""
    feed = kind(
        title=channel.title, link=channel.page, description=channel.description, language=channel.language,
        author_name=channel.author, feed_url=channel.address, feed_guid=channel.address, subtitle=channel.description,
    )  # fmt: skip
    for entry in entries:
        feed.add_item(
            title=entry.title, link=entry.address, description=escape(entry.summary), unique_id=entry.address,
            unique_id_is_permalink=True, pubdate=entry.published, updateddate=entry.updated,
            categories=(entry.status, *(("held",) if entry.held else ()), *entry.tags), author_name=entry.author,
        )  # fmt: skip
    return feed.writeString("utf-8").encode("utf-8")


def as_json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Return the feed as JSON Feed 1.1; what the format has no word for stands under "_musterroll"."""
    made = {
        "version": JSON_FEED,
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.address,
        "description": channel.description,
        "language": channel.language,
        "authors": [{"name": channel.author}],
        "items": [item_of(entry) for entry in entries],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8")


def item_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON Feed has it."""
    made: dict[str, Any] = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "tags": list(entry.tags),
        "_musterroll": {
            "status": entry.status,
            "pub_status": entry.pub_status,
            "held": [hold_form(one) for one in entry.held],
        },
    }
    return {**made, "authors": [{"name": entry.author}]} if entry.author else made
