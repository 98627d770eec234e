"""For crawlers and for who finds a hole: the map of the site, what to leave alone, and whom to tell."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk import installation
from musterroll.desk.out.feeds import is_known
from musterroll.desk.out.freshness import validated
from musterroll.desk.out.named import actors, places
from musterroll.desk.out.policies import POLICIES
from musterroll.desk.out.site import midnight, permanent, permanents, root_of, whole

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 10_000  # addresses a page; the format allows 50,000
KINDS = {"findings": "finding", "reports": "report"}
FEW = ("pages", "forces", "places", "commitments", "opinions")
PAGES = (
    "overview", "findings", "forces", "places", "commitments", "reports", "outlets", "corrections", "opinions",
    "feeds", "exports", "api-docs", "policies",
)  # fmt: skip
CLOSED = ("/accounts/", "/editors/", "/cases/", "/submissions/", "/submit/", "/corrections/new/", "/intake/")
VALID_DAYS = 180
XML = "application/xml; charset=utf-8"


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponseBase:
    """Give the index: a page for each kind of few things, and pages of findings and reports by their ids."""
    addresses = [whole(request, f"/sitemap/{name}.xml") for name in FEW]
    for name, kind in KINDS.items():
        addresses += [whole(request, f"/sitemap/{name}.xml{start}") for start in starts_of(kind)]
    return as_xml(request, "sitemapindex", "sitemap", addresses)


def starts_of(kind: str) -> Iterator[str]:
    """Yield where each page of a kind begins, as a query."""
    after, query = "", ""
    while True:
        yield query
        ids = ledger.ids_after(kind, after, MOST + 1)
        if len(ids) <= MOST:
            return
        after = ids[MOST - 1]
        query = f"?{urlencode({'after': after})}"


@require_safe
def sitemap(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give one page of the map."""
    if name in KINDS:
        after = request.GET.get("after", "").replace("\x00", "")[:200]
        found = ledger.ids_after(KINDS[name], after, MOST)
        return as_xml(request, "urlset", "url", permanents(request, KINDS[name], found))
    if name not in FEW:
        raise Http404
    return as_xml(request, "urlset", "url", few_of(request, name))


def few_of(request: HttpRequest, name: str) -> list[str]:
    """Return the addresses of a kind that there are few of."""
    if name == "pages":
        policies = (permanent(request, "policy", policy.name) for policy in POLICIES)
        return [*(permanent(request, view) for view in PAGES), *policies]
    ids: dict[str, Iterable[str]] = {
        "forces": (line.id for line in actors() if line.findings and not line.into and is_known(line.id)),
        "places": (line.id for line in places()),
        "commitments": (holding.id for holding in ledger.holdings()),
        "opinions": (opinion.id for opinion in ledger.opinions(limit=MOST)),
    }
    return list(permanents(request, name.removesuffix("s"), ids[name]))


def as_xml(request: HttpRequest, root: str, each: str, addresses: Iterable[str]) -> HttpResponseBase:
    """Return addresses as the format has them."""
    response = HttpResponse(content_type=XML)
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": SPACE}))
    for address in addresses:
        xml.startElement(each, AttributesImpl({}))
        xml.addQuickElement("loc", address)
        xml.endElement(each)
    xml.endElement(root)
    xml.endDocument()
    return validated(request, response)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Give robots.txt: all may read all; forms, cases and accounts are of no use to a crawler."""
    closed = "".join(f"Disallow: {path}\nDisallow: /*{path}\n" for path in CLOSED)
    words = f"User-agent: *\n{closed}Disallow: /*?*format=\n\nSitemap: {root_of(request)}/sitemap.xml\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Give security.txt (RFC 9116); where no address is set the corrections form is the contact."""
    mail = installation.security_email()
    contact = f"mailto:{mail}" if mail else permanent(request, "correction-new")
    until = midnight(timezone.now().date() + timedelta(days=VALID_DAYS))
    lines = (
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
        f"Canonical: {root_of(request)}/.well-known/security.txt",
        f"Policy: {permanent(request, 'policy', 'ownership')}#security",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
