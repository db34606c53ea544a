"""The tables that files hold, column by column."""
