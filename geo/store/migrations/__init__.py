"""How a workspace of any earlier version becomes one of this version."""
