"""The desk's addresses, one file of them a part. Arabic pages stand below `/ar/`."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("musterroll.desk.reading.urls")),
        prefix_default_language=False,
    ),
]
