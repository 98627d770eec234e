"""Desk: the ledger as a web site, with corrections and submissions. Writes nothing past `actions`."""
