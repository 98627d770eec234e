"""Ledger: one database of evidence, judgements and what follows from them."""
