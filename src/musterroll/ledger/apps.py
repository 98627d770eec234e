"""The Django app: one label, "ledger", whoever's settings it runs in."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The ledger among the installed apps."""

    name = "musterroll.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
