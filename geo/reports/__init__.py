"""Reports: dated texts with offsets into what was written."""
