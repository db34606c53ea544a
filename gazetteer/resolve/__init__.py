"""Say which place a name means, or that it is in doubt."""
