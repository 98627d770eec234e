"""What the log may not hold: the secrets of links, which stand in the addresses that it repeats, and who asked."""

import logging
import re

SECRET = re.compile(r"(/(?:cases|submissions)/[^/\s]+/(?:updates/|no-updates/)?)[^/\s?]+")
RESET = re.compile(r"(/password/reset/key/)[^/\s?]+")
ASKER = re.compile(r"\bip=\S+")


class NoSecrets(logging.Filter):
    """Puts "…" in place of the secret in every address of a line, and of the internet address of who asked."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line; keep it."""
        words = record.getMessage()
        record.msg, record.args = ASKER.sub("ip=…", RESET.sub(r"\1…", SECRET.sub(r"\1…", words))), ()
        return True
