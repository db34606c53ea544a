"""What a sentence says happens to places: one event for each verb or noun of control that finds its place."""
