"""The least that Django needs for a ledger alone (the command line); the desk has settings of its own.

The database is not named here: `open_ledger` points to it.
"""

from typing import Any

INSTALLED_APPS = ["musterroll.ledger.apps.LedgerConfig"]
DATABASES: dict[str, dict[str, Any]] = {"default": {}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
