"""Policies: what readers, sources, authors and editors can hold this desk to. Their words are in the templates."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from musterroll.desk import installation


@dataclass(frozen=True)
class Policy:
    """A policy: its name in addresses, its title, and what it settles in a line."""

    name: str
    title: Promise | str
    line: Promise | str


POLICIES = (
    Policy("about", _("What Musterroll is, and is not"), _("A register of what is said. No verdicts.")),
    Policy("corrections", _("Corrections"), _("How to have an error mended, by whom, and how soon.")),
    Policy("unnamed-sources", _("Unnamed sources"), _("How claims without a name are shown and counted.")),
    Policy("boundaries", _("Boundaries and names on the map"), _("Lines on the map are nobody's claim.")),
    Policy("privacy", _("Privacy"), _("What is stored of readers: very little, and not for long.")),
    Policy("opinion", _("Terms for op-eds and submitted reports"), _("What is published, and what is not.")),
    Policy("whistleblowing", _("No channel for whistle-blowers"), _("What to use in place of this site.")),
    Policy("accessibility", _("Accessibility"), _("What this site does so that all can read it.")),
    Policy("ownership", _("Who answers for this site"), _("Publisher, contact, funding.")),
)
BY_NAME = {policy.name: policy for policy in POLICIES}


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """Show the list of policies."""
    return render(request, "desk/out/policies.html", {"policies": POLICIES})


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponse:
    """Show one policy."""
    if name not in BY_NAME:
        raise Http404
    context = {"policy": BY_NAME[name], "policies": POLICIES, "contact": contact()}
    return render(request, f"desk/out/policies/{name}.html", context)


def contact() -> dict[str, str]:
    """Return who answers for this site, "" for what the settings do not say."""
    return {
        "publisher": installation.publisher(),
        "name": installation.contact_name(),
        "email": installation.contact_email(),
        "security": installation.security_email(),
        "funding": installation.funding(),
    }
