"""Django with words alone, for the parts of the desk that need no ledger and no database."""

import os
from pathlib import Path

import django
from django.conf import settings
from jinja2 import FileSystemLoader

from musterroll.desk.environment import environment

DESK = Path(__file__).parents[2] / "src/musterroll/desk"


def words_alone() -> None:
    """Set Django up where nobody has: translations, static files, nothing else."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            USE_I18N=True, STATIC_URL="/static/", STATICFILES_DIRS=[DESK / "static"],
            INSTALLED_APPS=["django.contrib.staticfiles", "js_lib_leaflet"],
        )  # fmt: skip
    django.setup()


def rendered(source: str, **context: object) -> str:
    """Return a template rendered with the desk's own words and an address for every view."""
    made = environment(loader=FileSystemLoader(DESK / "jinja2"), autoescape=True)
    made.globals["url"] = lambda view, *args, **fields: "/" + "/".join([view, *args])
    return made.from_string(source).render(**context)
