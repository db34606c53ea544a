"""How findings are looked at: whose word counts, by which clock, through which filters, in which colours."""
