"""Addresses of the public pages."""

from django.urls import path

from musterroll.desk.reading import claims, commitments, findings, forces, outlets, overview, places, reports, search

urlpatterns = [
    path("", overview.show, name="overview"),
    path("findings/", findings.show_all, name="findings"),
    path("findings/<key:number>/", findings.show, name="finding"),
    path("claims/<key:number>/", claims.show, name="claim"),
    path("chains/<key:number>/", claims.show_chain, name="chain"),
    path("forces/", forces.show_all, name="forces"),
    path("forces/<key:number>/", forces.show, name="force"),
    path("commitments/", commitments.show_all, name="commitments"),
    path("commitments/<key:number>/", commitments.show, name="commitment"),
    path("reports/", reports.show_all, name="reports"),
    path("reports/<key:number>/", reports.show, name="report"),
    path("search/", search.show, name="search"),
    path("outlets/", outlets.show_all, name="outlets"),
    path("outlets/<key:number>/", outlets.show, name="outlet"),
    path("places/", places.show_all, name="places"),
    path("places/<key:number>/", places.show, name="place"),
    path("map-data.geojson", places.show_pins, name="map-data"),
]
