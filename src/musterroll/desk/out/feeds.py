"""Feeds: of findings, corrections and opinions, of each force and place, and the page that lists them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk import installation
from musterroll.desk.out import entries
from musterroll.desk.out.entries import Entry
from musterroll.desk.out.feed_forms import Channel, as_atom, as_json_feed, as_rss
from musterroll.desk.out.freshness import validated
from musterroll.desk.out.named import actors
from musterroll.desk.out.site import here, permanent, whole
from musterroll.ledger import FindingFilter
from musterroll.records import Finding

FORMS = {
    "atom": ("application/atom+xml; charset=utf-8", as_atom),
    "rss": ("application/rss+xml; charset=utf-8", as_rss),
    "json": ("application/feed+json; charset=utf-8", as_json_feed),
}
ABOUT = ("force", "place")


@dataclass(frozen=True)
class Feed:
    """A feed of the whole desk: its name in addresses, its title, the page of the same things, what it holds."""

    name: str
    title: str
    page: str
    entries: Callable[[HttpRequest], list[Entry]]


def feeds() -> tuple[Feed, ...]:
    """Return the feeds of the whole desk."""
    return (
        Feed("findings", _("Findings"), "findings", entries.finding_entries),
        Feed("corrections", _("Corrections"), "corrections", entries.correction_entries),
        Feed("opinions", _("Opinion"), "opinions", entries.opinion_entries),
    )


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """Show the page of feeds."""
    forces = [line for line in actors() if line.findings and not line.into and is_known(line.id)]
    context = {
        "feeds": feeds(),
        "forms": tuple(FORMS),
        "forces": sorted(forces, key=lambda line: (-line.findings, line.name))[:200],
        "places": places_told(),
    }
    return render(request, "desk/out/feeds.html", context)


def places_told() -> list[tuple[str, str]]:
    """Return the places of the findings reported last, by name, each with its id."""
    places = (one.place for one in ledger.findings(limit=500) if one.place)
    found = {place.id: place.name for place in places if is_known(place.id)}
    return sorted(found.items(), key=lambda pair: pair[1])


def is_known(number: str) -> bool:
    """Say whether an id is of the packs or the gazetteer; words that neither knows are too many to list."""
    return not number.startswith("said:")


@require_safe
def show(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Give a feed of the whole desk."""
    feed = next((feed for feed in feeds() if feed.name == name), None)
    if feed is None or form not in FORMS:
        raise Http404
    return answer(request, form, feed.title, here(request, feed.page), feed.entries(request))


@require_safe
def show_about(request: HttpRequest, kind: str, number: str, form: str) -> HttpResponseBase:
    """Give the feed of a force or a place; of one that the ledger has no finding of it is empty, for it may have."""
    if kind not in ABOUT or form not in FORMS:
        raise Http404
    fields = {kind: number}
    held = entries.finding_entries(request, **fields)
    title = _("Findings: %s") % (name_of(kind, number) or number)
    return answer(request, form, entries.clean(title), here(request, kind, number), held)


def name_of(kind: str, number: str) -> str | None:
    """Return the name of a force or a place as its findings have it."""
    found = ledger.findings(FindingFilter(**{kind: number}), limit=1)
    named = [named_in(kind, one) for one in found]
    actor = ledger.packs().actors.get(number) if kind == "force" else None
    return actor.name if actor else next((name for name in named if name), None)


def named_in(kind: str, finding: Finding) -> str | None:
    """Return the name of a finding's force or place."""
    named = finding.force if kind == "force" else finding.place
    return named.name if named else None


def answer(request: HttpRequest, form: str, title: str, page: str, held: list[Entry]) -> HttpResponseBase:
    """Return entries as a feed of a form, with its validators."""
    channel = Channel(
        f"{title} — {installation.publisher()}",
        _("What is said about armed forces, and on whose word. No verdict on what is true."),
        whole(request, request.path),
        page,
        installation.publisher(),
        get_language() or settings.LANGUAGE_CODE,
    )
    media, write = FORMS[form]
    response = HttpResponse(write(channel, held), content_type=media)
    response.headers["Link"] = f'<{permanent(request, "feeds")}>; rel="index"'
    return validated(request, response)
