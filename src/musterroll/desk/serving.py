"""`musterroll serve`: the desk behind gunicorn, one worker with four threads unless told otherwise."""

import os

from gunicorn.app.base import BaseApplication


class Desk(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn with the desk in it."""

    def __init__(self, options: dict[str, object]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the options over."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """Return the application."""
        from musterroll.desk.wsgi import application

        return application


def serve(ledger: str, host: str, port: int, workers: int = 1, threads: int = 4) -> None:
    """Serve a ledger until interrupted; `ledger` is a path or a database URL. Migrates the desk's own tables first."""
    use(ledger)
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    Desk({"bind": bind, "workers": workers, "threads": threads, "worker_class": "gthread", "preload_app": True}).run()


def use(ledger: str) -> None:
    """Set the desk up on a ledger in this process, with every table that it needs."""
    os.environ["MUSTERROLL_LEDGER"] = ledger
    os.environ["DJANGO_SETTINGS_MODULE"] = "musterroll.desk.settings"
    prepare()


def prepare() -> None:
    """Make the tables of accounts and sessions, and those of the ledger, if they are not there."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
