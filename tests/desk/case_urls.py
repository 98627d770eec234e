"""The desk's addresses, with an empty page for each name that the frame of every page leads to and nobody made yet."""

from django.http import HttpResponse
from django.urls import get_resolver, path

from musterroll.desk import urls
from musterroll.desk.urls import handler400 as handler400

NAMES = (
    "overview", "findings", "forces", "places", "commitments", "reports", "outlets", "search", "opinions", "submit",
    "feeds", "policies", "api-docs",
)  # fmt: skip
ONES = ("finding", "force", "place", "commitment", "report", "claim", "chain", "outlet", "opinion")
made = get_resolver(urls).reverse_dict
urlpatterns = [
    *urls.urlpatterns,
    *(path(f"{name}/", lambda request: HttpResponse("invented"), name=name) for name in NAMES if name not in made),
    *(
        path(f"{name}/<key:number>/", lambda request, number: HttpResponse("invented"), name=name)
        for name in ONES
        if name not in made
    ),
]
