"""Addresses of the public pages."""

from django.urls import path

from musterroll.desk.reading import overview

urlpatterns = [
    path("", overview.show, name="overview"),
]
