"""Editors: the queue, the cases and the judgements of those who keep the ledger."""
