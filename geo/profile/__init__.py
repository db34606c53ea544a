"""Conflict profiles: who fights whom, where and when, as a TOML file says it."""

from geo.profile.library import AUTO, library, named_profile
from geo.profile.load import load_profile
from geo.profile.records import Actor, Profile, Side

__all__ = ["AUTO", "Actor", "Profile", "Side", "library", "load_profile", "named_profile"]
