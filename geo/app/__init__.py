"""The Streamlit page, one file a panel."""

import gc

# A start makes a million objects that stay. Searched for garbage at every 700 of them, as Python does by itself, it
# takes a fifth longer; Streamlit searches at the end of every run anyway.
gc.set_threshold(10_000)
