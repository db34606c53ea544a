"""Commands of the command line that need more than a call: they parse, call and print."""
