"""Reports by the thousand to their claims: on many processes, in bounded memory, in the order that few would have."""
