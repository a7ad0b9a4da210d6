"""One stage a file (or a package): each adds its own layer of findings to the article."""
