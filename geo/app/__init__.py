"""The Streamlit page, one file a panel."""
