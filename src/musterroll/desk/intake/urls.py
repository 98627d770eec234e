"""Addresses of what readers send in and follow."""

from django.urls import path

from musterroll.desk.intake import case, correction, log, proof

urlpatterns = [
    path("corrections/", log.show, name="corrections"),
    path("corrections/new/", correction.show, name="correction-new"),
    path("corrections/log/<key:number>/", log.show_one, name="correction"),
    path("cases/<key:number>/<key:secret>/", case.show, name="case"),
    path("cases/<key:number>/updates/<key:token>/", case.updates, {"wish": "confirm"}, name="case-confirm"),
    path("cases/<key:number>/no-updates/<key:token>/", case.updates, {"wish": "stop"}, name="case-stop"),
    path("intake/sum/", proof.challenge, name="intake-sum"),
]
