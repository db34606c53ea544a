"""Runs all measurements, each in a process of its own, and keeps what they gave."""
