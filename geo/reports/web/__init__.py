"""Addresses on the web: fetched where a person allows it, and never from the network that the program runs in."""
