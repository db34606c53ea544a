"""Conflict profiles: who fights whom, where and when, as a TOML file says it."""

from geo.profile.load import load_profile
from geo.profile.records import Actor, Profile, Side

__all__ = ["Actor", "Profile", "Side", "load_profile"]
