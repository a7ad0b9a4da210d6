"""Where records go: one output a file."""
