"""Intake: corrections and submissions as readers send them."""
