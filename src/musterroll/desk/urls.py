"""The desk's addresses, one file of them a part. Arabic pages stand below `/ar/`."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, register_converter

from musterroll.desk.keys import Key

register_converter(Key, "key")

urlpatterns = [
    path("", include("musterroll.desk.out.machines")),
    *i18n_patterns(
        path("accounts/", include("allauth.account.urls")),
        path("accounts/2fa/", include("allauth.mfa.urls")),
        path("", include("musterroll.desk.reading.urls")),
        path("", include("musterroll.desk.out.urls")),
        path("", include("musterroll.desk.intake.urls")),
        path("", include("musterroll.desk.opinion.urls")),
        path("", include("musterroll.desk.editors.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "musterroll.desk.intake.refusals.unreadable"
handler404 = "musterroll.desk.intake.refusals.nowhere"
