"""Addresses of the public pages: they are read, and nothing can be sent to them."""

from django.urls import path
from django.views.decorators.http import require_safe

from musterroll.desk.reading import claims, commitments, findings, forces, outlets, overview, places, reports, search

PAGES = (
    ("", overview.show, "overview"),
    ("findings/", findings.show_all, "findings"),
    ("findings/<key:number>/", findings.show, "finding"),
    ("claims/<key:number>/", claims.show, "claim"),
    ("chains/<key:number>/", claims.show_chain, "chain"),
    ("forces/", forces.show_all, "forces"),
    ("forces/<key:number>/", forces.show, "force"),
    ("commitments/", commitments.show_all, "commitments"),
    ("commitments/<key:number>/", commitments.show, "commitment"),
    ("reports/", reports.show_all, "reports"),
    ("reports/<key:number>/", reports.show, "report"),
    ("search/", search.show, "search"),
    ("outlets/", outlets.show_all, "outlets"),
    ("outlets/<key:number>/", outlets.show, "outlet"),
    ("places/", places.show_all, "places"),
    ("places/<key:number>/", places.show, "place"),
    ("map-data.geojson", places.show_pins, "map-data"),
)
urlpatterns = [path(route, require_safe(view), name=name) for route, view, name in PAGES]
