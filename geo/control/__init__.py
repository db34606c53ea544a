"""Control periods: what the claims amount to, place by place and day by day."""
