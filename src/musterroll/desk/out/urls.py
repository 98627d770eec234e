"""Addresses of what leaves the desk for readers, in each language."""

from django.urls import path

from musterroll.desk.out import exports, feeds, policies
from musterroll.desk.out.api import described

urlpatterns = [
    path("api-docs/", described.show, name="api-docs"),
    path("policies/", policies.show_all, name="policies"),
    path("policies/<slug:name>/", policies.show, name="policy"),
    path("exports/", exports.show, name="exports"),
    path("feeds/", feeds.show_all, name="feeds"),
    path("feeds/<slug:name>.<slug:form>", feeds.show, name="feed"),
    path("feeds/<slug:kind>/<key:number>/feed.<slug:form>", feeds.show_about, name="feed-about"),
]
