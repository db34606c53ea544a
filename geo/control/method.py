"""The version of the rules, written into every period; docs/method.md is their text."""

METHOD = "claimline-control/2"
