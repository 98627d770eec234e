"""Weigh: linked claims and their chains in, findings out."""
