"""`musterroll serve`: the desk behind gunicorn, one worker with four threads unless told otherwise."""

import gc
import logging
import os
import sys
from pathlib import Path

from gunicorn.app.base import BaseApplication

from musterroll.desk.logs import NoSecrets
from musterroll.ledger import is_address
from musterroll.records import LedgerError

SELDOM = (20_000, 20, 20)  # objects made since, and rounds of the younger, before a generation is looked through
TURN = 0.03  # seconds that a thread may go on while others wait
# Gunicorn believes whoever asks from this machine what they say of their address, scheme and path. The desk reads the
# headers of a proxy itself, where it has one, and takes nobody's word on where it stands.
BELIEVED = {"forwarded_allow_ips": "", "forwarder_headers": ""}


class Desk(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn with the desk in it."""

    def __init__(self, options: dict[str, object]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the options over; newer gunicorns open a door for commands in the home folder: not here."""
        for name, value in self.options.items():
            self.cfg.set(name, value)
        if "control_socket_disable" in self.cfg.settings:
            self.cfg.set("control_socket_disable", True)

    def load(self) -> object:
        """Return the application; from here on the server's own log holds no secret and nobody's address either."""
        from musterroll.desk.wsgi import application

        settle()
        logging.getLogger("gunicorn.error").addFilter(NoSecrets())
        return application


def settle() -> None:
    """Have the collector pass over what stays for good, and look less often: else it walks all of it for each page.

    Threads take longer turns: four that make pages at once hand over six times less often, for half the processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    sys.setswitchinterval(TURN)


def serve(where: str, host: str, port: int, workers: int = 1, threads: int = 4) -> None:
    """Serve a ledger (a path or a database's URL) until interrupted.

    An older ledger is migrated first, as every command does; what lags behind its evidence is derived. Raises
    LedgerError where there is no ledger.
    """
    use(where)
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    load = {"workers": workers, "threads": threads, "worker_class": "gthread", "preload_app": True}
    Desk({"bind": bind, **load, **BELIEVED}).run()


def use(where: str) -> None:
    """Set the desk up on a ledger in this process, with every table that it needs. Raises LedgerError."""
    os.environ["MUSTERROLL_LEDGER"] = where
    os.environ["DJANGO_SETTINGS_MODULE"] = "musterroll.desk.settings"
    prepare(where)


def prepare(where: str) -> None:
    """Open the ledger, make the tables of accounts and sessions beside its own, derive what is stale, and let go."""
    from django.core.management import call_command
    from django.db import connections

    from musterroll import ledger, pipeline

    check_there(where)
    ledger.open_ledger(where)
    call_command("migrate", verbosity=0, interactive=False)
    if ledger.is_stale():
        pipeline.rederive()
    connections.close_all()


def check_there(where: str) -> None:
    """Raise LedgerError where a file is absent: the desk's key must not be made beside nothing."""
    if not is_address(where) and not Path(where).exists():
        raise LedgerError(f"{where}: no ledger here; make one with: musterroll read SOURCES --into {where}")
