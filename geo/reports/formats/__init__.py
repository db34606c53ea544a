"""One reader a format: the bytes of a file to the texts in it, with what the file says of them."""
