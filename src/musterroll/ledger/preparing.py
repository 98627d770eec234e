"""Django once a process: set up with the least settings, unless the desk's are there already."""

import os

import django
from django.apps import apps
from django.conf import settings

from musterroll.ledger import settings as least


def prepare() -> None:
    """Set Django up if nothing has; while it is being set up, and after it, do nothing."""
    if apps.ready or apps.loading:
        return
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(**{name: value for name, value in vars(least).items() if name.isupper()})
    django.setup()
