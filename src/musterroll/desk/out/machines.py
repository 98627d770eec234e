"""Addresses for machines: they stand outside the languages."""

from django.urls import path

from musterroll.desk.out import exports
from musterroll.desk.out.api.door import api, nothing_here

urlpatterns = [
    path("api/v1/", api.urls),
    path("api/<path:rest>", nothing_here),
    path("exports/datapackage.json", exports.package, name="datapackage"),
    path("exports/places.geojson", exports.places_file, name="export-places"),
    path("exports/<slug:name>.csv-metadata.json", exports.sheet_description, name="export-columns"),
    path("exports/<slug:name>.<slug:form>", exports.sheet_file, name="export"),
]
