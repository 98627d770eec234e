"""Addresses of the editors' side."""

from django.urls import path

from musterroll.desk.editors import auditing, case, judging, queue, relating, submission, submissions

urlpatterns = [
    path("editors/", queue.show, name="editors"),
    path("editors/audit/", auditing.show, name="editor-audit"),
    path("editors/cases/<key:number>/", case.show, name="editor-case"),
    path("editors/submissions/", submissions.show, name="editor-submissions"),
    path("editors/submissions/<key:number>/", submission.show, name="editor-submission"),
    path("editors/claims/<key:number>/", judging.show, {"kind": "claim"}, name="editor-claim"),
    path("editors/reports/<key:number>/", judging.show, {"kind": "report"}, name="editor-report"),
    path("editors/reports/<key:number>/related/", relating.show, name="editor-related"),
    path("editors/actors/<key:number>/", judging.show, {"kind": "actor"}, name="editor-actor"),
]
