"""Addresses of submissions and opinions."""

from django.urls import path

from musterroll.desk.opinion import following, opinions, submit

urlpatterns = [
    path("opinions/", opinions.show_all, name="opinions"),
    path("opinions/<key:number>/", opinions.show, name="opinion"),
    path("submit/", submit.choose, name="submit"),
    path("submit/opinion/", submit.show, {"kind": "opinion"}, name="submit-opinion"),
    path("submit/report/", submit.show, {"kind": "report"}, name="submit-report"),
    path("submissions/<key:number>/<key:secret>/", following.show, name="submission"),
    path(
        "submissions/<key:number>/updates/<key:token>/",
        following.updates,
        {"wish": "confirm"},
        name="submission-confirm",
    ),
    path(
        "submissions/<key:number>/no-updates/<key:token>/", following.updates, {"wish": "stop"}, name="submission-stop"
    ),
]
