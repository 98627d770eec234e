"""The desk under load: `PYTHONPATH=. python benchmarks/desk_load.py [--reports 10000] [--runs 3] [--seconds 4]`.

Makes a ledger of that size once (`build/desk-REPORTS.db`, `benchmarks/invented_ledger.py`: 20 claims a report),
serves it with `musterroll serve` (one worker, four threads) on this machine, and asks for pages as four readers do
that each wait for an answer before they ask again. Prints for each kind of page the median and the 95th of 100 times
in milliseconds, the pages a second, and the milliseconds of processor time that the worker spends on a page: once for
pages that are made anew for each request, by one reader alone and by four, and once for pages that are kept; medians
of the runs; and the processor time of the first page of its kind, which counts what is then kept until the ledger
changes. Then the bytes of a first view, and the peak memory of the worker before and after everything is exported.
Last, of a desk that has just started, pages as people ask: any of them, some far more often than others (the nth of
them in a row drawn by lot one nth as often as the first). Says how busy the machine is: on a busy one the clock says
little, and processor time says more.
"""

import argparse
import gzip
import http.client
import itertools
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.parse import quote

from benchmarks.invented_ledger import build

HOST = "127.0.0.1"
READERS = 4
MOST = 200  # requests a kind of page, a run and a way
SAMPLE = 40  # addresses a kind of page
SEED, MIXED = 7, 4000  # of the lot, and the requests of readers who ask for all kinds of pages
EXPORTS = ("/findings/?format=csv", "/exports/claims.csv", "/findings/?format=json")
FIRST_VIEWS = ("overview", "finding", "force", "places")
ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')
PAIRS = (("fighters", "Tripoli"), ("sent", "Sirte"), ("recruited", "Benghazi"), ("Turkey", "said"), ("has", "5,000"))
FRESH = itertools.count()
Row = TypeVar("Row")


@dataclass(frozen=True)
class Pace:
    """How fast pages came: milliseconds of the median and of the 95th of 100, pages a second, the worker's processor
    milliseconds a page, and how many answers were other than 200."""

    middle: float
    slow: float
    rate: float
    spent: float
    failed: int


def main() -> None:
    """Build, serve, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0, help="at most, a kind of page, a run and a way")
    parser.add_argument("--only", default="", help="the kinds of page to measure, by comma")
    parser.add_argument("--sample", type=int, default=40, help="addresses a kind of page, at most")
    options = parser.parse_args()
    path = Path("build") / f"desk-{options.reports}.db"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        build(path, options.reports)
    kinds = addresses(path)
    kinds = {name: kinds[name] for name in options.only.split(",") if name} or kinds
    kinds = {name: paths[: options.sample] for name, paths in kinds.items()}
    print(busy(), flush=True)
    with served(path) as (port, worker):
        print_paces(port, worker, kinds, options.runs, options.seconds)
        print_first_views(port, addresses(path))
        print_exports(port, worker)
    with served(path) as (port, worker):
        print_mixed(port, worker, [one for paths in kinds.values() for one in paths])
    print(busy())


def addresses(path: Path) -> dict[str, list[str]]:
    """Return the addresses of each kind of page, a sample of the ledger's."""
    from musterroll import ledger

    ledger.open_ledger(path)
    findings, claims, reports = ledger.findings(limit=4_000), ledger.claims(limit=4_000), ledger.reports(limit=4_000)
    actors = sorted((line for line in ledger.actors() if line.findings), key=lambda line: -line.findings)
    forces, places = [line.id for line in actors[:SAMPLE]], [line.id for line in ledger.places()]
    cursor = findings.after
    made = {
        "overview": ["/"],
        "findings": ["/findings/", f"/findings/?after={cursor.key}~{cursor.id}" if cursor else "/findings/"],
        "findings, narrowed": [f"/findings/?force={quote(force)}" for force in forces[:10]]
        + ["/findings/?type=presence", "/findings/?grade=contested&measure=stock", "/findings/?since=2021-06-01"],
        "finding": [f"/findings/{one.id}/" for one in spread(findings.rows)],
        "claim": [f"/claims/{one.id}/" for one in spread(claims.rows)],
        "chain": [f"/chains/{one.id}/" for one in spread(claims.rows)],
        "report": [f"/reports/{one.id}/" for one in spread(reports.rows)],
        "reports": ["/reports/", "/reports/?since=2021-06-01"],
        "forces": ["/forces/"],
        "force": [f"/forces/{quote(force)}/" for force in forces],
        "places": ["/places/"],
        "place": [f"/places/{quote(place)}/" for place in places[:SAMPLE]],
        "map data": ["/map-data.geojson", "/map-data.geojson?type=presence", "/map-data.geojson?bbox=9,29,25,34"],
        "commitments": ["/commitments/"],
        "commitment": [f"/commitments/{quote(one.id)}/" for one in ledger.holdings()],
        "outlets": ["/outlets/"],
        "search, one word": [f"/search/?q={word}" for word in ("fighters", "Tripoli", "Wagner", "withdrew", "Sirte")],
        "search, two words": [f"/search/?q={one}+{other}" for one, other in PAIRS],
        "corrections": ["/corrections/"],
        "feeds": ["/feeds/findings.atom", "/feeds/findings.rss", "/feeds/findings.json", "/feeds/corrections.atom"],
        "API list": ["/api/v1/findings", "/api/v1/claims", "/api/v1/reports"],
        "API item": [f"/api/v1/findings/{one.id}" for one in spread(findings.rows)],
    }
    ledger.close_ledger()
    return made


def spread(rows: Sequence[Row]) -> list[Row]:
    """Return a sample from all over some rows."""
    return list(rows[:: max(1, len(rows) // SAMPLE)][:SAMPLE])


@contextmanager
def served(path: Path) -> Iterator[tuple[int, int]]:
    """Serve a ledger; give the port and the process of the worker."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("musterroll")), "serve", "--ledger", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port, worker_of(server.pid)
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port: int) -> None:
    """Wait until a page comes, two minutes at most."""
    for _ in range(240):
        try:
            fetch(http.client.HTTPConnection(HOST, port, timeout=60), "/policies/")
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the desk does not answer")


def worker_of(server: int) -> int:
    """Return the process that answers: the server's only child."""
    return int(Path(f"/proc/{server}/task/{server}/children").read_text().split()[0])


def print_mixed(port: int, worker: int, paths: list[str]) -> None:
    """Ask for pages as people do, of a desk that has just started, and print how fast they came."""
    dice = random.Random(SEED)
    dice.shuffle(paths)
    drawn = dice.choices(paths, [1 / rank for rank in range(1, len(paths) + 1)], k=MIXED)
    for share in (drawn[: MIXED // 2], drawn[MIXED // 2 :]):
        pace = measured(port, worker, share, 600, anew=False, most=len(share))
        print(
            f"as people ask, {len(share)} requests for {len(paths)} pages: p50 {pace.middle:.1f}, "
            f"p95 {pace.slow:.1f} ms, {pace.rate:.0f} pages/s, processor {pace.spent:.1f} ms, {pace.failed} failed",
            flush=True,
        )


def print_paces(port: int, worker: int, kinds: dict[str, list[str]], runs: int, seconds: float) -> None:
    """Measure each kind of page and print a line for it."""
    print(
        f"{'':22} | alone: p50      p95 | made anew: p50    p95  pages/s  cpu ms"
        " | kept: p50    p95  pages/s  cpu ms | first cpu | kB packed"
    )
    for name, paths in kinds.items():
        began = spent_by(worker)
        fetch(http.client.HTTPConnection(HOST, port, timeout=120), paths[0])
        first = spent_by(worker) - began
        alone = [measured(port, worker, paths, seconds, anew=True, readers=1) for _ in range(runs)]
        anew = [measured(port, worker, paths, seconds, anew=True) for _ in range(runs)]
        for path in paths:
            fetch(http.client.HTTPConnection(HOST, port, timeout=60), path)
        kept = [measured(port, worker, paths, seconds, anew=False) for _ in range(runs)]
        size = max(len(fetch(http.client.HTTPConnection(HOST, port, timeout=60), path)[1]) for path in paths)
        wrong = sum(pace.failed for pace in (*alone, *anew, *kept))
        print(
            f"{name:22} | {cells(alone)[:17]} | {cells(anew)} | {cells(kept)} | {first:9.0f} | {size / 1000:5.1f}"
            + (f"  {wrong} FAILED" if wrong else ""),
            flush=True,
        )


def cells(paces: list[Pace]) -> str:
    """Return the medians of some paces as cells."""
    names = ("middle", "slow", "rate", "spent")
    middle, slow, rate, spent = (median(getattr(pace, name) for pace in paces) for name in names)
    return f"{middle:8.1f} {slow:8.1f} {rate:8.0f} {spent:8.1f}"


def measured(
    port: int, worker: int, paths: list[str], seconds: float, anew: bool, readers: int = READERS, most: int = MOST
) -> Pace:
    """Ask for pages as some readers at once do, for a time or a number of them, whichever ends first."""
    turns, end = iter(range(most)), time.perf_counter() + seconds
    began, before = time.perf_counter(), spent_by(worker)
    with ThreadPoolExecutor(readers) as pool:
        told = list(pool.map(lambda _: list(asked(port, paths, turns, end, anew)), range(readers)))
    took, spent = time.perf_counter() - began, spent_by(worker) - before
    times = sorted(1000 * one for reader in told for one, _ in reader)
    failed = sum(status != 200 for reader in told for _, status in reader)
    return Pace(median(times), times[int(0.95 * (len(times) - 1))], len(times) / took, spent / len(times), failed)


def spent_by(process: int) -> float:
    """Return the milliseconds of processor time that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def asked(port: int, paths: list[str], turns: Iterator[int], end: float, anew: bool) -> Iterator[tuple[float, int]]:
    """Ask for one page after the other on one connection; yield seconds and status of each."""
    line = http.client.HTTPConnection(HOST, port, timeout=60)
    for turn in turns:
        if time.perf_counter() > end:
            return
        path = paths[turn % len(paths)]
        if anew:  # a field that no view knows: another address, the same page
            path += f"{'&' if '?' in path else '?'}anew={next(FRESH)}"
        began = time.perf_counter()
        status, _ = fetch(line, path)
        yield time.perf_counter() - began, status


def fetch(line: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    """Return the status and the body (as it was sent) of an answer."""
    line.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = line.getresponse()
    return answer.status, answer.read()


def print_first_views(port: int, kinds: dict[str, list[str]]) -> None:
    """Print how many bytes a browser fetches that has nothing yet: the page and what it names."""
    for name in FIRST_VIEWS:
        line = http.client.HTTPConnection(HOST, port, timeout=60)
        body = fetch(line, kinds[name][0])[1]
        page = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
        assets = sorted(set(ASSET.findall(page.decode())))
        size = len(body) + sum(len(fetch(line, asset)[1]) for asset in assets)
        print(f"first view of {name}: {size / 1000:.0f} kB, the page and {len(assets)} more")


def print_exports(port: int, worker: int) -> None:
    """Print the peak memory of the worker while everything is exported."""
    for path in EXPORTS:
        Path(f"/proc/{worker}/clear_refs").write_text("5")  # the peak is what it is now
        before, began = peak(worker), time.perf_counter()
        size = streamed(port, path)
        took = time.perf_counter() - began
        print(f"{path}: {size / 1e6:.0f} MB in {took:.0f} s; peak of the worker {before:.0f} -> {peak(worker):.0f} MB")


def streamed(port: int, path: str) -> int:
    """Read an answer piece by piece; return its bytes."""
    line = http.client.HTTPConnection(HOST, port, timeout=600)
    line.request("GET", path)
    answer, size = line.getresponse(), 0
    while piece := answer.read(65_536):
        size += len(piece)
    return size


def peak(process: int) -> float:
    """Return the peak memory of a process in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


def busy() -> str:
    """Return how busy the machine is: its load, and how long a fixed sum takes (alone on it: 10 to 20 ms)."""
    began, spent = time.perf_counter(), time.process_time()
    sum(range(1_000_000))
    clock, own = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - spent)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"load {load} on {os.cpu_count()} cores; a fixed sum takes {clock:.0f} ms, {own:.0f} of them its own"


if __name__ == "__main__":
    main()
