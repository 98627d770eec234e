"""Every error that Musterroll raises, one tree.

MusterrollError
├── PageError                   a page is no report; the rest of the run goes on
│   ├── NotFound                no such file, or a pattern that matches none
│   ├── Unreadable              the file or its compression cannot be read
│   ├── EmptyPage               no bytes, or nothing but white space
│   ├── NotText                 bytes of another kind (PDF, image, archive, program)
│   ├── TooLarge                more bytes than the limit
│   ├── BrokenRecord            a line of JSONL that is no report record
│   ├── NoArticle               a page without an article (an index, a ticker, a gallery)
│   ├── LoginWall               a page that asks for a login or a subscription in place of its article
│   ├── UnreadLanguage          a report in a language that the reader does not know
│   ├── NoArmedForce            a report that is not about armed forces; claims that were read from it were left out
│   ├── OverLimit               the time or memory allowed for one page ran out
│   └── FetchError              an address that gave no page
│       ├── BadAddress          not an http(s) URL, or a name that does not resolve
│       ├── PrivateAddress      an address on a private or loopback network
│       ├── Disallowed          robots.txt asks not to fetch it
│       ├── TooManyRedirects    redirects in a circle or a long row
│       ├── TimedOut            no answer in time
│       ├── HttpStatus          an answer other than 200
│       └── Unreachable         the connection failed
├── ModelError                  the reader's weights are missing or do not fit this version
├── PackError                   a pack that does not hold (every error of its files, together)
├── LedgerError                 a ledger that cannot be opened, read or written
│   ├── LedgerVersion           a ledger made by another version: says the command to run
│   ├── NotInLedger             no such report, claim, finding, actor or commitment in it
│   └── ActRefused              an act that may not be done: by nobody, without a reason, or a second time
├── TooMany                     more was sent in than is taken at once: later, with the same words
├── UploadRefused               a file that cannot be taken in: of another kind, too large, or with more in it than text
├── CorpusError                 training or gold text that does not hold (every error of a file, together)
└── UsageError                  a command line that makes no sense
"""


class MusterrollError(Exception):
    """The root of every error that Musterroll raises on purpose."""

    @property
    def code(self) -> str:
        """The error's name in kebab case, stable for machines: "too-large"."""
        name = type(self).__name__
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


class PageError(MusterrollError):
    """A page is no report; the rest of the run goes on."""


class NotFound(PageError):
    """No such file, or a pattern that matches none."""


class Unreadable(PageError):
    """The file or its compression cannot be read."""


class EmptyPage(PageError):
    """No bytes, or nothing but white space."""


class NotText(PageError):
    """Bytes of another kind: a PDF, an image, an archive, a program."""


class TooLarge(PageError):
    """More bytes than the limit."""


class BrokenRecord(PageError):
    """A line of JSONL that is no report record."""


class NoArticle(PageError):
    """A page without an article: an index, a ticker, a gallery."""


class LoginWall(PageError):
    """A page that asks for a login or a subscription in place of its article."""


class UnreadLanguage(PageError):
    """A report in a language that the reader does not know; it is kept and not read."""


class NoArmedForce(PageError):
    """A report that is not about armed forces; it is kept, and claims that were read from it were left out."""


class OverLimit(PageError):
    """The time or memory allowed for one page ran out."""


class FetchError(PageError):
    """An address that gave no page."""


class BadAddress(FetchError):
    """Not an http(s) URL, or a name that does not resolve."""


class PrivateAddress(FetchError):
    """An address on a private or loopback network."""


class Disallowed(FetchError):
    """robots.txt asks not to fetch it."""


class TooManyRedirects(FetchError):
    """Redirects in a circle or a long row."""


class TimedOut(FetchError):
    """No answer in time."""


class HttpStatus(FetchError):
    """An answer other than 200."""


class Unreachable(FetchError):
    """The connection failed."""


class ModelError(MusterrollError):
    """The reader's weights are missing or do not fit this version."""


class PackError(MusterrollError):
    """A pack that does not hold; the message lists every error, one a line, each with its file and line."""


class LedgerError(MusterrollError):
    """A ledger that cannot be opened, read or written; nothing in it is half-written."""


class LedgerVersion(LedgerError):
    """A ledger made by another version of the program; the message names the command to run."""


class NotInLedger(LedgerError):
    """No such report, claim, finding, actor or commitment in the ledger."""


class ActRefused(LedgerError):
    """An act that may not be done: by nobody, without a reason, without the right, or a second time."""


class TooMany(MusterrollError):
    """More was sent in than is taken at once: later, with the same words."""


class UploadRefused(MusterrollError):
    """A file that cannot be taken in: of another kind, too large, or with more in it than text; says why in words."""


class CorpusError(MusterrollError):
    """Training or gold text that does not hold; the message lists every error."""


class UsageError(MusterrollError):
    """A command line that makes no sense."""
