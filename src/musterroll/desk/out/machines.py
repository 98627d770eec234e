"""Addresses for machines: they stand outside the languages."""

from django.urls import path

from musterroll.desk.out import crawlers, exports
from musterroll.desk.out.api.door import api, nothing_here

urlpatterns = [
    path("sitemap.xml", crawlers.sitemap_index, name="sitemap"),
    path("sitemap/<slug:name>.xml", crawlers.sitemap, name="sitemap-page"),
    path("robots.txt", crawlers.robots, name="robots"),
    path(".well-known/security.txt", crawlers.security, name="security-txt"),
    path("api/v1/", api.urls),
    path("api/<path:rest>", nothing_here),
    path("exports/datapackage.json", exports.package, name="datapackage"),
    path("exports/places.geojson", exports.places_file, name="export-places"),
    path("exports/<slug:name>.csv-metadata.json", exports.sheet_description, name="export-columns"),
    path("exports/<slug:name>.<slug:form>", exports.sheet_file, name="export"),
]
