"""The page beside other ways of drawing the same days: latency, size, time to the first map."""
